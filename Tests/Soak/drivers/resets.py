"""The WAL-reset bug of SQLite before 3.51.3: a checkpointer that is stopped at the wrong moment."""
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from .bench import CHANCE, Check, Folder, Ledger, Lost, Skipped, knob, start, stop

ROUND = 20
WRITERS = 2


def torment(processes, until):
    """Stops them for a moment, over and over, and whatever they hold with them."""
    stops = 0
    while time.monotonic() < until:
        for process in processes:
            time.sleep(CHANCE.uniform(0.00005, 0.0005))
            process.send_signal(signal.SIGSTOP)
            time.sleep(CHANCE.uniform(0.0002, 0.001))
            process.send_signal(signal.SIGCONT)
            stops += 1
    return stops


def through_the_lock():
    minutes = knob("MINUTES", 10)
    rounds = max(1, minutes * 60 // ROUND)
    acks = stops = checkpoints = 0
    with Folder(in_memory=True) as base:
        for number in range(rounds):
            folder = f"{base}/{number}"
            store = f"{folder}/results.sqlite"
            ledger = Ledger()
            ledger.read(start("write", store, "--worker", 9, "--count", 1).communicate()[0]
                        .splitlines())
            outputs = [open(f"{base}/{n}.out", "w+", encoding="utf-8") for n in range(WRITERS)]
            writers = [start("write", store, "--worker", n, stdout=outputs[n])
                       for n in range(WRITERS)]
            checkpointer = start("checkpoint", store, "--seconds", ROUND)
            try:
                stops += torment([checkpointer], time.monotonic() + ROUND - 1)
                told = checkpointer.communicate(timeout=120)[0].splitlines()
            finally:
                for writer in writers:
                    stop(writer)
                stop(checkpointer)
            for output in outputs:
                output.seek(0)
                ledger.read_killed(output.read())
                output.close()
            if checkpointer.returncode != 0 or ledger.kinds:
                raise Lost(f"round {number}: {told[-1:]} {dict(ledger.kinds)}")
            checkpoints += int(told[-1].split()[1])
            acks += ledger.acks
            Check(store, ledger, is_outside=True).insist(f"round {number}")
            subprocess.run(["rm", "-rf", folder], check=True)
    return f"{minutes} min, {acks} acks", (
        f"0 malformed in {rounds} rounds; {checkpoints} checkpoints, stopped {stops} times")


# MARK: The control

WRITE = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)
c.execute("PRAGMA synchronous=OFF"); c.execute("PRAGMA wal_autocheckpoint=0")
n = 0
while True:
    try: c.execute("INSERT INTO answer VALUES (?, 'what a learner thought of this')", (n,))
    except sqlite3.OperationalError as e:
        if "locked" in str(e): continue
        raise
    n += 1
    if n % 1000 == 0: print(n, flush=True)
"""
CHECKPOINT = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0.1)
c.execute("PRAGMA synchronous=OFF")
while True:
    try: c.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    except sqlite3.OperationalError: pass
"""


def without_the_lock():
    """The same with plain SQLite, where nobody waits for a turn: it should break now and then."""
    if not knob("CONTROL", 0):
        raise Skipped("CONTROL=1 runs it")
    rounds, broken, commits = knob("CONTROL_ROUNDS", 30), 0, 0
    with Folder(in_memory=True) as base:
        for number in range(rounds):
            path = f"{base}/{number}.db"
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE answer (n INTEGER, words TEXT)")
            connection.execute("CREATE INDEX by_words ON answer (words, n)")
            connection.commit()
            connection.close()
            quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
            writer = subprocess.Popen([sys.executable, "-c", WRITE, path], **quiet)
            checkpointer = subprocess.Popen([sys.executable, "-c", CHECKPOINT, path], **quiet)
            heard = []
            listener = threading.Thread(target=lambda w=writer, h=heard: h.extend(w.stdout))
            listener.start()
            torment([checkpointer], time.monotonic() + 10)
            stop(writer)
            stop(checkpointer)
            listener.join()
            commits += int(heard[-1]) if heard else 0
            try:
                connection = sqlite3.connect(path)
                broken += connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
            except sqlite3.DatabaseError:
                broken += 1
            for name in os.listdir(base):
                os.remove(f"{base}/{name}")
    return f"{rounds} rounds, {commits} commits", (
        f"SQLite {sqlite3.sqlite_version} without the lock: {broken} rounds malformed")


def phases():
    yield "WAL reset, through the lock", through_the_lock
    yield "WAL reset, control", without_the_lock
