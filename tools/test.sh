#!/bin/sh
# mlr test [unit] [lit] [conformance] [boards]: the given parts of the test suite, all four by default.
# The last line is `N passed, N failed`. A missing tool or a skipped test is a failure.
root=$(cd "${0%/*}/.." && pwd -P) || exit 2
. "$root/tools/find-jdk.sh"

all_parts='unit lit conformance boards'
shift
if [ "$1" = --help ] || [ "$1" = -h ]; then
    echo "usage: mlr test [PART...]   runs the given parts of the test suite, or all: $all_parts"
    exit 0
fi
parts=${*:-$all_parts}
for part in $parts; do
    case " $all_parts " in
        *" $part "*) ;;
        *)
            echo "error: \`$part\` is no part of the test suite; the parts are: $all_parts" >&2
            exit 1
            ;;
    esac
done

# A line a tool: the file or program that shows it is there, and its Debian package.
llvm=${LLVM_TOOLS_DIR:-/usr/lib/llvm-19/bin}
required_tools="
$llvm/FileCheck llvm-19-tools
$llvm/mlir-opt mlir-19-tools
qemu-system-arm qemu-system-arm
qemu-system-riscv32 qemu-system-misc
arm-none-eabi-gcc gcc-arm-none-eabi
riscv64-unknown-elf-gcc gcc-riscv64-unknown-elf
gcc gcc
/usr/include/glib-2.0/glib.h libglib2.0-dev
"

. "$root/tools/packages.sh"
need_tools 'the tests need'

# The launchers are built first, since some tests start them; the lock then keeps other builds out of the folders Maven works in.
. "$root/tools/build.sh"
export MLR_BUILD="$build"
exec 9> "$root/dist/lock"
flock 9

for part in $all_parts; do
    case " $parts " in
        *" $part "*) rm -rf "$root"/*/target/test-reports/"$part" "$root"/*/*/target/test-reports/"$part" ;;
        *) skips="$skips -Dskip.$part=true" ;;
    esac
done

# Maven's own status says whether everything compiled and no test process died; failed tests are counted from the reports, so that
# one failure hides no other module's tests.
log=$root/dist/test.log
{ cd "$root" && ./mvnw -B -ntp -Dmaven.test.failure.ignore=true $skips test 9>&- 2>&1; echo "$?" > "$log.status"; } | tee "$log" |
    awk '!/^\[INFO\]/ || /Running |Tests run:/ { print; fflush() }'
broken=$(cat "$log.status")

# Adds up the reports of the parts $1: prints passed, failed and skipped.
count() {
    for part in $1; do
        find "$root" -path "*/target/test-reports/$part/TEST-*.xml" -exec cat {} +
    done | awk '
        /<testsuite / {
            match($0, / tests="[0-9]+/); tests += substr($0, RSTART + 8, RLENGTH - 8)
            match($0, / errors="[0-9]+/); bad += substr($0, RSTART + 9, RLENGTH - 9)
            match($0, / failures="[0-9]+/); bad += substr($0, RSTART + 11, RLENGTH - 11)
            match($0, / skipped="[0-9]+/); skipped += substr($0, RSTART + 10, RLENGTH - 10)
        }
        END { print tests - bad - skipped, bad + 0, skipped + 0 }'
}

echo
for part in $parts; do
    set -- $(count "$part")
    if [ "$3" -gt 0 ]; then
        echo "$part: $1 passed, $2 failed, $3 skipped"
    else
        echo "$part: $1 passed, $2 failed"
    fi
    [ "$(($1 + $2 + $3))" -gt 0 ] || { echo "error: no test of $part ran" >&2; broken=1; }
done
set -- $(count "$parts")
[ "$3" -eq 0 ] || echo "error: a skipped test counts as failed" >&2
[ "$broken" -eq 0 ] || echo "error: the run itself failed; see $log" >&2
echo "$1 passed, $(($2 + $3)) failed"
[ "$broken" -eq 0 ] && [ "$(($2 + $3))" -eq 0 ] && [ "$1" -gt 0 ]
