"""How long the pages take at 2,000 and at 100,000 suggestions, beside the SQL alone.

Run: .venv/bin/python benchmarks/pages.py [--rows 2000 100000] [--times 60] [--keep]
Builds one database for each size with make_load (minutes), measures both in turn, and drops them unless --keep.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
import timeit
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import psycopg

from benchmarks.page_list import PAGES, Page
from congress_portal import embedded
from congress_portal.embedded import places
from congress_portal.settings import env

ROUNDS = 6
MOST_QUERIES, MOST_GROWTH = 12, 1.3
# Fewer papers than this are a year's.
OF_YEARS = 10_000


def main() -> None:
    wanted = arguments()
    embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
    names = {rows: f"bench_pages_{rows}" for rows in wanted.rows}
    for rows, name in names.items():
        # A smaller house with as full lists: at least a page of papers for each deputy, and all of them this year's,
        # so that its desks and its late papers fill a page too.
        build(name, rows, min(wanted.deputies, rows // 33), wanted.years if rows >= OF_YEARS else 1)
    manage("collectstatic", "--noinput", "-v0", **measuring("unused"))
    workers = {rows: Worker(name) for rows, name in names.items()}
    load = os.getloadavg()
    print(f"{os.cpu_count()} cores, load {load[0]:.1f} before; {wanted.times} requests a page and size")
    steady = Steady()
    print(HEAD)
    chosen = [page for page in PAGES if re.search(wanted.only, page.key)]
    missed = [page.key for page in chosen if not report(page, workers, wanted.times, steady)]
    print(f"yardstick {steady.best:.1f} ms, {steady.disturbed} rounds disturbed; load {os.getloadavg()[0]:.1f} after")
    print(f"Missed: {', '.join(missed)}" if missed else "All met.")
    for worker in workers.values():
        worker.stop()
    if not wanted.keep:
        for name in names.values():
            administer(f"DROP DATABASE {name}")
    sys.exit(1 if missed else 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[2000, 100_000], help="sizes, the smallest first")
    parser.add_argument("--deputies", type=int, default=300)
    # As long as districts have kept their papers in a computer; what waits on a desk is the work of one year.
    parser.add_argument("--years", type=int, default=15, help="years the larger house is spread over")
    parser.add_argument("--times", type=int, default=60, help="requests for each page and size")
    parser.add_argument("--only", default="", help="regular expression over page/role")
    parser.add_argument("--keep", action="store_true", help="keep the databases, and use those kept before")
    return parser.parse_args()


def yardstick() -> float:
    """Milliseconds that a plain loop takes here and now: shared machines run at half their speed for seconds."""
    return min(timeit.repeat("sum(len(str(number)) for number in range(20_000))", number=1, repeat=3)) * 1000


class Steady:
    """Asks again while the machine gives less than four fifths of the speed it has shown."""

    tries, slower = 8, 1.25

    def __init__(self) -> None:
        self.best = min(yardstick() for _ in range(20))
        self.disturbed = 0

    def ask(self, question: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The first answer that was not disturbed, or the last one of several."""
        for _ in range(self.tries):
            before, answer, after = yardstick(), question(), yardstick()
            self.best = min(self.best, before, after)
            if max(before, after) < self.slower * self.best:
                return answer
            time.sleep(1)
        self.disturbed += 1
        return answer


HEAD = (
    f"{'page / role':<24}{'rows':>8}{'queries':>9}{'median':>9}{'p95':>9}{'SQL':>9}{'by hand':>9}"
    f"{'page/SQL':>10}{'growth':>8}  limit"
)


def report(page: Page, workers: dict[int, "Worker"], times: int, steady: Steady) -> bool:
    """Measures one page in all sizes in turn, so that a busy moment meets all of them; prints a line for each."""
    found: dict[int, dict[str, Any]] = {rows: {"ms": [], "turns": [], "sql": [], "hand": []} for rows in workers}
    for _ in range(ROUNDS):
        for rows, worker in workers.items():
            question = {"page": page.key, "times": max(2, times // ROUNDS)}
            answer = steady.ask(partial(worker.ask, question))
            for name in ("ms", "turns", "sql", "hand"):
                found[rows][name] += answer.pop(name)
            found[rows] |= answer
    fine, growths = True, growth_of(list(found.values()))
    for (rows, facts), growth in zip(found.items(), growths, strict=True):
        middle = median(facts["ms"])
        met = facts["queries"] <= MOST_QUERIES and middle < page.limit and growth <= MOST_GROWTH
        fine = fine and met
        print(line(page, rows, facts, growth, met), flush=True)
    return fine


def growth_of(sizes: list[dict[str, Any]]) -> list[float]:
    """How much longer each size takes than the first, for pages of equal length.

    A rare word finds three papers among 2,000 and a page full among 100,000: where there are such, only addresses
    that fill a page in every size are compared.
    """
    full = set.intersection(*(set(facts["full"]) for facts in sizes))
    middles = [
        median([ms for ms, place in zip(facts["ms"], facts["turns"], strict=True) if not full or place in full])
        for facts in sizes
    ]
    return [middle / middles[0] for middle in middles]


def line(page: Page, rows: int, facts: dict[str, Any], growth: float, met: bool) -> str:
    middle, sql = median(facts["ms"]), median(facts["sql"])
    hand = f"{median(facts['hand']):9.1f}" if facts["by_hand"] else f"{'–':>9}"
    late = quantiles(facts["ms"], n=20)[18]
    figures = f"{rows:8,}{facts['queries']:9}{middle:9.1f}{late:9.1f}{sql:9.1f}{hand}{middle / sql:10.1f}{growth:8.2f}"
    # A Chinese character is two columns wide.
    wide = sum(ord(sign) > 0x2E80 for sign in page.key)
    return f"{page.key:<{24 - wide}}{figures}  {page.limit:3} {'' if met else 'MISSED'}"


class Worker:
    """The process that answers for one database."""

    def __init__(self, name: str) -> None:
        command = [sys.executable, str(ROOT / "benchmarks/worker.py")]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=measuring(name), cwd=ROOT
        )
        self._answer()

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait()

    def _answer(self) -> dict[str, Any]:
        said = self.process.stdout.readline()
        if not said:
            sys.exit(self.process.wait() or 1)
        return json.loads(said)


def measuring(name: str) -> dict[str, str]:
    """The environment of production settings on the database `name`."""
    keys, active, lookup = env.kept_vault()
    vault = {"VAULT_KEYS": json.dumps(keys), "VAULT_ACTIVE_KEY": active, "VAULT_LOOKUP_KEY": lookup}
    own = {"DATABASE_URL": address(name), "ALLOWED_HOSTS": "bench.local", "PORTAL_VAR": str(env.VAR)}
    secret = {"SECRET_KEY": env.kept_secret_key(), **vault}
    return {**os.environ, **own, **secret, "DJANGO_SETTINGS_MODULE": "benchmarks.settings", "PYTHONPATH": str(ROOT)}


def build(name: str, rows: int, deputies: int, years: int) -> None:
    """A database with `rows` suggestions, unless one was kept."""
    if administer(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
        return
    administer(f"CREATE DATABASE {name}")
    print(f"{name}: loading {rows:,} suggestions …", flush=True)
    # Production settings refuse invented data, so the rows come under those of development, with the same keys.
    loading = {**measuring(name), "DJANGO_SETTINGS_MODULE": "congress_portal.settings.dev"}
    manage("migrate", "-v0", **loading)
    options = {"deputies": deputies, "suggestions": rows, "letters": 0, "years": years, "seed": 1}
    manage("make_load", *(f"--{option}={value}" for option, value in options.items()), **loading)


def manage(*command: str, **environment: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env=environment, cwd=ROOT, check=True)


def address(name: str) -> str:
    given = env.DATABASE_URL or places.database_url(env.VAR)
    return urlsplit(given)._replace(path=f"/{name}").geturl()


def administer(statement: str) -> list[tuple]:
    """Runs one statement in the server's own database and answers its rows."""
    with psycopg.connect(address("postgres"), autocommit=True) as door:
        done = door.execute(statement.encode())
        return done.fetchall() if done.description else []


if __name__ == "__main__":
    main()
