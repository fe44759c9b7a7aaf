"""System calls that fail: the Nth of its kind, for N from 1 until the run meets no failure."""
import shutil
import subprocess
from collections import Counter

from .bench import (Check, Folder, Ledger, Lost, Volume, ask, died_by_signal, knob, need, need_root,
                    start, stop)
from .sudden import cut

# Others than those of the store fail, too: the loader's, and those that look for what is not there.
CALLS = [
    ("fdatasync", "fdatasync", ("EIO", "ENOSPC")),
    ("fsync", "fsync", ("EIO", "ENOSPC")),
    ("pwrite64", "pwrite64", ("EIO", "ENOSPC")),
    ("ftruncate", "ftruncate", ("EIO", "ENOSPC")),
    ("openat", "openat", ("EIO", "ENOSPC")),
    ("rename, link", "rename,renameat,renameat2,link,linkat", ("EIO", "ENOSPC")),
    ("unlink, mkdir", "unlink,unlinkat,mkdir,mkdirat", ("EIO", "ENOSPC")),
    ("pread64", "pread64", ("EIO",)),
    ("flock", "flock", ("EIO", "ENOLCK")),
    ("madvise", "madvise", ("EFAULT",)),
]
STEPS = 8


def inject(log, calls, error, when):
    return ["strace", "-f", "-qq", "-o", log, "-e", f"trace={calls}", "-e",
            f"inject={calls}:error={error}:when={when}"]


def was_injected(log):
    with open(log, encoding="utf-8", errors="replace") as file:
        return "(INJECTED)" in file.read()


def check_goes_on(store, ledger, where):
    """After the fault is gone the next answer is saved."""
    status, lines = ask("write", store, "--worker", 0, "--count", 1)
    ledger.read(lines)
    if status != 0:
        raise Lost(f"{where}: does not go on: {lines}")


class Tally:
    def __init__(self):
        self.runs = self.acks = self.unknown = self.refused = self.kept = self.unstarted = 0
        self.kinds = Counter()

    def add(self, ledger, check):
        self.runs += 1
        self.acks += ledger.acks
        self.refused += len(ledger.refused)
        self.unknown += len(ledger.unknown)
        self.kept += check.kept
        self.kinds += ledger.kinds

    def figures(self):
        return (f"{self.runs} runs, {self.acks} acks",
                f"{self.refused} steps not saved, all absent; {self.unknown} unknown, of which "
                f"{self.kept} there; 0 crashes; {self.unstarted} did not start")


def one(folder, calls, error, when, tally, holder=False):
    """One run with one failure; whether anything was made to fail."""
    store, log = f"{folder}/run/results.sqlite", f"{folder}/log"
    shutil.rmtree(f"{folder}/run", ignore_errors=True)
    where = f"{error} from {calls} {when}" + (" beside another process" if holder else "")
    ledger = Ledger()
    other = None
    if holder:
        other = start("hold", store, stdin=subprocess.PIPE)
        other.stdout.readline()
    status, lines = ask(
        "write", store, "--worker", 0, "--count", STEPS, "--tries", 1 if holder else 3,
        "--checkpoint-every", 3, before=inject(log, calls, error, when))
    if other:
        # Without a word: what it shared with the writer has to be made out from the log anew.
        stop(other)
    if died_by_signal(status):
        raise Lost(f"{where}: the writer died by signal {status}")
    if status in (127, 64) and not any(line.startswith(("ack", "fault")) for line in lines):
        # The loader did not find a library, or Swift the command line in /proc/self/cmdline.
        tally.unstarted += 1
        lines = []
    ledger.read(lines)
    check = Check(store, ledger).insist(where)
    check_goes_on(store, ledger, where)
    Check(store, ledger).insist(where + ", afterwards")
    tally.add(ledger, check)
    return was_injected(log)


def nth_call(calls, errors, holder=False):
    need("strace")
    tally = Tally()
    most = knob("NTH", 1000)
    last = 0
    with Folder(in_memory=True) as folder:
        for error in errors:
            for lasting in ("",) if holder else ("", "+"):
                number = 1
                while number <= most and one(folder, calls, error, f"{number}{lasting}", tally,
                                             holder):
                    number += 1
                last = max(last, number)
    done, more = tally.figures()
    return done, f"N = 1…{last}; {more}"


def then_cut():
    """A failed call and then a power cut: what a fault called saved has to be on the disk."""
    need("strace")
    need_root("mkfs.ext4", "mount")
    tally = Tally()
    for calls, lasting in (("fdatasync", ""), ("fdatasync", "+"), ("fsync", "+"), ("pwrite64", "")):
        number, step = 1, 1 if calls != "pwrite64" else knob("CUT_STRIDE", 5)
        while one_then_cut(calls, f"{number}{lasting}", tally):
            number += step
    return tally.figures()


def one_then_cut(calls, when, tally):
    with Volume("ext4", 32 << 20) as volume:
        log, store = f"{volume.base}/log", f"{volume.path}/run/results.sqlite"
        where = f"EIO from {calls} {when}, then a power cut"
        ledger = Ledger()
        status, lines = ask(
            "write", store, "--worker", 0, "--count", STEPS, "--checkpoint-every", 100,
            before=inject(log, calls, "EIO", when))
        cut(volume.path)
        if died_by_signal(status):
            raise Lost(f"{where}: the writer died by signal {status}")
        ledger.read(lines)
        volume.again()
        tally.add(ledger, Check(store, ledger).insist(where))
        return was_injected(log)


def phases():
    for name, calls, errors in CALLS:
        yield f"failing {name}", lambda c=calls, e=errors: nth_call(c, e)
    yield "failing fdatasync, shared", lambda: nth_call("fdatasync", ("EIO",), holder=True)
    yield "failing pwrite64, shared", lambda: nth_call("pwrite64", ("EIO",), holder=True)
    yield "failing call, then a cut", then_cut
