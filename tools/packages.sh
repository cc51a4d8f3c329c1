# Sees to it that the tools in `$required_tools` are there: a line a tool, the file or program that shows it and its Debian package.
# Installs what is missing where it may, else prints the line to type and ends with 1. Sourced.

# Prints `TOOL PACKAGE` for each tool that is not there.
missing_tools() {
    echo "$required_tools" | while read -r tool package; do
        [ -z "$tool" ] || [ -e "$tool" ] || command -v "$tool" > /dev/null || echo "$tool $package"
    done
}

install_tools() {
    packages=$(missing_tools | cut -d ' ' -f 2 | sort -u | tr '\n' ' ')
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif sudo -n true 2> /dev/null; then
        as_root='sudo env'
    else
        as_root=
    fi
    if [ -n "$as_root" ] && command -v apt-get > /dev/null; then
        echo "installing $packages" >&2
        install="$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages"
        $install > /dev/null 2>&1 || { $as_root apt-get update -qq && $install > /dev/null; } >&2
    fi
    missing_tools | while read -r tool package; do
        echo "error: $1 $tool, of the Debian package $package" >&2
    done
    if [ -n "$(missing_tools)" ]; then
        echo "  type: sudo apt-get install $packages" >&2
        exit 1
    fi
}

# Makes the required tools be there; $1 is how a message begins: `the tests need`.
need_tools() {
    [ -z "$(missing_tools)" ] || install_tools "$1"
}
