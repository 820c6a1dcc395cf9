#!/bin/sh
# Runs the java of the first JDK 25 or later, for build steps: Maven itself may run on an older one.
set -eu
. "${0%/*}/jdk.sh"
home=$(find_jdk)
exec "$home/bin/java" "$@"
