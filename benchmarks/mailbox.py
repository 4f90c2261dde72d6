"""A flood of letters: many clients at once, each from an address of its own, and one address that never stops.

Run: .venv/bin/python benchmarks/mailbox.py [--letters N] [--clients N] [--workers N].
Works in a scratch database and a scratch store of its own, through a real web server and real connections.
"""

import argparse
import http.client
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")

import django

from congress_portal import embedded
from congress_portal.settings import env

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
django.setup()

from django.core.cache import cache
from django.db import connection

from deputies.models import Area
from foundation.deadlines.models import Deadline
from foundation.intake.models import IntakeLimit
from liaison_stations.models import Letter, LetterKey
from tests.foundation.intake.working import solved
from tests.plugins.tables import watch

PAGE = "/letters/write/"
# The clients share the processors with the portal: their own work is kept small, that of the flood is not.
CLIENT_WORK = 20_000
FLOOD, RESENT = "127.0.9.9", 10
APART = get_context("fork")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--letters", type=int, default=1000)
    arguments.add_argument("--clients", type=int, default=50)
    arguments.add_argument("--workers", type=int, default=2)
    wanted = arguments.parse_args()
    connection.settings_dict["TEST"]["NAME"] = f"bench_mailbox_{os.getpid()}"
    connection.settings_dict["TEST"]["MIGRATE"] = False
    watch()
    logging.getLogger("pgtrigger").setLevel(logging.WARNING)
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with tempfile.TemporaryDirectory() as store:
            measure(wanted, store)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def measure(wanted: argparse.Namespace, store: str) -> None:
    """Starts the server, lets everybody post at once, and compares what was answered with what is there."""
    each = wanted.letters // wanted.clients
    # What a client sends is the usual; whoever sends more pays more. Nobody gets through by waiting.
    IntakeLimit.objects.filter(key="letter_web").update(free=each, work=CLIENT_WORK, wait=600, most_wait=600)
    area = Area.objects.create(name="示范镇", kind="township")
    cache.clear()
    commit = subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()
    print(f"commit {commit}, {wanted.workers} workers of 4 threads, load before: {os.getloadavg()[0]:.1f}")
    server, port = serve(wanted.workers, store)
    try:
        # A process of its own: its work must not take the processor from the clients' threads.
        stop, told = APART.Event(), APART.Queue()
        flood = APART.Process(target=pour, args=(port, area.pk, stop, told))
        flood.start()
        clients = [Client(f"127.0.1.{number + 1}", port, area.pk) for number in range(wanted.clients)]
        began = time.perf_counter()
        with ThreadPoolExecutor(wanted.clients) as pool:
            list(pool.map(lambda client: client.write(each), clients))
        took = time.perf_counter() - began
        stop.set()
        flooded = told.get()
        flood.join()
    finally:
        server.terminate()
        server.wait()
    tell(clients, flooded, took)


def pour(port: int, area: int, stop: Any, told: Any) -> None:
    """The flooding address; answers its client when it is told to stop."""
    os.nice(10)
    told.put(Client(FLOOD, port, area).flood(stop))


def tell(clients: list["Client"], flooded: "Client", took: float) -> None:
    """Prints what came of it; fails when a letter is lost, doubled, or answered with an error of the server."""
    letters = {client.address: client for client in clients}
    sent = sum(client.taken for client in clients)
    answers = sum((client.answers for client in clients), Counter())
    waits = [wait for client in clients for wait in client.waits]
    numbers = Letter.objects.values_list("number", flat=True)
    late = quantiles(waits, n=20)[-1]
    print(f"{sent} letters of {len(letters)} clients in {took:.1f} s, {sent / took:.1f} a second")
    print(f"answers {dict(answers)}; every {RESENT}th letter was sent twice")
    print(f"sending: median {median(waits):.0f} ms, p95 {late:.0f} ms, most {max(waits):.0f} ms")
    print(f"in the database {len(numbers)}: {sent} of the clients, {flooded.taken} of the flooding address")
    pace = ", ".join(f"{seconds:.1f} s" for seconds in flooded.gaps[-5:])
    print(f"the flooding address was answered {dict(flooded.answers)}; between its last letters {pace}")
    print(f"load after: {os.getloadavg()[0]:.1f}")
    assert len(numbers) == len(set(numbers)) == sent + flooded.taken, "a letter is lost or doubled"
    assert sorted(numbers)[-1].endswith(f"{len(numbers):06d}"), "a number is missing"
    assert LetterKey.objects.count() == Deadline.objects.open().count() == len(numbers), "a letter without key or clock"
    assert not [code for code in answers + flooded.answers if code >= 500], "the server failed"
    assert set(answers) <= {200, 302}, "somebody else paid for the flood"


class Client:
    """One address with its cookies: opens the form, works, sends."""

    def __init__(self, address: str, port: int, area: int) -> None:
        self.address, self.port, self.area = address, port, area
        self.answers: Counter[int] = Counter()
        self.waits: list[float] = []
        self.gaps: list[float] = []
        self.taken, self.cookie = 0, ""

    def write(self, letters: int) -> None:
        for number in range(letters):
            form = self.open(number)
            began = time.perf_counter()
            self.taken += self.send(form) == 302
            self.waits.append((time.perf_counter() - began) * 1000)
            if number % RESENT == 0:
                self.send(form)

    def flood(self, stop: Any) -> "Client":
        """As many as ever possible: whatever comes back is worked out and sent again."""
        last, number = time.perf_counter(), 0
        while not stop.is_set():
            form = self.open(number)
            while self.send(form) != 302 and not stop.is_set():
                form |= self.hidden(self.page)
            if self.answers[302] > self.taken:
                self.taken, number = self.taken + 1, number + 1
                self.gaps.append(time.perf_counter() - last)
                last = time.perf_counter()
        return self

    def open(self, number: int) -> dict[str, str]:
        self.answers[self.ask("GET", PAGE)] += 1
        words = f"{self.address}的第{number}封信，路灯坏了，请修一修。"
        letter = {"whom": "area", "area": str(self.area), "kind": "opinion", "title": "路灯", "text": words}
        return letter | {"consent": "on"} | self.hidden(self.page)

    def send(self, form: dict[str, str]) -> int:
        status = self.ask("POST", PAGE, urlencode(form))
        self.answers[status] += 1
        return status

    def hidden(self, page: str) -> dict[str, str]:
        """Ticket, token and the worked-out challenge of a page."""
        found = {
            name: unescape(re.search(rf'{key}="([^"]*)"', page)[1])
            for name, key in (
                ("ticket", 'name="ticket" value'),
                ("csrfmiddlewaretoken", 'name="csrfmiddlewaretoken" value'),
                ("challenge", "data-challenge"),
            )
        }
        return {**found, "solution": solved(found.pop("challenge"))}

    def ask(self, method: str, path: str, body: str = "") -> int:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300, source_address=(self.address, 0))
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body.encode() or None, headers)
        answer = link.getresponse()
        self.page = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            kept = dict(part.split("=", 1) for part in self.cookie.split("; ") if part)
            self.cookie = "; ".join(f"{key}={text}" for key, text in {**kept, name: value}.items())
        link.close()
        return answer.status


def serve(workers: int, store: str) -> tuple[subprocess.Popen, int]:
    """A web server of its own on a free port, on the scratch database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = connection.settings_dict
    address = f"postgresql://{quote(found['USER'])}@{quote(found['HOST'], safe='')}/{found['NAME']}"
    command = ["-m", "gunicorn", "congress_portal.wsgi", "-k", "gthread", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        [sys.executable, *command, "--workers", str(workers), "--threads", "4", "--log-level", "error"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": address, "PORTAL_FILES": store, "PORTAL_DEBUG": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        try:
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            link.request("GET", "/health/live")
            if link.getresponse().status == 200:
                return process, port
        except OSError:
            pass
        time.sleep(0.5)
    process.terminate()
    raise SystemExit("the web server does not answer")


if __name__ == "__main__":
    main()
