"""Many at once: a class that answers together, and one record that everybody submits."""
import subprocess

from .bench import Check, Folder, Ledger, Lost, knob, start


def together(store, count, command, *options):
    """Starts them, lets them go at one moment, and hears them out."""
    processes = [start(command, store, *(option(n) if callable(option) else option
                                         for option in options), stdin=subprocess.PIPE)
                 for n in range(count)]
    for process in processes:
        process.stdin.write("go\n")
    for process in processes:
        process.stdin.close()
        process.stdin = None
    return [(process.communicate(timeout=300)[0], process.returncode) for process in processes]


def a_class():
    size, answers = knob("CROWD", 50), knob("ANSWERS", 20)
    with Folder() as folder:
        store = f"{folder}/results.sqlite"
        ledger = Ledger()
        for output, status in together(store, size, "write", "--worker", lambda n: n, "--count",
                                       answers, "--gate", "once"):
            ledger.read(output.splitlines())
            if status != 0:
                raise Lost(f"a process ended with {status}: {output[-300:]}")
        if ledger.acks != size * answers:
            raise Lost(f"{ledger.acks} of {size * answers} were saved")
        Check(store, ledger, is_outside=True).insist("afterwards")
    return f"{size} x {answers} answers", f"0 refused; worst wait {ledger.worst:.2f} s"


def the_same():
    size, rounds = knob("SUBMITTERS", 20), knob("SUBMIT_ROUNDS", 10)
    worst = 0.0
    for _ in range(rounds):
        with Folder() as folder:
            store = f"{folder}/results.sqlite"
            ledger = Ledger()
            for output, status in together(store, size, "submit"):
                ledger.read(output.splitlines())
                if status != 0:
                    raise Lost(f"a process ended with {status}: {output[-300:]}")
            check = Check(store, ledger).insist("afterwards")
            rows = sum(map(len, check.found.values()))
            if ledger.acks != size or rows != 1:
                raise Lost(f"{ledger.acks} successes, {rows} rows")
            worst = max(worst, ledger.worst)
    return f"{rounds} x {size} submissions", (
        f"1 row, {size} successes each; worst wait {worst:.2f} s")


def phases():
    yield "a class at once", a_class
    yield "one record from all", the_same
