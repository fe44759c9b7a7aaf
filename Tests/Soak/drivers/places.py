"""Where a store lies: disks that fill up, that may only be read, that vanish, that are no disks."""
import os
import shutil
import signal
import subprocess
import threading
import time
from collections import Counter

from .bench import (Check, Folder, Ledger, Lost, Skipped, Volume, ask, died_by_signal, knob, need,
                    need_root, plain, run, start, stop, summary)
from .sudden import cut


class Listener:
    """Follows what a writer says while it works."""

    def __init__(self, process, ledger):
        self.process, self.ledger = process, ledger
        self.arrived = threading.Condition()
        self.wrong = None
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        for line in self.process.stdout:
            with self.arrived:
                try:
                    if line.endswith("\n"):
                        self.ledger.read([line.rstrip("\n")])
                except Lost as wrong:
                    self.wrong = wrong
                self.arrived.notify_all()

    def wait(self, until, what, seconds=30):
        """Until the ledger is so, or the writer has ended."""
        with self.arrived:
            if not self.arrived.wait_for(lambda: self.wrong or until(self.ledger), seconds):
                raise Lost(f"waited in vain for {what}: {summary(self.ledger.kinds)}")
            if self.wrong:
                raise self.wrong

    def end(self):
        stop(self.process)
        self.thread.join()
        return self.process.returncode


def pause(process):
    """Stops it between two system calls."""
    process.send_signal(signal.SIGSTOP)
    for _ in range(1000):
        with open(f"/proc/{process.pid}/stat", encoding="utf-8") as file:
            if file.read().rpartition(")")[2].split()[0] == "T":
                return
        time.sleep(0.005)
    raise Lost("the writer could not be stopped")


def faults(ledger):
    return sum(ledger.kinds.values())


# MARK: Full disks

def full(kind, size, *making):
    need_root("mount", f"mkfs.{kind}" if kind != "tmpfs" else "mount")
    rounds = knob("FULL_ROUNDS", 5)
    kinds, acks = Counter(), 0
    for number in range(rounds):
        with Volume(kind, size, *making) as volume:
            store = f"{volume.path}/results.sqlite"
            ledger = Ledger()
            ledger.read(ask("write", store, "--worker", 0, "--count", 10 + 7 * number)[1])
            ballast = volume.fill()
            # It has room in what the store itself has taken, until that is used up.
            writer = start("write", store, "--worker", 0, "--tries", 100_000, "--pause", 20)
            listener = Listener(writer, ledger)
            try:
                listener.wait(lambda ledger: faults(ledger) >= 3, "faults on a full disk")
                # On the full disk others can still read what is there.
                status, lines = ask("count", store)
                if status != 0:
                    raise Lost(f"a full disk cannot be read: {lines}")
                acks_before = ledger.acks
                os.remove(ballast)
                listener.wait(lambda ledger: ledger.acks > acks_before + 3, "acks with room again")
            finally:
                status = listener.end()
            if status not in (0, -9):
                raise Lost(f"the writer ended with {status}")
            kinds += ledger.kinds
            acks += ledger.acks
            if kind != "tmpfs":
                volume.again()
            Check(store, ledger).insist(f"round {number}")
    return f"{rounds} disks, {acks} acks", f"told: {summary(kinds)}; read while full; goes on"


def begun_full(kind, size, *making):
    """A disk that was full before the program began."""
    need_root("mount", f"mkfs.{kind}" if kind != "tmpfs" else "mount")
    told = Counter()
    with Volume(kind, size, *making) as volume:
        store = f"{volume.path}/results.sqlite"
        ledger = Ledger()
        ledger.read(ask("write", store, "--worker", 0, "--count", 30)[1])
        ballast = volume.fill()
        for command, place in (("write", store), ("write", f"{volume.path}/new.sqlite"),
                               ("count", store), ("verify", store)):
            options = ("--worker", 0, "--count", 200) if command == "write" else ()
            status, lines = ask(command, place, *options)
            if died_by_signal(status):
                raise Lost(f"{command} died by signal {status}")
            told[f"{command} {'ok' if status == 0 else lines[-1].split(' ')[2]}"] += 1
            if place == store and command == "write":
                ledger.read(lines)
        os.remove(ballast)
        Check(store, ledger).insist("after a full beginning")
    return "4 commands", summary(told)


def file_limit():
    need("prlimit")
    kinds, runs, acks = Counter(), 0, 0
    with Folder(in_memory=True) as folder:
        for limit in [0, 1, 100, 4096, 20_000, *range(32_768, 400_000, 12_345)]:
            store = f"{folder}/{limit}/results.sqlite"
            ledger = Ledger()
            if runs % 2:
                ledger.read(ask("write", store, "--worker", 0, "--count", 10)[1])
            status, lines = ask("write", store, "--worker", 0, "--count", 300, "--tries", 2,
                                before=["prlimit", f"--fsize={limit}"])
            if died_by_signal(status):
                raise Lost(f"died by signal {status} at a limit of {limit}")
            ledger.read(lines)
            Check(store, ledger).insist(f"a limit of {limit}")
            runs += 1
            acks += ledger.acks
            kinds += ledger.kinds
    return f"{runs} limits, {acks} acks", f"told: {summary(kinds)}; 0 deaths by SIGXFSZ"


# MARK: Disks that may only be read

def read_only():
    """Remounted in mid-flight as ext4 does it itself when it meets an error, and before opening."""
    need_root("mkfs.ext4", "mount")
    kinds, acks, rounds = Counter(), 0, knob("READ_ONLY_ROUNDS", 10)
    for number in range(rounds):
        with Volume("ext4", 64 << 20) as volume:
            store = f"{volume.path}/results.sqlite"
            ledger = Ledger()
            writer = start("write", store, "--worker", 0, "--tries", 3)
            listener = Listener(writer, ledger)
            listener.wait(lambda ledger: ledger.acks > 20 * number, "acks")
            # While ext4 aborts, fdatasync may say that it is done when it is not: not our loss.
            pause(writer)
            try:
                run("mount", "-o", "remount,abort", volume.path)
            except subprocess.CalledProcessError as error:
                listener.end()
                raise Skipped(f"ext4 does not abort here: {plain(error.stderr)}") from error
            writer.send_signal(signal.SIGCONT)
            writer.wait(timeout=60)
            status = listener.end()
            if status != 3:
                raise Lost(f"the writer ended with {status}: {summary(ledger.kinds)}")
            kinds += ledger.kinds
            acks += ledger.acks
            volume.again()
            Check(store, ledger).insist(f"round {number}")
            run("mount", "-o", "remount,ro", volume.path)
            status, lines = ask("write", store, "--worker", 0, "--count", 1)
            if status != 3:
                raise Lost(f"wrote to a read-only disk: {lines}")
            kinds[f"opening: {lines[-1].split(' ')[2]}"] += 1
            Check(store, ledger).insist(f"round {number}, read-only")
    return f"{rounds} disks, {acks} acks", f"told: {summary(kinds)}"


def disk_gone():
    """The disk goes away under the writer, as a stick that is pulled out."""
    need_root("mkfs.ext4", "mount")
    kinds, acks, rounds = Counter(), 0, knob("READ_ONLY_ROUNDS", 10)
    late = late_lost = 0
    for number in range(rounds):
        with Volume("ext4", 64 << 20) as volume:
            store = f"{volume.path}/results.sqlite"
            ledger = Ledger()
            writer = start("write", store, "--worker", 0, "--tries", 3)
            listener = Listener(writer, ledger)
            listener.wait(lambda ledger: ledger.acks > 20 * number, "acks")
            gone = cut(volume.path)
            writer.wait(timeout=60)
            if listener.end() != 3:
                raise Lost(f"the writer did not end: {summary(ledger.kinds)}")
            kinds += ledger.kinds
            acks += ledger.acks
            volume.again()
            check = Check(store, ledger, gone=gone).insist(f"round {number}")
            late += check.late
            late_lost += check.late_lost
    return f"{rounds} disks, {acks} acks", (
        f"told: {summary(kinds)}; {late} acks came after it went, {late_lost} of them not there")


# MARK: Folders that go away

def remove(folder):
    shutil.rmtree(folder)


def rename(folder):
    os.rename(folder, folder + ".away")


def swap(folder):
    rename(folder)
    shutil.copytree(folder + ".away", folder)


def another(folder):
    rename(folder)
    ask("write", f"{folder}/results.sqlite", "--worker", 5, "--count", 3)


def drop(*names):
    def act(folder):
        for name in names:
            os.remove(f"{folder}/results.sqlite{name}")
    act.__name__ = "remove " + ", ".join(name or "the file" for name in names)
    return act


# What must not be acknowledged afterwards: whoever looks for it does not find it.
TAKEN = [remove, rename, swap, another, drop(""), drop("-wal"), drop("", "-wal", "-shm")]


def vanished():
    kinds, acks = Counter(), 0
    rounds = knob("VANISH_ROUNDS", 3)
    with Folder() as base:
        for take in TAKEN:
            for number in range(rounds):
                folder = f"{base}/{take.__name__}-{number}"
                where = f"{take.__name__}, round {number}"
                store = f"{folder}/results.sqlite"
                ledger = Ledger()
                writer = start("write", store, "--worker", 0, "--gate", "each",
                               stdin=subprocess.PIPE)
                listener = Listener(writer, ledger)

                def answer():
                    writer.stdin.write("go\n")
                    writer.stdin.flush()

                for step in range(1, 6 + 7 * number):
                    answer()
                    listener.wait(lambda ledger, step=step: ledger.acks == step, "an ack")
                held = ledger.acks
                take(folder)
                answer()
                writer.wait(timeout=60)
                status = listener.end()
                if ledger.acks != held or status != 3:
                    raise Lost(f"{where}: {ledger.acks - held} acks afterwards, status {status}")
                kinds += ledger.kinds
                acks += ledger.acks
                if os.path.exists(folder + ".away"):
                    Check(f"{folder}.away/results.sqlite", ledger).insist(where)
    return f"{len(TAKEN) * rounds} takings, {acks} acks", (
        f"none afterwards; told: {summary(kinds)}")


def came_back():
    """A folder that is renamed and comes back: the writer goes on where it was."""
    rounds, acks, kinds = knob("VANISH_ROUNDS", 3) * 5, 0, Counter()
    with Folder() as base:
        folder = f"{base}/results"
        store = f"{folder}/results.sqlite"
        ledger = Ledger()
        writer = start("write", store, "--worker", 0, "--tries", 100_000, "--pause", 5)
        listener = Listener(writer, ledger)
        for number in range(rounds):
            acks = ledger.acks
            listener.wait(lambda ledger: ledger.acks > acks + 5, "acks")
            rename(folder)
            before = faults(ledger)
            listener.wait(lambda ledger: faults(ledger) > before, "a fault")
            held = ledger.acks
            time.sleep(0.05)
            if ledger.acks != held:
                raise Lost(f"round {number}: acks without a folder")
            os.rename(folder + ".away", folder)
        acks = ledger.acks
        listener.wait(lambda ledger: ledger.acks > acks + 5, "acks")
        status = listener.end()
        if status != -9:
            raise Lost(f"the writer ended with {status}")
        Check(store, ledger).insist("after coming back")
        kinds, acks = ledger.kinds, ledger.acks
    return f"{rounds} absences, {acks} acks", f"told: {summary(kinds)}"


# MARK: Places that are refused

def user_space():
    """Stands for a network file system, too: a mount by a program of the user's."""
    need_root("bindfs", "mount")
    if not os.path.exists("/dev/fuse"):
        raise Skipped("there is no /dev/fuse")
    with Folder() as base:
        os.mkdir(f"{base}/real")
        os.mkdir(f"{base}/shown")
        if subprocess.run(["bindfs", f"{base}/real", f"{base}/shown"], check=False,
                          capture_output=True).returncode != 0:
            raise Skipped("bindfs cannot mount here")
        try:
            ledger = Ledger()
            store = f"{base}/real/results.sqlite"
            ledger.read(ask("write", store, "--worker", 0, "--count", 5)[1])
            told = []
            for command, name in (("write", "new"), ("write", "results"), ("count", "results")):
                status, lines = ask(command, f"{base}/shown/{name}.sqlite")
                if status != 3 or " unsafePlace " not in lines[-1]:
                    raise Lost(f"{command} on FUSE was not refused: {lines}")
                told.append(lines[-1].split(" ", 7)[7])
            left = sorted(os.listdir(f"{base}/real"))
            if any(name.startswith("new") for name in left):
                raise Lost(f"left behind: {left}")
            Check(store, ledger).insist("after being refused")
        finally:
            subprocess.run(["umount", f"{base}/shown"], check=False)
    return "3 commands on FUSE", f"refused: {told[0]}"


def phases():
    yield "full disk, tmpfs", lambda: full("tmpfs", 1500 << 10)
    yield "full disk, ext4, 4 KiB blocks", lambda: full("ext4", 8 << 20, "-b", "4096")
    yield "full disk, ext4, 1 KiB blocks", lambda: full("ext4", 8 << 20, "-b", "1024")
    yield "full from the start, tmpfs", lambda: begun_full("tmpfs", 1500 << 10)
    yield "full from the start, 4 KiB", lambda: begun_full("ext4", 8 << 20, "-b", "4096")
    yield "full from the start, 1 KiB", lambda: begun_full("ext4", 8 << 20, "-b", "1024")
    yield "limit on file sizes", file_limit
    yield "read-only in mid-flight", read_only
    yield "disk gone in mid-flight", disk_gone
    yield "folder vanished", vanished
    yield "folder away for a while", came_back
    yield "file system in user space", user_space
