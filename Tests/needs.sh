#!/bin/sh
# Finds what the project is built with, and installs what is missing on Debian.
set -eu

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
    say "Swift 6.3 is needed and is not on the PATH. Install it, then run this again."
    exit 1
fi

missing=""
has() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
has libxml-2.0 || missing="$missing libxml2-dev"
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    say "These packages are missing, and there is no apt-get to install them:$missing"
    say "Install them, then run this again."
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        say "These packages are missing:$missing"
        say "Install them as root: apt-get install$missing"
        exit 1
    fi
    as_root="sudo"
fi
say "Installing$missing"
# shellcheck disable=SC2086
if ! { $as_root apt-get -qq update && DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq -y install --no-install-recommends $missing; } >&2; then
    say "Could not install$missing. Install them by hand, then run this again."
    exit 1
fi
