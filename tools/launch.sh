# Starts the tool `$tool`, main class `$main`, of the source tree `$root`: finds a JDK, builds what is missing, and runs Java with an
# AOT cache. Sourced.

. "$root/tools/find-jdk.sh"
. "$root/tools/build.sh"

class_path=
for jar in "$build"/mlr/*.jar "$build"/lib/*.jar; do
    class_path=$class_path:$jar
done
class_path=${class_path#:}

# Start-up is what counts for most runs: the simple collector; objects with small headers; memory in large pages, as each page costs
# an interrupt, and so a small table of strings; no shared performance counters; no search through every jar for Groovy, and no converters for types that no option has.
# Logging goes to standard output, where results go, so what the JDK may have to say here is off.
flags='-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages -XX:-UsePerfData -XX:StringTableSize=1024 -Xlog:aot=off -Xlog:pagesize=off'
flags="$flags -Dpicocli.disable.closures=true -Dpicocli.converters.excludes=java.(sql|time).+"
flags="$flags --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dpolyglot.engine.WarnInterpreterOnly=false"

cache=$build/$tool-$jdk.aot

# Only a cache made by the same JDK from the same jars is any good: the folder stands for the jars, the name for the JDK.
# It is made by one run with the arguments the tool keeps for this, and its training text where it has one, written beside and renamed;
# without profiles, which make it larger and no run faster. A start that meets another one at it goes without; an empty file says that
# making it failed, so that it is tried once only.
if [ ! -e "$cache" ]; then
    (
        flock -n 9 || exit 0
        cd "$root/tools/$tool/src/main/aot" && read -r arguments < arguments
        training=
        [ -e training.mlir ] && training=training.mlir
        "$JAVA_HOME/bin/java" $flags -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$cache.new" -cp "$class_path" \
            "$main" $arguments ${training:+-o "$cache.out" "$training"} < /dev/null > /dev/null 2>&1 9>&-
        rm -f "$cache.out"
        [ -e "$cache.new" ] || : > "$cache.new"
        mv "$cache.new" "$cache"
    ) 9> "$cache.lock"
fi

# Most runs are short, and better off with the simple compiler. A heap that starts small is touched before it is used, and with it the
# AOT cache: that is one call, instead of an interrupt for each of its thousands of pages.
mode=${compiler:--XX:TieredStopAtLevel=1}
heap='-Xms6m -XX:NewSize=4m -XX:+AlwaysPreTouch'

# Succeeds when $1 is a file of more than $2 bytes, so that beyond these it differs from an empty one.
is_larger() {
    [ -f "$1" ] || return 1
    cmp -s -- "$1" /dev/null "$2" 0
    [ $? = 1 ]
}

# Large input gets a larger heap, though not all that it may need, since the tables for it take time as well; what survives one
# collection stays, as the IR does, so that it is copied once, by several threads. It is worth compiling sooner than after hundreds of
# calls; beyond several hundred thousand operations, which take seconds, the optimising compiler pays.
early='-XX:Tier0InvokeNotifyFreqLog=5 -XX:Tier0BackedgeNotifyFreqLog=8 -XX:Tier3InvocationThreshold=60 -XX:Tier3MinInvocationThreshold=30'
early="$early -XX:Tier3CompileThreshold=300 -XX:Tier3BackEdgeThreshold=4000"
if [ "$tool" = mlr-opt ]; then
    for argument; do
        if is_larger "$argument" 1000000; then
            first=64m
            is_larger "$argument" 4000000 && first=160m
            heap="-Xms$first -Xmn32m -XX:+AlwaysPreTouch $early"
            is_larger "$argument" 32000000 && mode= && heap='-Xms256m -Xmn16m'
            heap="$heap -XX:MaxTenuringThreshold=0 -XX:-UseSerialGC -XX:+UseParallelGC"
        fi
    done
fi

use_cache=
[ -s "$cache" ] && use_cache=-XX:AOTCache=$cache

exec "$JAVA_HOME/bin/java" $flags $mode $heap "-Dmlr.home=$root" ${use_cache:+"$use_cache"} -cp "$class_path" "$main" "$@"
