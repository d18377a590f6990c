# SPDX-License-Identifier: MIT
"""Measures rollcall-cli beside curl --parallel and an aiohttp program, in one run on this machine's loopback.

Every figure is measured here and now. A mark that is not reached is printed as MISSED, and the exit code is then 1.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

import servers  # pylint: disable=wrong-import-position
from programs import HERE, Aiohttp, Curl, Measured, Rollcall, Workload

BODY_BYTES = 1024
TLS_HOSTS = 3_000
DELAYED_URLS, DELAYED_AT_ONCE, DELAY_SECONDS = 2_000, 200, 0.1
DELAY_MARK, IMPORT_MARK_SECONDS, EXPORT_MARK_SECONDS = 1.05, 2, 3
MEMORY_MARK_MEBIBYTES = 60  # of the workload with the most hosts
# What rollcall's rate has to be, as a ratio over that of curl --parallel and over that of aiohttp.
RATIO_MARKS = {"one host": (1.1, 6), "1,000 hosts": (2.5, 12), "20,000 hosts": (7, 16), "TLS, one host": (1.25, 4.5),
               "TLS, 3,000 hosts": (1.0, 2.7), "TLS verified, 3,000 names": (20, 2.5)}
# In flight, and the milliseconds by which the time to the first byte may be off at the 99th percentile.
ACCURACY_MARKS = {50: 2, 500: 5}
FORMAT_MARK_SECONDS = 3
UNMARKED_FORMATS = ["gatus"]  # yaml-cpp alone takes longer


def address(number):
    """A loopback address of its own for each number below four million."""
    return f"127.{1 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}"


def urls_for(hosts, port, count, scheme="http"):
    return [f"{scheme}://{address(number % hosts)}:{port}/1k?{number}" for number in range(count)]


def plain_workloads(port, count):
    return [Workload(label, urls_for(hosts, port, count))
            for label, hosts in (("one host", 1), ("1,000 hosts", 1_000), ("20,000 hosts", 20_000))]


def tls_workloads(port, count, ca_file):
    names = [f"https://n{number}.bench.test:{port}/1k" for number in range(TLS_HOSTS)]
    return [Workload("TLS, one host", urls_for(1, port, count, "https")),
            Workload(f"TLS, {TLS_HOSTS:,} hosts", urls_for(TLS_HOSTS, port, TLS_HOSTS, "https")),
            Workload(f"TLS verified, {TLS_HOSTS:,} names", names, ca_file, "127.0.0.1")]


def make_certificates(folder):
    """An authority and a certificate for *.bench.test by it; returns the authority's file and nginx's directives."""
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    openssl("req", "-x509", *key, "-subj", "/CN=Bench authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-x509", *key, "-subj", "/CN=bench", "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "server.key",
            "-addext", "subjectAltName=DNS:*.bench.test", "-addext", "basicConstraints=critical,CA:FALSE",
            "-out", "server.pem")
    return (folder / "ca.pem", f"ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;")


def raise_open_files():
    """As many open files as this process may have: kept-alive connections to 20,000 hosts are files, too."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for limit in ((65_536, max(hard, 65_536)), (hard, hard)):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, limit)
            return limit[0]
        except (ValueError, OSError):
            continue
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


class Marks:
    """What has to be reached, and whether it was."""

    def __init__(self):
        self.all_reached = True

    def check(self, reached, sentence):
        print(f"{'reached' if reached else 'MISSED'}: {sentence}")
        self.all_reached = self.all_reached and reached


def median(measurements):
    return Measured(
        statistics.median(one.seconds for one in measurements),
        statistics.median(one.peak_mebibytes for one in measurements),
        min(one.fetched for one in measurements), min(one.body_bytes for one in measurements))


def measure_rounds(programs, work, at_once, rounds, folder):
    """The median of each program; the programs take turns, so that a slow minute of the machine meets all."""
    measurements = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            measurements[program.name].append(program.run(work, at_once, folder))
    return {name: median(rounds_of_one) for name, rounds_of_one in measurements.items()}


def print_row(result, work, at_once, marks):
    count = len(work.urls)
    rates = {name: count / one.seconds for name, one in result.items()}
    over_curl, over_aiohttp = rates["rollcall"] / rates["curl --parallel"], rates["rollcall"] / rates["aiohttp"]
    cells = "".join(f"{rates[name]:>12,.0f}/s {one.peak_mebibytes:>5,.0f} MiB" for name, one in result.items())
    print(f"{work.label:<27}{cells}{over_curl:>9.2f}{over_aiohttp:>9.2f}", flush=True)
    for name, one in result.items():
        if (one.fetched, one.body_bytes) != (count, count * BODY_BYTES):
            marks.check(False, f"{work.label}: {name} fetched {one.fetched:,} URLs with {one.body_bytes:,} bytes")
    curl_mark, aiohttp_mark = RATIO_MARKS[work.label]
    marks.check(over_curl >= curl_mark and over_aiohttp >= aiohttp_mark,
                f"{work.label}, {at_once} at a time: {curl_mark} times curl, {aiohttp_mark} times aiohttp")
    if work.label == "20,000 hosts":
        marks.check(result["rollcall"].peak_mebibytes <= MEMORY_MARK_MEBIBYTES,
                    f"{work.label}: at most {MEMORY_MARK_MEBIBYTES} MiB")


def throughput(programs, workloads, at_once, options, folder, marks):
    print(f"\n{BODY_BYTES} bytes each, {at_once} at a time; the last two columns: rollcall over curl, over aiohttp")
    print(f"{'':<27}" + "".join(f"{program.name:>24}" for program in programs))
    for work in workloads:
        print_row(measure_rounds(programs, work, at_once, options.rounds, folder), work, at_once, marks)


def delay_server(log=None):
    extra = [log] if log else []
    return servers.Server(lambda port, _: [sys.executable, "-B", HERE / "delay_server.py", str(port), *extra])


def delayed(rollcall, folder, marks):
    with delay_server() as server:
        work = Workload("", [f"http://{address(number)}:{server.port}/" for number in range(DELAYED_URLS)])
        result = median([rollcall.run(work, DELAYED_AT_ONCE, folder) for _ in range(3)])
    ideal = DELAYED_URLS * DELAY_SECONDS / DELAYED_AT_ONCE
    ratio = result.seconds / ideal
    print(f"\n{DELAYED_URLS:,} URLs that take {DELAY_SECONDS * 1000:.0f} ms each, {DELAYED_AT_ONCE} at a time: "
          f"{result.seconds:.2f} s, {ratio:.2f} times the ideal {ideal:.0f} s")
    marks.check(ratio <= DELAY_MARK and result.fetched == DELAYED_URLS,
                f"within {DELAY_MARK} times the ideal, all {DELAYED_URLS:,} fetched")


def accuracy(rollcall, at_once, folder, marks):
    """How far first_byte_ms, less what the connection took, is from what the server says it waited."""
    log = folder / "waits"
    with delay_server(log) as server:
        work = Workload("", [f"http://{address(number)}:{server.port}/{number}" for number in range(at_once * 10)])
        _, _, rows = rollcall.run_for_rows(work, at_once, folder)
    waits = dict(line.split() for line in log.read_text().splitlines())
    errors = sorted(abs(float(row["first_byte_ms"]) - float(row["connect_ms"] or 0) -
                        float(waits["/" + row["url"].rsplit("/", 1)[1]])) for row in rows)
    worst = errors[int(len(errors) * 0.99)]
    print(f"\nTime to the first byte, {at_once} in flight, against the server's own clock: off by "
          f"{statistics.median(errors):.2f} ms in the median, {worst:.2f} ms at the 99th percentile")
    marks.check(worst <= ACCURACY_MARKS[at_once], f"within {ACCURACY_MARKS[at_once]} ms")


def importing(program, marks):
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{done.stdout}", end="")
    found = dict(re.findall(r"^import (\w+) +1000000 URLs in ([0-9.]+) s", done.stdout, re.MULTILINE))
    marks.check(done.returncode == 0 and float(found.get("plain", "inf")) <= IMPORT_MARK_SECONDS,
                f"a million lines within {IMPORT_MARK_SECONDS} seconds, each counted rightly")
    slow = [name for name, seconds in found.items()
            if name not in UNMARKED_FORMATS and float(seconds) > FORMAT_MARK_SECONDS]
    marks.check(len(found) > 1 and not slow,
                f"a million URLs of each format but {', '.join(UNMARKED_FORMATS)} within {FORMAT_MARK_SECONDS} seconds"
                + (f"; slower: {', '.join(slow)}" if slow else ""))


def exporting(program, marks):
    done = subprocess.run([program, "1000000", "csv", "jsonl"], stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{done.stdout}", end="")
    seconds = dict(re.findall(r"export (\w+): 1000000 results in ([0-9.]+) s", done.stdout))
    reached = all(float(seconds.get(name, "inf")) <= EXPORT_MARK_SECONDS for name in ("csv", "jsonl"))
    marks.check(done.returncode == 0 and reached,
                f"a million results within {EXPORT_MARK_SECONDS} seconds, as CSV and as JSON lines")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--at-once", type=int, nargs="+", default=[200], metavar="N",
                        help="requests in flight (200)")
    parser.add_argument("--requests", type=int, default=20_000, metavar="N", help="requests a workload (20000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of which the median counts (3)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    marks = Marks()
    rollcall = Rollcall(options.build / "bin")
    programs = [rollcall, Rollcall(options.build / "bin", "qt"), Curl(), Aiohttp()]
    open_files = raise_open_files()
    locations = f'keepalive_requests 1000000; location = /1k {{ return 200 "{"x" * BODY_BYTES}"; }}'
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ca_file, tls = make_certificates(folder)
        plain = servers.nginx(locations, every_loopback_address=True, connections=open_files - 1000)
        secure = servers.nginx(locations, every_loopback_address=True, connections=open_files - 1000, tls=tls)
        print(f"Median of {options.rounds} rounds in turns; whole run of each program, its start included; "
              f"peak resident memory.\n"
              f"The server is nginx with one worker and keep-alive; up to {open_files:,} open files a process.")
        with plain, secure:
            workloads = (plain_workloads(plain.port, options.requests) +
                         tls_workloads(secure.port, options.requests, ca_file))
            for at_once in options.at_once:
                throughput(programs, workloads, at_once, options, folder, marks)
        delayed(rollcall, folder, marks)
        for at_once in ACCURACY_MARKS:
            accuracy(rollcall, at_once, folder, marks)
    importing(options.build / "tests" / "bin" / "bench_import", marks)
    exporting(options.build / "tests" / "bin" / "bench_export", marks)
    sys.exit(0 if marks.all_reached else 1)


if __name__ == "__main__":
    main()
