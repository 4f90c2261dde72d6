"""A congress of 300 deputies votes on 24 livelihood projects: planned, opened, each vote, the close, the announcement.

Run: .venv/bin/python benchmarks/congress_vote.py [--deputies N] [--projects N] [--phones N]. Works in a scratch
database of its own; `--phones` threads vote at the same time, each on a connection of its own, through the page.
"""

import argparse
import logging
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.test")

import django

from congress_portal import embedded
from congress_portal.settings import env

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
django.setup()

from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.ballots.electronic import Limit
from supervision.models import Ballot
from supervision.transitions import ballots as act
from supervision.transitions.ballot_people import people_voting

TOKEN = re.compile(r'name="token" value="([0-9a-f]{32})"')


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--deputies", type=int, default=300)
    arguments.add_argument("--projects", type=int, default=24)
    arguments.add_argument("--phones", type=int, default=8)
    wanted = arguments.parse_args()
    logging.disable(logging.WARNING)
    connection.settings_dict["TEST"]["NAME"] = f"bench_vote_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(wanted)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def measure(wanted: argparse.Namespace) -> None:
    """Seats everybody and prints what each step took."""
    call_command("make_load", verbosity=0, deputies=wanted.deputies, suggestions=0, duties=0, years=1, levels=1)
    clerk = User.objects.get(pk=Membership.objects.filter(role=Role.CLERK).values("user")[:1])
    commit = subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()
    print(f"commit {commit}, load before: {os.getloadavg()[0]:.1f}")
    # A process that serves has its addresses loaded.
    reverse("supervision:ballots")
    by: dict[str, Any] = {"by": clerk, "at": timezone.now()}
    ballot = timed("planned", lambda: planned(wanted.projects, **by))
    rows = list(ballot.electors.select_related("user"))
    timed(f"opened, {len(rows)} present", lambda: act.open_ballot(ballot.pk, present=rows, **by))
    vote_all(ballot, [row.user for row in rows], wanted.phones)
    timed("closed", lambda: act.close_ballot(ballot.pk, **by))
    done = timed("announced", lambda: act.announce_ballot(ballot.pk, publish=True, **by))
    print(f"file of the result: {len(done.record) // 1024} KB, load after: {os.getloadavg()[0]:.1f}")


def timed(words: str, step: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    found = step()
    print(f"{words}: {time.perf_counter() - began:.2f} s")
    return found


def planned(projects: int, *, by: User, at: datetime) -> Ballot:
    day = timezone.localdate(at)
    term = Meeting.objects.filter(term__congress__is_home=True).latest("pk").term
    days = {"opens_on": day, "closes_on": day}
    session = Meeting.objects.create(term=term, kind=MeetingKind.SESSION, number=99, **days)
    people, members = people_voting(session, day)
    facts: dict[str, Any] = {"rule_code": "project_vote", "mode": "secret", "limit": Limit("赞成", projects - 4)}
    lines = [f"{number}. 民生实事候选项目" for number in range(1, projects + 1)]
    facts |= {"electors": people, "all_members": members, "meeting": session, "lines": lines}
    return act.plan_ballot(session, topic="民生实事项目票决", **facts, by=by, at=at)


def vote_all(ballot: Ballot, people: list[User], phones: int) -> None:
    """Everybody opens the paper and sends it; the two requests are measured apart."""
    address = reverse("supervision:vote", args=[ballot.pk])
    lines = ballot.lines.count()
    sent = {f"line_{place}": "赞成" if place < lines - 4 else "反对" for place in range(lines)}

    def vote(user: User) -> tuple[float, float]:
        client = Client()
        client.force_login(user)
        first, page = clocked(lambda: client.get(address))
        token = TOKEN.search(page.text)
        assert token, "no paper"
        second, answer = clocked(lambda: client.post(address, {**sent, "token": token[1]}))
        assert "投票成功" in answer.text, answer.status_code
        connections.close_all()
        return first, second

    began = time.perf_counter()
    with ThreadPoolExecutor(phones) as pool:
        found = list(pool.map(vote, people))
    print(f"{len(people)} votes of {phones} phones at once: {time.perf_counter() - began:.1f} s")
    for words, times in (("paper opened", [one for one, _ in found]), ("vote counted", [one for _, one in found])):
        print(f"{words}: median {median(times) * 1000:.0f} ms, p95 {quantiles(times, n=20)[-1] * 1000:.0f} ms")


def clocked(step: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    found = step()
    return time.perf_counter() - began, found


if __name__ == "__main__":
    main()
