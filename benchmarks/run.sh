#!/bin/sh
# benchmarks/run.sh NAME [ARGUMENT...]: runs the benchmark mlr.benchmarks.NAME; without a name, lists them.
root=$(cd "${0%/*}/.." && pwd -P) || exit 2
sources=$root/benchmarks/src/main/java/mlr/benchmarks
if [ ! -f "$sources/$1.java" ]; then
    echo "usage: benchmarks/run.sh NAME [ARGUMENT...]; there are:" >&2
    ls "$sources" | sed 's/\.java$//;s/^/  /' >&2
    exit 1
fi
. "$root/tools/find-jdk.sh"
. "$root/tools/build.sh"
class_path=
for jar in "$build"/mlr/*.jar "$build"/lib/*.jar; do
    class_path=$class_path:$jar
done
name=$1
shift
cd "$root" && exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "${class_path#:}" "$sources/$name.java" "$@"
