# Brings dist/ up to date with the sources and sets `build` to the folder with the tools' jars. Sourced; wants `root` and JAVA_HOME.
#
# dist/current names the newest build, dist/HASH/, which is written beside, renamed and from then on never changed: tools that
# still run from an older one are not disturbed.

# Succeeds when no source is newer than the newest build. A folder counts too, so a deleted file is noticed. `find` answers by its
# status, as a shell need not copy itself for that.
is_fresh() {
    [ -f "$root/dist/current" ] || return 1
    find "$root"/pom.xml "$root"/*/pom.xml "$root"/tools/*/pom.xml "$root"/*/src/main "$root"/tools/*/src/main \
        -newer "$root/dist/current" -exec false {} + || return 1
    read -r build < "$root/dist/current" && build=$root/dist/$build && [ -d "$build" ]
}

# Runs Maven under the lock the caller holds and publishes the jars. The date of dist/current is that of the start, so that edits made
# meanwhile count as newer.
compile_and_publish() {
    echo "building MLR ..." >&2
    started=$root/dist/started.$$
    touch "$started"
    ( cd "$root" && ./mvnw -q -B -ntp -Dmaven.test.skip=true -pl tools/mlr -am package 9>&- ) >&2 || {
        rm -f "$started"
        echo "error: the build of MLR failed; the messages above say where" >&2
        exit 2
    }
    fresh=$root/dist/new.$$
    rm -rf "$fresh"
    mkdir -p "$fresh/lib" "$fresh/mlr"
    cp -p "$root"/tools/mlr/target/lib/*.jar "$fresh/lib"
    mv "$fresh"/lib/mlr-*.jar "$fresh/mlr"
    cp -p "$root"/tools/mlr/target/mlr-*.jar "$fresh/mlr"
    name=$(cd "$fresh" && cat mlr/*.jar lib/*.jar | sha256sum) && name=${name%% *}
    name=$(printf %.16s "$name")
    [ -d "$root/dist/$name" ] && rm -rf "$fresh" || mv "$fresh" "$root/dist/$name"
    previous=
    [ -f "$root/dist/current" ] && read -r previous < "$root/dist/current"
    echo "$name" > "$started.name"
    touch -r "$started" "$started.name"
    mv "$started.name" "$root/dist/current"
    rm -f "$started"
    build=$root/dist/$name
    for old in "$root"/dist/*/; do
        case $old in
            "$root/dist/$name/" | "$root/dist/$previous/") ;;
            *) rm -rf "$old" ;;
        esac
    done
}

# A test run fixes the build for the tools it starts, whatever happens to the sources meanwhile.
if [ -n "$MLR_BUILD" ]; then
    build=$MLR_BUILD
elif ! is_fresh; then
    mkdir -p "$root/dist"
    exec 9> "$root/dist/lock"
    flock 9
    is_fresh || compile_and_publish
    exec 9>&-
fi
