#!/bin/sh
# Fuzzes the readers of banks, rubrics, score sheets and programs under AddressSanitizer.
#
#   RUNS=10000000  how many inputs to try in all
#   JOBS=2         how many processes share them
#   MAX_TIME=0     stop after that many seconds; 0 never does
#
# With a file as argument it only tries that file again.
set -eu
cd "$(dirname "$0")/.."

RUNS="${RUNS:-10000000}"
JOBS="${JOBS:-2}"
MAX_TIME="${MAX_TIME:-0}"
export SWIFT_BACKTRACE=enable=no
out="$PWD/.build/fuzz"
mkdir -p "$out/modules" "$out/corpus" "$out/crashes" Fuzzing/Corpus

say() { printf '%s\n' "$*" >&2; }

# The parts are compiled as the package does it, with the instruments added to each.
flags="-O -swift-version 6 -package-name assay -parse-as-library -sanitize=address
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature NonisolatedNonsendingByDefault
    -I $out/modules -I Sources/System/CLibXML2 -I Fuzzing/CFuzzer"
for flag in $(pkg-config --cflags libxml-2.0); do flags="$flags -Xcc $flag"; done

# What -sanitize=fuzzer adds, less the tracing of comparisons: that would take a quarter of the
# time, and the dictionary has the words.
counted="-sanitize-coverage=func -Xllvm -sanitizer-coverage-level=3
    -Xllvm -sanitizer-coverage-inline-8bit-counters -Xllvm -sanitizer-coverage-pc-table"

compile() {
    module="$1"
    shift
    say "compiling $module"
    # shellcheck disable=SC2086
    swiftc $flags -whole-module-optimization -module-name "$module" -emit-module \
        -emit-module-path "$out/modules/$module.swiftmodule" -emit-object -o "$out/$module.o" "$@"
}

# Schema.swift needs the resources that the package embeds, and reads nothing.
sources() { find "Sources/$1" -name '*.swift' ! -name Schema.swift | sort; }

# shellcheck disable=SC2046,SC2086
build() {
    if [ -x "$out/fuzz" ]; then
        newer="$(find Sources/Assessment Sources/MarkupReading Sources/Content Sources/System \
            Fuzzing/*.swift Fuzzing/run.sh -newer "$out/fuzz" -type f)"
        [ -n "$newer" ] || return 0
    fi
    compile Assessment $counted $(sources Assessment)
    compile MarkupReading $counted $(sources MarkupReading)
    compile Content $counted $(sources Content)
    compile Fuzzing Fuzzing/*.swift
    swiftc -sanitize=fuzzer,address -use-ld=lld "$out/Assessment.o" "$out/MarkupReading.o" \
        "$out/Content.o" "$out/Fuzzing.o" $(pkg-config --libs libxml-2.0) -o "$out/fuzz"
}

# An input is a byte that chooses the reader, then the file: see FuzzReaders.swift.
seed() {
    for file in "$@"; do
        [ -f "$file" ] || continue
        case "$(grep -a -o -m 1 -E '<(bank|rubric|score-sheet|program)[ >]' "$file" || true)" in
            '<rubric'*) choice=A ;;
            '<score-sheet'*) choice=B ;;
            '<program'*) choice=C ;;
            *) choice=@ ;;
        esac
        name="$(printf '%s' "$file" | tr -c 'A-Za-z0-9.\n-' '_')"
        { printf '%s' "$choice"; cat "$file"; } > "$out/seeds/$name"
    done
}

plant() {
    rm -rf "$out/seeds"
    mkdir -p "$out/seeds"
    find QuestionBanks Rubrics Programs Fuzzing/Samples Tests -name '*.xml' -type f > "$out/list"
    while IFS= read -r file; do seed "$file"; done < "$out/list"
}

build
if [ $# -gt 0 ]; then exec "$out/fuzz" -timeout=10 "$@"; fi
plant

pids=""
stop() { for pid in $pids; do kill "$pid" 2>/dev/null || true; done; }
trap 'stop; exit 130' INT TERM
# Short memory of who allocated what makes it a good deal faster; running an input again has it all.
export ASAN_OPTIONS=malloc_context_size=1:quarantine_size_mb=8:max_malloc_fill_size=64
reload=0
[ "$JOBS" -eq 1 ] || reload=10
job=1
while [ "$job" -le "$JOBS" ]; do
    "$out/fuzz" -runs=$((RUNS / JOBS)) -max_total_time="$MAX_TIME" -max_len=4096 -timeout=10 \
        -rss_limit_mb=2048 -reload=$reload -dict=Fuzzing/xml.dict -artifact_prefix="$out/crashes/" \
        -print_final_stats=1 "$out/corpus" Fuzzing/Corpus "$out/seeds" > "$out/log.$job" 2>&1 &
    pids="$pids $!"
    job=$((job + 1))
done
say "fuzzing: $RUNS runs in $JOBS processes; $out/log.1 tells how far they are"

failed=0
for pid in $pids; do wait "$pid" || failed=1; done
for log in "$out"/log.[0-9]*; do
    grep -a -E '^#[0-9]+[[:space:]]+DONE|^stat::number_of_executed_units' "$log" || true
done
if [ "$failed" -ne 0 ]; then
    say "a promise was broken, or the readers crashed:"
    grep -a -h -E 'Fatal error|ERROR: |Test unit written' "$out"/log.[0-9]* >&2 || true
    say "run it again with: sh Fuzzing/run.sh FILE"
    exit 1
fi
say "no faults"
