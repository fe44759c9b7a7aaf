#!/bin/sh
# Builds the program that uses a store, finds what the soak attacks it with, and runs the soak.
#
# Names of phases as arguments run only those, as in: sh Tests/Soak/run.sh kill "power cut"
# README.md says what the phases do and which environment variables set how much of it.
set -eu
cd "$(dirname "$0")/../.."

say() { printf '%s\n' "$*" >&2; }

command -v python3 >/dev/null 2>&1 || { say "python3 is needed and is not on the PATH"; exit 1; }

# Without these some phases are skipped, and say so.
missing=""
command -v strace >/dev/null 2>&1 || missing="$missing strace"
command -v mkfs.xfs >/dev/null 2>&1 || missing="$missing xfsprogs"
command -v mkfs.ext4 >/dev/null 2>&1 || missing="$missing e2fsprogs"
command -v bindfs >/dev/null 2>&1 || missing="$missing bindfs"
if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing$missing"
    # shellcheck disable=SC2086
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y install --no-install-recommends $missing; } >/dev/null 2>&1 ||
        say "Could not install$missing; what needs them is skipped"
fi

export SWIFT_BACKTRACE=enable=no
swift build -c release --product store-soak >&2
STORE_SOAK="$(swift build -c release --show-bin-path)/store-soak"
export STORE_SOAK
exec python3 -B Tests/Soak/soak.py "$@"
