# SPDX-License-Identifier: MIT
"""Measures rollcall's coroutines beside QCoro's and Python's asyncio, in one run on this machine.

Every figure is measured here and now. A mark that is not reached is printed as MISSED, and the exit code is then 1.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKLOADS = {
    "switch": "a task gives way and goes on",
    "gather": "one of 100,000 tasks at once, made, run and collected",
    "semaphore": "a place is handed from one task to another",
}
TIMEOUT_SECONDS = 300


def measure(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=TIMEOUT_SECONDS)
    return {name: float(cost) for name, cost in (line.split() for line in done.stdout.splitlines())}


def median_of(rounds):
    return {name: statistics.median(one[name] for one in rounds) for name in WORKLOADS}


def main():
    parser = argparse.ArgumentParser(prog="./dev bench async", description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of which the median counts (3)")
    options = parser.parse_args()
    binaries = options.build / "tests" / "bin"
    commands = {"rollcall": [binaries / "bench_async"], "QCoro": [binaries / "bench_qcoro"],
                "asyncio": [sys.executable, HERE / "asyncio_workloads.py"]}
    if not commands["QCoro"][0].exists():
        print("QCoro is left out: qcoro-qt6-dev was not there when this was configured.")
        del commands["QCoro"]
    rounds = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            rounds[name].append(measure(command))
    costs = {name: median_of(one) for name, one in rounds.items()}

    others = [name for name in commands if name != "rollcall"]
    print(f"Nanoseconds an operation, median of {options.rounds} rounds in turns; beside others the ratio.")
    print(f"{'':<56}" + "".join(f"{name:>12}" for name in commands) + "".join(f"{'x ' + name:>12}" for name in others))
    missed = []
    for workload, sentence in WORKLOADS.items():
        own = costs["rollcall"][workload]
        ratios = {name: costs[name][workload] / own for name in others}
        print(f"{sentence:<56}" + "".join(f"{costs[name][workload]:>12,.0f}" for name in commands)
              + "".join(f"{ratios[name]:>12.1f}" for name in others))
        missed += [f"{workload} beside {name}" for name in others if ratios[name] <= 1]
    print("MISSED: " + ", ".join(missed) if missed else "reached: ahead of each on each")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
