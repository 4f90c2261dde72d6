"""Asks one database for look-alikes and prints how fast and how right the answers are. Started by lookalikes.py."""

import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from django.db import connection, transaction
from django.test import Client

from foundation.accounts.models import User
from foundation.search.models import Fingerprint
from suggestions.models import Suggestion
from tests.data.lookalikes.pairs import Pair, labelled

LIMIT_MS, WANTED = 150, 0.9
FACTS = ("term_id", "meeting_id", "lead_id", "submitted_at", "registered_at", "created_at", "saved_at")


def measure(times: int) -> bool:
    """Runs inside the environment of the database; everything it files is rolled back."""
    with transaction.atomic():
        bench = Bench()
        pairs = labelled()
        filed = {early: bench.file(*early) for early in dict.fromkeys(pair.early for pair in pairs)}
        fast = bench.time(times, pairs)
        good = judge(bench, pairs, filed)
        transaction.set_rollback(True)
    return fast and good


class Bench:
    """A deputy before the generated district."""

    def __init__(self) -> None:
        self.user = User.objects.get(username="daibiao1")
        self.pattern = Suggestion.objects.registered().filter(kind="suggestion").order_by("pk").first()
        self.number = 0
        self.client = Client(SERVER_NAME="bench.local")
        self.client.force_login(self.user, backend="foundation.accounts.backends.NameOrPhoneBackend")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE search_fingerprint")
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = cursor.fetchone()[0]

    def file(self, title: str, body: str) -> int:
        """One more registered suggestion; its key."""
        self.number += 1
        early, known = self.pattern, Suggestion(title=title or f"{self.number}", facts=body)
        for name in FACTS:
            setattr(known, name, getattr(early, name))
        known.state, known.number_text = "registered", f"测第{self.number}号"
        known.save()
        return known.pk

    def find(self, title: str, body: str) -> list[int]:
        """What the editor shows."""
        return [int(key) for key in re.findall(r'data-earlier="(\d+)"', self.ask(title, body).content.decode())]

    def ask(self, title: str, body: str) -> Any:
        answer = self.client.post("/suggestions/lookalikes/", {"title": title, "facts": body}, secure=True)
        if answer.status_code != 200:
            sys.exit(f"/suggestions/lookalikes/: {answer.status_code}")
        return answer

    def time(self, times: int, pairs: list[Pair]) -> bool:
        """Prints how long the requests took; whether all kinds keep the limit."""
        rows = Suggestion.objects.registered().order_by("pk")
        keys = list(rows.values_list("pk", flat=True))
        spread = [keys[place * len(keys) // times] for place in range(times)]
        generated = [row.compared() for row in Suggestion.objects.filter(pk__in=spread).order_by("pk")]
        asked = {
            "titles": [pair.late for pair in pairs if pair.kind == "titles"],
            "texts": [pair.late for pair in pairs if pair.kind != "titles"],
            "generated": generated,
        }
        print(f"{Fingerprint.objects.count():,} papers, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{'asked':<12}{'requests':>9}{'median':>9}{'p95':>9}{'most':>9}{'busy':>9}  limit")
        met = [self._report(kind, texts, times) for kind, texts in asked.items()]
        return all(met)

    def _processor(self) -> float:
        """Milliseconds of processor this process and its database backend have used; other work does not count."""
        facts = Path(f"/proc/{self.backend}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return time.process_time() * 1000 + (int(facts[11]) + int(facts[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def _report(self, kind: str, texts: list[tuple[str, str]], times: int) -> bool:
        for title, body in texts[:10]:
            self.ask(title, body)
        before = self._processor()
        took = [_timed(partial(self.ask, *texts[turn % len(texts)])) for turn in range(times)]
        busy, late = (self._processor() - before) / times, quantiles(took, n=20)[18]
        met = late < LIMIT_MS
        figures = f"{times:9}{median(took):9.1f}{late:9.1f}{max(took):9.1f}{busy:9.1f}"
        print(f"{kind:<12}{figures}  {LIMIT_MS} {'' if met else 'MISSED'}", flush=True)
        return met


@dataclass
class Score:
    """What was found of what should have been."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def count(self, same: bool, found: bool) -> None:
        self.right += same and found
        self.wrong += found and not same
        self.missed += same and not found

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def judge(bench: Bench, pairs: list[Pair], filed: dict[tuple[str, str], int]) -> bool:
    """Prints precision and recall by kind, for all pairs and for each half; whether all pairs reach what is wanted."""
    scores: dict[tuple[str, str], Score] = {}
    for pair in pairs:
        found = filed[pair.early] in bench.find(*pair.late)
        for half in ("all", pair.half):
            scores.setdefault((pair.kind, half), Score()).count(pair.label == "same", found)
    print(f"{'pairs':<12}{'half':<6}{'same':>6}{'found':>7}{'wrongly':>9}{'precision':>11}{'recall':>8}")
    for (kind, half), score in sorted(scores.items()):
        same, figures = score.right + score.missed, f"{score.precision:11.3f}{score.recall:8.3f}"
        print(f"{kind:<12}{half:<6}{same:6}{score.right:7}{score.wrong:9}{figures}", flush=True)
    whole = [score for (_, half), score in scores.items() if half == "all"]
    return all(min(score.precision, score.recall) >= WANTED for score in whole)


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(0 if measure(int(sys.argv[1])) else 1)
