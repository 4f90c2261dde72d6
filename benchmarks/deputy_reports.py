"""All deputies' yearly reports in one run, killed half way and resumed: time, peak memory, documents made twice.

Run: .venv/bin/python benchmarks/deputy_reports.py [--deputies N] [--duties N] [--workers N].
Works in a scratch database and a scratch store of its own.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")

import django

from congress_portal import embedded
from congress_portal.settings import env

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
django.setup()

import psutil
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Count

from congress_portal.reports.deputies.job import scope
from congress_portal.reports.models import AnnualReport, DeputyReport
from deputies.models import DutyEntry, Mandate
from foundation.files.models import StoredFile
from foundation.workdays.clock import today

MEGABYTE = 1024 * 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--deputies", type=int, default=1500)
    arguments.add_argument("--duties", type=int, default=60_000)
    arguments.add_argument("--workers", type=int, default=2)
    wanted = arguments.parse_args()
    connection.settings_dict["TEST"]["NAME"] = f"bench_deputies_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with tempfile.TemporaryDirectory() as store:
            settings.MEDIA_ROOT = store
            measure(wanted, store)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def measure(wanted: argparse.Namespace, store: str) -> None:
    """Loads, runs until half is made, kills, runs again, and prints what that took."""
    year = today().year
    counts = {"deputies": wanted.deputies, "duties": wanted.duties, "suggestions": 0, "years": 1, "levels": 4}
    call_command("make_load", verbosity=0, **counts)
    levels = dict(Mandate.objects.order_by().values_list("level").annotate(Count("pk")))
    commit = subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()
    print(f"commit {commit}, {wanted.workers} workers, load before: {os.getloadavg()[0]:.1f}")
    print(f"{DutyEntry.objects.count():,} ledger entries, seats by level: {levels}")
    first = Run(year, wanted.workers, store)
    while (done := DeputyReport.objects.count()) < wanted.deputies / 2:
        assert first.goes_on(), "the first run ended by itself"
    first.kill()
    kept = DeputyReport.objects.count()
    print(
        f"killed after {first.seconds:.1f} s with {kept:,} reports made (SIGKILL to every process; {done:,} asked for)"
    )
    second = Run(year, wanted.workers, store)
    while second.goes_on():
        pass
    assert second.process.returncode == 0, "the second run failed"
    print(f"resumed: {second.seconds:.1f} s for the other {DeputyReport.objects.count() - kept:,}")
    report = AnnualReport.objects.get()
    written = Counter(StoredFile.objects.filter(owner_type__model="deputyreport").values_list("owner_id", "kind"))
    people, state = scope(report).count(), report.own_reports().by_state()
    print(f"{people:,} deputies, reports by state: {state}, made twice: {sum(n > 1 for n in written.values())}")
    print(f"files of deputies: {Counter(kind for _, kind in written.elements())}")
    print(f"files of summary and delegations: {len(report.files)}")
    total = first.seconds + second.seconds
    print(f"both runs: {total:.1f} s, {people / total:.1f} deputies a second")
    print(f"peak memory of one process: {max(first.peak, second.peak) / MEGABYTE:.0f} MB")
    print(f"processor time of the workers: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime:.0f} s")
    print(f"load after: {os.getloadavg()[0]:.1f}")


class Run:
    """The command in processes of its own, watched."""

    def __init__(self, year: int, workers: int, store: str) -> None:
        command = ["manage.py", "build_annual_reports", "--year", str(year), "--kind", "deputies"]
        self.began, self.peak, self.seconds = time.perf_counter(), 0, 0.0
        self.process = subprocess.Popen(
            [sys.executable, *command, "--workers", str(workers)],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": _address(), "PORTAL_FILES": store},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def goes_on(self) -> bool:
        """Waits a moment; False when it is over."""
        time.sleep(0.2)
        over = self.process.poll() is not None
        self.seconds = time.perf_counter() - self.began
        if not over:
            self.peak = max([self.peak, *(_peak(one) for one in self._processes())])
        return not over

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.seconds = time.perf_counter() - self.began

    def _processes(self) -> list[psutil.Process]:
        try:
            mine = psutil.Process(self.process.pid)
            return [mine, *mine.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []


def _peak(process: psutil.Process) -> int:
    """The most memory the process has had so far."""
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def _address() -> str:
    found = connection.settings_dict
    return f"postgresql://{quote(found['USER'])}@{quote(found['HOST'], safe='')}/{found['NAME']}"


if __name__ == "__main__":
    main()
