# Sets `root` to the source tree in a folder of which the script `$self` stands, without starting a process for it. Sourced.

caller=$PWD
CDPATH='' cd -P "${self%/*}/.." || exit 2
root=$PWD
cd "$caller" || exit 2
