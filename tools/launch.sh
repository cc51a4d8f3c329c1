# Starts the tool `$tool`, main class `$main`, of the source tree `$root`: finds a JDK, builds what is missing, and runs Java with an
# AOT cache. Sourced.

. "$root/tools/find-jdk.sh"
. "$root/tools/build.sh"

class_path=
for jar in "$build"/mlr/*.jar "$build"/lib/*.jar; do
    class_path=$class_path:$jar
done
class_path=${class_path#:}

# Start-up is what counts for most runs: the simple collector and compiler; no search through every jar for Groovy, and no converters
# for types that no option has. Logging of the AOT cache goes to standard output, where results go, so it is off.
flags='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:aot=off'
flags="$flags -Dpicocli.disable.closures=true -Dpicocli.converters.excludes=java.sql.+,java.time.+"
flags="$flags --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dpolyglot.engine.WarnInterpreterOnly=false"
jdk=$(cksum < "$JAVA_HOME/release")
cache=$build/$tool-${jdk%% *}.aot

# Only a cache made by the same JDK from the same jars is any good: the folder stands for the jars, the name for the JDK.
# It is made by one run with the arguments the tool keeps for this, written beside and renamed. A start that meets another one at it
# goes without; an empty file says that making it failed, so that it is tried once only.
if [ ! -e "$cache" ]; then
    (
        flock -n 9 || exit 0
        cd "$root" && read -r arguments < "tools/$tool/src/main/aot/arguments"
        "$JAVA_HOME/bin/java" $flags "-XX:AOTCacheOutput=$cache.new" -cp "$class_path" "$main" $arguments < /dev/null > /dev/null 2>&1 9>&-
        [ -e "$cache.new" ] || : > "$cache.new"
        mv "$cache.new" "$cache"
    ) 9> "$cache.lock"
fi
use_cache=
[ -s "$cache" ] && use_cache=-XX:AOTCache=$cache

exec "$JAVA_HOME/bin/java" $flags "-Dmlr.home=$root" ${use_cache:+"$use_cache"} -cp "$class_path" "$main" "$@"
