#!/bin/sh
# Compiles the plain C policy for this machine and runs it over the recorded drives.  CC chooses the compiler.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/generate.py" "$work"
"${CC:-cc}" -O3 -std=c99 -Wall -Wextra -Werror -ffp-contract=off -I"$work" -I"$here" "$here/policy.c" "$here/check.c" -lm -o "$work/check"
"$work/check"
