#!/usr/bin/env python3
"""Attacks a store of results in every way that a machine can fail, and counts what is lost.

README.md tells what each phase does and which environment variables set how much of it. Names of
phases as arguments run only those: soak.py kill cut
"""
import os
import sys

from drivers import bench, crowd, flips, injected, places, resets, sudden


def phases():
    yield "kill -9", sudden.kills
    yield "power cut, ext4", lambda: sudden.cuts("ext4")
    yield "power cut, xfs", lambda: sudden.cuts("xfs")
    yield from injected.phases()
    yield from places.phases()
    yield from crowd.phases()
    yield from resets.phases()
    yield from flips.phases()


def main():
    wanted = sys.argv[1:]
    print(f"writer {bench.WRITER}, seed {bench.SEED}, root {'yes' if bench.IS_ROOT else 'no'}, "
          f"kernel {os.uname().release}")
    table = bench.Table()
    for name, body in phases():
        if not wanted or any(word in name for word in wanted):
            table.phase(name, body)
    print("something was lost" if table.failed else "nothing was lost")
    return 1 if table.failed else 0


if __name__ == "__main__":
    sys.exit(main())
