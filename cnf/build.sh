#!/bin/sh
# Builds the distribution when the sources differ in content from what it was made of.
# One build at a time; the others wait and find it done. Progress goes to stderr, nothing to stdout.
# Called by ./vinculum with the root of the tree and the file that remembers the sources' checksum.
set -u
root=$(CDPATH= cd -- "$1" && pwd -P) || exit 3
stamp=$root/features/target/sources.stamp
work=$root/.vinculum
lock=$work/building
log=$work/build.log
cd "$root" || exit 3

up_to_date() {
    [ -x features/target/vinculum/bin/vinculum ] && [ -r "$stamp" ] && [ "$(sh cnf/sources.sh)" = "$(cat "$stamp")" ]
}

# The link's target is the owner's process ID: made in one step, and readable by those who wait.
take_lock() {
    said=
    until ln -s "$$" "$lock" 2>/dev/null; do
        owner=$(readlink "$lock") || continue
        if ! kill -0 "$owner" 2>/dev/null; then
            rm -f "$lock"
        elif [ -z "$said" ]; then
            echo "vinculum: waiting for the build of process $owner" >&2
            said=yes
        else
            sleep 1
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT TERM HUP
}

progress() {
    [ -t 2 ] || return 0
    module=$(sed -n 's/^\[INFO\] Building \(.*\) *\(\[[0-9/]*\]\)$/\2 \1/p' "$log" | tail -n 1)
    printf '\rvinculum: building %-60.60s' "$module" >&2
}

build() {
    echo "vinculum: building, once; the log is $log" >&2
    ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package -pl features -am >"$log" 2>&1 </dev/null &
    maven=$!
    trap 'kill $maven 2>/dev/null; exit 130' INT TERM HUP
    while kill -0 $maven 2>/dev/null; do
        progress
        sleep 1
    done
    [ -t 2 ] && printf '\r%-80s\r' '' >&2
    if ! wait $maven; then
        grep -v '^    at ' "$log" | tail -n 60 >&2
        echo "vinculum: the build failed; all of its log is in $log" >&2
        return 1
    fi
}

if [ -w "$root" ]; then
    mkdir -p "$work" || exit 3
elif up_to_date; then
    exit 0
else
    echo "vinculum: the build is missing or older than the sources, and $root is read-only" >&2
    exit 3
fi
take_lock
if up_to_date; then
    touch "$stamp"
else
    build || exit 3
fi
