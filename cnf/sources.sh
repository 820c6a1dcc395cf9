#!/bin/sh
# Prints a checksum of everything the distribution is made of. Maven keeps it: `begin` at the start of a build, in a file
# whose time then is the build's start, `end` beside the distribution, for ./vinculum to compare with.
set -eu
cd "$(dirname -- "$0")/.."

checksum() {
    { find bundles features cnf pom.xml bnd.bnd -type d \( -name target -o -name test -o -name baseline \) -prune -o -type f -print
      find bundles/example.vendor/src/test -type f; } | # which new-bundle hands out
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
}

case ${1:-} in
    begin)
        mkdir -p .vinculum
        checksum >.vinculum/sources.stamp
        ;;
    end) mv .vinculum/sources.stamp features/target/sources.stamp ;;
    *) checksum ;;
esac
