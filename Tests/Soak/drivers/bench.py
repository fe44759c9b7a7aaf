"""What all phases share: running the writer, keeping the ledger outside of it, and the table."""
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter, defaultdict

WRITER = os.environ["STORE_SOAK"]
SEED = int(os.environ.get("RANDOM_SEED", time.time_ns() % 1_000_000))
CHANCE = random.Random(SEED)
IS_ROOT = os.geteuid() == 0


def knob(name, standard):
    return int(os.environ.get(name, standard))


class Skipped(Exception):
    """Says why a phase cannot run here."""


class Lost(Exception):
    """A promise that was broken; the message has what is needed to look into it."""


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise Skipped(f"there is no {program}")


def need_root(*programs):
    if not IS_ROOT:
        raise Skipped("only root can mount file systems")
    need(*programs)


def run(*words, **options):
    return subprocess.run(words, check=True, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, **options)


# MARK: The writer

def start(command, store, *options, before=(), **settings):
    words = [*before, WRITER, command, store, *map(str, options)]
    settings.setdefault("stdout", subprocess.PIPE)
    settings.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.Popen(words, stderr=subprocess.STDOUT, text=True, **settings)


def ask(command, store, *options, before=(), timeout=600):
    """Runs the writer to its end: its status and lines."""
    process = start(command, store, *options, before=before)
    output, _ = process.communicate(timeout=timeout)
    return process.returncode, output.splitlines()


def died_by_signal(status):
    # A shell, strace and prlimit pass a signal on as 128 and more.
    return status < 0 or status > 128


class Ledger:
    """What writers were told, which is all that a learner can know."""

    def __init__(self):
        self.acknowledged = defaultdict(dict)  # worker: {place: chance}
        self.refused = set()  # what a fault said is not saved
        self.unknown = set()
        self.kinds = Counter()
        self.acks = 0
        self.times = {}  # (worker, place): nanoseconds, when it was acknowledged
        self.worst = 0.0

    def read(self, lines):
        """Takes in what a writer printed; a line cut short by a kill is none."""
        for line in lines:
            words = line.split(" ", 7)
            if words[0] == "ack" and len(words) == 5:
                worker, place, chance = int(words[1]), int(words[2]), words[3]
                self.acknowledged[worker][place] = chance
                self.times[worker, place] = int(words[4])
                self.unknown.discard((worker, place, chance))
                self.acks += 1
            elif words[0] == "fault":
                self.kinds[f"{words[1]} {words[2]}"] += 1
                if words[3] != "-":
                    step = int(words[3]), int(words[4]), words[5]
                    (self.unknown if words[1] == "unknown" else self.refused).add(step)
            elif words[0] == "worst":
                self.worst = max(self.worst, float(words[1]) / 1e6)
            elif words[0] not in ("held", "checkpoints"):
                raise Lost(f"the writer said: {line}")
        return self

    def read_killed(self, text):
        self.read(text.split("\n")[:-1])


class Check:
    """What a store holds, held against a ledger, and everything that verifying finds.

    `gone` is when the disk was taken away, by time.monotonic_ns(). A machine without power tells
    nobody anything; but here its kernel lives on, and fdatasync of a journal that is being given
    up may answer that it is done. What was acknowledged after that moment counts as late, and not
    as lost; there can be one such step of each writer, since every later sync fails.
    """

    def __init__(self, store, ledger, is_outside=False, gone=None):
        self.lost = self.kept = self.most_kept = self.late = self.late_lost = 0
        self.wrong, self.corrupt = [], []
        found = defaultdict(dict)
        self.head = None
        if os.path.exists(store):
            self.look(store, found)
        for worker in sorted({*found, *ledger.acknowledged}):
            steps, acknowledged = found[worker], ledger.acknowledged[worker]
            missing = [p for p, chance in acknowledged.items() if steps.get(p) != chance]
            if gone is not None:
                late = [p for p in acknowledged if ledger.times.get((worker, p), 0) >= gone]
                late_lost = [p for p in missing if p in late]
                self.late += len(late)
                self.late_lost += len(late_lost)
                if len(late_lost) <= 1:
                    missing = [p for p in missing if p not in late_lost]
                    for place in late_lost:
                        del acknowledged[place]
            self.lost += len(missing)
            if missing:
                self.wrong.append(f"worker {worker} misses {sorted(missing)[:3]}")
            if sorted(steps) != list(range(len(steps))):
                self.wrong.append(f"worker {worker} has a hole")
            kept = {p: chance for p, chance in steps.items() if p not in acknowledged}
            self.kept += len(kept)
            self.most_kept = max(self.most_kept, len(kept))
            for place, chance in steps.items():
                if (worker, place, chance) in ledger.refused:
                    self.wrong.append(f"step {worker} {place} is there and was called not saved")
            # From now on they have to stay, too.
            acknowledged.update(kept)
        self.found = found
        if is_outside and os.path.exists(store):
            self.look_outside(store, found)

    def look(self, store, found):
        status, lines = ask("count", store)
        if status != 0:
            self.corrupt.append("count: " + " ".join(lines))
        for line in lines:
            words = line.split()
            if words[0] == "step":
                worker, place = int(words[1]), int(words[2])
                if place in found[worker]:
                    self.wrong.append(f"step {worker} {place} is there twice")
                found[worker][place] = words[3]
            elif words[0] == "head":
                self.head = words[1]
            else:
                self.corrupt.append(line)
        status, lines = ask("verify", store)
        if status != 0:
            self.corrupt.append("verify: " + "; ".join(lines))

    def look_outside(self, store, found):
        """Asks another build of SQLite, on a copy so that it changes nothing."""
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            copy = os.path.join(folder, "copy")
            for suffix in ("", "-wal"):
                if os.path.exists(store + suffix):
                    shutil.copyfile(store + suffix, copy + suffix)
            connection = sqlite3.connect(copy)
            try:
                answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
                count = connection.execute("SELECT count(*) FROM step").fetchone()[0]
            except sqlite3.DatabaseError as error:
                answer, count = repr(error), None
            connection.close()
            if answer != "ok" or count != sum(map(len, found.values())):
                self.corrupt.append(f"outside: {answer}, {count} steps")

    def insist(self, where):
        """Stops the phase at the first broken promise."""
        if self.lost or self.corrupt or self.wrong:
            raise Lost(f"{where}: lost {self.lost}; {'; '.join(self.corrupt + self.wrong)[:600]}")
        return self


# MARK: Places

class Folder:
    """A folder of its own on the disk, or in memory, that goes away afterwards."""

    def __init__(self, in_memory=False):
        base = "/dev/shm" if in_memory else os.environ.get("SOAK_DIR", "/var/tmp")
        self.path = tempfile.mkdtemp(prefix="soak-", dir=base)

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


class Volume:
    """A small file system on a loop device, or in memory, mounted for as long as it is needed."""

    def __init__(self, kind, size, *making):
        self.kind = kind
        self.base = tempfile.mkdtemp(prefix="soak-", dir="/dev/shm")
        self.image, self.path = self.base + "/image", self.base + "/mount"
        os.mkdir(self.path)
        self.size = size
        if kind != "tmpfs":
            with open(self.image, "wb") as file:
                file.truncate(size)
            run(f"mkfs.{kind}", "-q", *making, self.image)

    def __enter__(self):
        self.mount()
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.path], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(self.base, ignore_errors=True)

    def mount(self):
        if self.kind == "tmpfs":
            run("mount", "-t", "tmpfs", "-o", f"size={self.size}", "soak", self.path)
        else:
            run("mount", "-o", "loop", self.image, self.path)

    def unmount(self):
        for _ in range(50):
            done = subprocess.run(["umount", self.path], capture_output=True, check=False)
            if done.returncode == 0:
                return
            time.sleep(0.02)
        raise Lost("could not unmount: " + done.stderr.decode())

    def again(self):
        """As after a start: what only memory held is gone."""
        self.unmount()
        self.mount()

    def fill(self, name="ballast"):
        """Takes all the room there is, so that removing it makes room."""
        path = f"{self.path}/{name}"
        with open(path, "wb", buffering=0) as file:
            for size in (1 << 16, 512):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    pass
        return path


# MARK: The table

class Table:
    WIDTHS = (31, 27, 6, 8, 7)

    def __init__(self):
        self.failed = False
        self.row("phase", "done", "lost", "corrupt", "seconds", "result")

    def row(self, *cells):
        *first, last = cells
        shown = "  ".join(str(c).ljust(w) if i < 2 else str(c).rjust(w)
                          for i, (c, w) in enumerate(zip(first, self.WIDTHS)))
        print(f"{shown}  {last}", flush=True)

    def phase(self, name, body):
        """Runs a phase that returns (done, more), and prints what came of it."""
        begun = time.monotonic()
        try:
            done, more = body()
            self.row(name, done, 0, 0, f"{time.monotonic() - begun:.0f}", f"ok: {more}")
        except Skipped as why:
            self.row(name, "-", "-", "-", "-", f"skipped: {why}")
        except Lost as why:
            self.failed = True
            self.row(name, "-", "?", "?", f"{time.monotonic() - begun:.0f}", f"FAILED: {why}")


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.kill()
    process.wait()


def summary(counter):
    return ", ".join(f"{count} {kind}" for kind, count in sorted(counter.items())) or "none"


def plain(text):
    return re.sub(r"\s+", " ", text).strip()
