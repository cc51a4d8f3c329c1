# Sets and exports JAVA_HOME to a JDK 25 or later, and `jdk` to a name for its build, or says what to install and exits 1. Where
# the JDK stands in one of the usual places, no process is started for that. Sourced.

# Succeeds when the folder $1 holds a JDK (not a JRE) of version 25 or later; its `release` file tells version and build without
# starting it, in lines KEY="VALUE" sorted by key.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    vendor=
    runtime=
    while IFS='="' read -r key _ value _; do
        case $key in
            IMPLEMENTOR) vendor=${value%%[!A-Za-z]*} ;;
            JAVA_RUNTIME_VERSION) runtime=$value ;;
            JAVA_VERSION)
                jdk=$vendor-${runtime:-$value}
                value=${value%%[!0-9]*}
                [ "${value:-0}" -ge 25 ]
                return
                ;;
        esac
    done < "$1/release"
    return 1
}

find_jdk() {
    is_jdk_25 "$JAVA_HOME" && return
    for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /opt/java/* /usr/local/*jdk*; do
        if is_jdk_25 "$candidate"; then
            JAVA_HOME=$candidate
            return
        fi
    done
    on_path=$(command -v javac) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
    if is_jdk_25 "$on_path"; then
        JAVA_HOME=$on_path
        return
    fi
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
