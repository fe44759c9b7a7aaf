#!/usr/bin/env python3
"""Runs `assay bank check` over the hostile corpus, one process a case.

  check.py ASSAY [--big DIR] [--list]

A case is as expected when verdict, code and line of the first error are those of manifest.json,
and the check was quick enough, small enough and sent nothing to the terminal that acts on it.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
TIMEOUT = 30
# The memory of a child counts from that of its parent, so this program must stay small.
MOST_OUTPUT = 4 << 20
SCHEMA = "assay/bank-check/1"


@dataclass
class Run:
    status: int
    timed_out: bool
    seconds: float
    rss_mb: float
    output: bytes
    errors: bytes


def run(assay, path):
    """One check in a process of its own, with what it cost."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.monotonic()
        process = subprocess.Popen(
            [assay, "bank", "check", "--json", path], stdin=subprocess.DEVNULL,
            stdout=output, stderr=errors, env=dict(os.environ, LC_ALL="C"))
        late = threading.Event()

        def stop():
            late.set()
            process.kill()

        timer = threading.Timer(TIMEOUT, stop)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(process.returncode, late.is_set(), seconds, usage.ru_maxrss / 1024,
                   output.read(MOST_OUTPUT), errors.read(MOST_OUTPUT))


def control_characters(data):
    """What a terminal could act on, as code points; None where the bytes are not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return sorted({f"U+{ord(c):04X}" for c in text
                   if c != "\n" and (ord(c) < 0x20 or 0x7F <= ord(c) <= 0x9F)})


def printable(text):
    """The text without anything that the reader's own terminal would act on."""
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in text)


def answer(run):
    """The verdict, code, line and message of the first error, or a word on why there is none."""
    try:
        report = json.loads(run.output)
        if report["schema"] != SCHEMA:
            return None, f"schema is {report['schema']!r}"
        [file] = report["files"]
        first = next((d for d in file["diagnostics"] if d["severity"] == "error"), None)
        if file["errors"] > 0:
            return ("reject", first["code"], first["line"], first["message"]), None
        if first is not None:
            return None, "0 errors are counted and one is listed"
        return ("accept", None, None, ""), None
    except (ValueError, KeyError, TypeError) as fault:
        return None, f"no usable JSON ({type(fault).__name__}: {fault})"


def faults(case, run):
    """Everything that is not as the manifest says."""
    if run.timed_out:
        return [f"no answer within {TIMEOUT} s"]
    if run.status < 0:
        return [f"crash, signal {-run.status}: {run.errors[-200:]!r}"]
    found = []
    for name, data in (("stdout", run.output), ("stderr", run.errors)):
        characters = control_characters(data)
        if characters is None:
            found.append(f"{name} is not UTF-8")
        elif characters:
            found.append(f"{name} has {' '.join(characters[:5])}")
    if run.seconds > case["max_seconds"]:
        found.append(f"slow: {run.seconds * 1000:.0f} ms")
    if run.rss_mb > case["max_rss_mb"]:
        found.append(f"large: {run.rss_mb:.0f} MB")
    got, trouble = answer(run)
    if got is None:
        return found + [f"{trouble}, exit {run.status}"]
    verdict, code, line, message = got
    said = f" ({message})" if message else ""
    if run.status != (1 if verdict == "reject" else 0):
        found.append(f"verdict {verdict} with exit {run.status}")
    if verdict != case["verdict"]:
        with_code = f" {code}" if code else ""
        found.append(f"verdict {verdict}{with_code}, want {case['verdict']}{said}")
    elif code != case["code"]:
        found.append(f"code {code}, want {case['code']}{said}")
    if verdict == "reject" and case["line"] is not None and line != case["line"]:
        found.append(f"line {line}, want {case['line']}{said}")
    return found


def main():
    parser = argparse.ArgumentParser(description="Runs `assay bank check` over the corpus.")
    parser.add_argument("assay", help="the program to try")
    parser.add_argument("--big", metavar="DIR", help="also the big cases, written by gen.py there")
    parser.add_argument("--list", action="store_true", help="print every case with its result")
    options = parser.parse_args()
    with open(os.path.join(HERE, "manifest.json"), encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    tried, good = Counter(), Counter()
    slowest = highest = 0.0
    for case in cases:
        if case["big"] and not options.big:
            continue
        path = os.path.join(options.big if case["big"] else HERE, case["file"])
        if not os.path.exists(path):
            sys.exit(f"{case['file']} is missing: run gen.py first")
        outcome = run(options.assay, path)
        found = faults(case, outcome)
        tried[case["category"]] += 1
        good[case["category"]] += not found
        slowest = max(slowest, outcome.seconds)
        highest = max(highest, outcome.rss_mb)
        if found or options.list:
            want = f"{case['verdict']} {case['code'] or ''}".strip()
            result = "; ".join(found) if found else f"as expected: {want}"
            row = (f"{'NOT' if found else 'ok '} {case['id']:28} {outcome.seconds * 1000:6.0f} ms "
                   f"{outcome.rss_mb:4.0f} MB  {result}")
            print(printable(row))
    print(f"{'category':20} {'cases':>6} {'as expected':>12}")
    for category in tried:
        print(f"{category:20} {tried[category]:6} {good[category]:12}")
    total, right = tried.total(), good.total()
    print(f"{total} cases, {right} as expected, {total - right} not; "
          f"slowest {slowest * 1000:.0f} ms, highest RSS {highest:.0f} MB")
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(main())
