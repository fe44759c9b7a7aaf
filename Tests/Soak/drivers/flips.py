"""Single bytes that change: in a closed store, and in the log that a kill left behind."""
import os
import subprocess

from .bench import CHANCE, Check, Folder, Ledger, Lost, ask, knob, start, stop

SUFFIXES = ("-wal", "-shm")
# Of a log that is left behind.
STEPS = 60


def put(path, data):
    for suffix in SUFFIXES:
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    for suffix, content in data.items():
        with open(path + suffix, "wb") as file:
            file.write(content)


def take(path):
    data = {}
    for suffix in ("", "-wal"):
        if os.path.exists(path + suffix):
            with open(path + suffix, "rb") as file:
                data[suffix] = file.read()
    return data


def flipped(content, offset):
    changed = bytearray(content)
    changed[offset] ^= CHANCE.randrange(1, 256)
    return bytes(changed)


def in_the_file():
    goal, missed = knob("FLIPS", 1000), []
    with Folder(in_memory=True) as folder:
        store = f"{folder}/results.sqlite"
        ledger = Ledger()
        ledger.read(ask("write", store, "--worker", 0, "--count", 250)[1])
        Check(store, ledger).insist("before")
        # Closed again, so that nothing is left beside it.
        ledger.read(ask("write", store, "--worker", 0, "--count", 1)[1])
        whole = take(store)
        if "-wal" in whole:
            raise Lost("a closed store still has a log")
        for _ in range(goal):
            offset = CHANCE.randrange(len(whole[""]))
            put(store, {"": flipped(whole[""], offset)})
            status, lines = ask("verify", store)
            if status != 1 or not lines or not lines[0].startswith("finding"):
                missed.append((offset, status, lines))
        put(store, whole)
        Check(store, ledger).insist("with every byte put back")
    if missed:
        raise Lost(f"{len(missed)} of {goal} changes were not found: {missed[:3]}")
    return f"{goal} bytes changed", f"{goal} found, in a store of {len(whole['']) >> 10} KiB"


def in_the_log():
    """Of a log that is not yet in the file not every change can be found: this counts them."""
    goal = knob("LOG_FLIPS", 500)
    found = found_by_head = harmless = last_step = 0
    with Folder(in_memory=True) as folder:
        store = f"{folder}/results.sqlite"
        ledger = Ledger()
        # Killed while it waits, with so few steps that the log was not begun anew meanwhile.
        writer = start("write", store, "--worker", 0, "--gate", "each", stdin=subprocess.PIPE)
        writer.stdin.write("go\n" * STEPS)
        writer.stdin.flush()
        while ledger.acks < STEPS:
            ledger.read([writer.stdout.readline().rstrip("\n")])
        stop(writer)
        if not os.path.exists(store + "-wal"):
            raise Lost("the kill left no log")
        whole = take(store)
        check = Check(store, ledger).insist("before")
        steps, head = len(check.found[0]), check.head
        for _ in range(goal):
            offset = CHANCE.randrange(len(whole["-wal"]))
            put(store, {**whole, "-wal": flipped(whole["-wal"], offset)})
            if ask("verify", store)[0] == 1:
                found += 1
                continue
            left = sum(line.startswith("step") for line in ask("count", store)[1])
            if left == steps:
                harmless += 1
            elif left == steps - 1 or left == 0 and steps == 1:
                last_step += 1
                found_by_head += ask("verify", store, "--known", head)[0] == 1
            else:
                raise Lost(f"a change at {offset} took {steps - left} steps and was not found")
    return f"{goal} bytes changed", (
        f"{found} found; {harmless} in what no longer counts; {last_step} took the last step, as "
        f"a log cut short would, of which {found_by_head} found by a head written down elsewhere")


def phases():
    yield "byte changed in the file", in_the_file
    yield "byte changed in a log", in_the_log
