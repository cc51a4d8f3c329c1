# Sets and exports JAVA_HOME to a JDK 25 or later, or says what to install and exits 1. Sourced.

# Succeeds when the folder $1 holds a JDK (not a JRE) of version 25 or later; its `release` file tells the version without starting it.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            value=${value%%[!0-9]*}
            [ "${value:-0}" -ge 25 ]
            return
        fi
    done < "$1/release"
    return 1
}

find_jdk() {
    is_jdk_25 "$JAVA_HOME" && return
    on_path=$(command -v javac) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
    for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /opt/java/* /usr/local/*jdk* "$on_path"; do
        if is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return
        fi
    done
    cat >&2 <<'MESSAGE'
error: MLR needs a JDK, version 25 or later, and found none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt, /usr/local or on the PATH.
  Debian, Ubuntu:  apt-get install temurin-25-jdk   (package source: https://adoptium.net/installation/linux)
             or:   apt-get install openjdk-25-jdk   (where the distribution has it)
  anywhere:        unpack a JDK 25 and set JAVA_HOME to its folder
MESSAGE
    exit 1
}

find_jdk
export JAVA_HOME
