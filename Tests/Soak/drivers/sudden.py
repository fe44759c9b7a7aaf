"""Ends without a warning: kill -9, and power cuts on two file systems."""
import fcntl
import os
import signal
import struct
import time

from .bench import (CHANCE, Check, Folder, Ledger, Volume, died_by_signal, knob, need_root, start)

WORKERS = 2
# A store lives this long, so that some ends meet one that is just being made.
ROUNDS_OF_A_STORE = 20


def kills():
    goal = knob("KILLS", 1000)
    done = acks = kept = torn = 0
    most = 0
    with Folder() as folder:
        number = 0
        while done < goal:
            number += 1
            store = f"{folder}/{number}/results.sqlite"
            ledger = Ledger()
            for turn in range(ROUNDS_OF_A_STORE):
                writers = [start("write", store, "--worker", w) for w in range(WORKERS)]
                time.sleep(0.002 + CHANCE.expovariate(1 / 0.1))
                # Not at the same moment: one may die while the other waits for its turn.
                for writer in CHANCE.sample(writers, WORKERS):
                    writer.kill()
                    if CHANCE.random() < 0.5:
                        time.sleep(CHANCE.random() * 0.005)
                for writer in writers:
                    ledger.read_killed(writer.communicate()[0])
                    done += writer.returncode == -signal.SIGKILL
                torn += os.path.exists(store + "-wal") and os.path.getsize(store + "-wal") > 0
                is_last = turn == ROUNDS_OF_A_STORE - 1
                check = Check(store, ledger, is_outside=is_last).insist(f"after {done} kills")
                kept += check.kept
                most = max(most, check.most_kept)
                if most > 1:
                    check.wrong.append("more than one step was kept that nobody heard of")
                    check.insist(f"after {done} kills")
            acks += ledger.acks
    return f"{done} kills, {acks} acks", (
        f"{kept} unacknowledged kept, at most {most} a worker; {torn} logs left behind; "
        f"{number} stores, each begun under kills")


def cut(folder):
    """Takes the file system off its disk, with nothing more written, the journal neither.

    Answers when: what happens later, happens without power.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    moment = time.monotonic_ns()
    try:
        # FS_IOC_SHUTDOWN, _IOR('X', 125, __u32), with FS_SHUTDOWN_FLAGS_NOLOGFLUSH.
        fcntl.ioctl(descriptor, 0x8004587D, struct.pack("I", 2))
    finally:
        os.close(descriptor)
    return moment


def cuts(kind):
    need_root(f"mkfs.{kind}", "mount")
    goal = knob("CUTS", 100)
    acks = kept = most = crashes = 0
    faults = late = late_lost = 0
    ledger = None
    with Volume(kind, 400 << 20) as volume:
        for done in range(goal):
            if done % ROUNDS_OF_A_STORE == 0:
                store = f"{volume.path}/{done}/results.sqlite"
                ledger = Ledger()
            before = ledger.acks
            writers = [start("write", store, "--worker", w) for w in range(WORKERS)]
            time.sleep(CHANCE.uniform(0.01, 0.4))
            gone = cut(volume.path)
            time.sleep(0.01)
            for writer in writers:
                writer.kill()
            for writer in writers:
                ledger.read_killed(writer.communicate()[0])
                crashes += died_by_signal(writer.returncode) and writer.returncode != -9
            volume.again()
            check = Check(store, ledger, is_outside=done % 10 == 9, gone=gone)
            check.insist(f"after cut {done + 1}")
            late += check.late
            late_lost += check.late_lost
            kept += check.kept
            most = max(most, check.most_kept)
            acks += ledger.acks - before
            if done % ROUNDS_OF_A_STORE == ROUNDS_OF_A_STORE - 1 or done == goal - 1:
                faults += sum(ledger.kinds.values())
            check.wrong += ["a writer crashed"] * crashes
            check.insist(f"cut {done + 1}")
    return f"{goal} cuts, {acks} acks", (
        f"{kept} unacknowledged kept, at most {most} a worker; {faults} faults told; "
        f"{late} acks came after the cut, {late_lost} of them not there")
