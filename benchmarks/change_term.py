"""The change of term of a large congress: tried (dry run) and carried out, with the queries each takes.

Run: .venv/bin/python benchmarks/change_term.py [--deputies N] [--staying PERCENT]. Works in a scratch
database of its own.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")

import django

from congress_portal import embedded
from congress_portal.settings import env

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
django.setup()

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from deputies.models import Delegation, Deputy, Mandate, Term
from deputies.transitions.change_term import change_term, prepare_term
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--deputies", type=int, default=1500)
    arguments.add_argument("--staying", type=int, default=60, help="per cent elected again")
    wanted = arguments.parse_args()
    connection.settings_dict["TEST"]["NAME"] = f"bench_term_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(wanted)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def measure(wanted: argparse.Namespace) -> None:
    """Seats everybody, enters the next term, tries and carries out the change, and prints what that took."""
    call_command("make_load", verbosity=0, deputies=wanted.deputies, suggestions=0, duties=0, years=1, levels=1)
    clerk = User.objects.get(pk=Membership.objects.filter(role=Role.CLERK).values("user")[:1])
    now = timezone.now()
    term = prepare_term(by=clerk, at=now, starts_on=timezone.localdate(now))
    elect(term, wanted)
    commit = subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()
    print(f"commit {commit}, load before: {os.getloadavg()[0]:.1f}")
    for name, dry_run in (("dry run", True), ("real", False)):
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            change = change_term(term.pk, by=clerk, at=now, dry_run=dry_run)
        seconds = time.perf_counter() - began
        counts = f"{len(change.staying)} stay, {len(change.arriving)} come, {len(change.leaving)} leave"
        print(f"{name}: {seconds:.1f} s, {len(queries):,} queries; {counts}")
    assert Term.objects.current() == term, "the new term is not the current one"
    print(f"load after: {os.getloadavg()[0]:.1f}")


def elect(term: Term, wanted: argparse.Namespace) -> None:
    """So many of the old term again, the rest new people without an account."""
    old = list(Mandate.objects.filter(term__is_current=True).order_by("pk"))
    again = old[: len(old) * wanted.staying // 100]
    fresh = Deputy.objects.bulk_create(Deputy(name=f"新代表{place}") for place in range(len(old) - len(again)))
    home = Delegation.objects.create(term=term, name="第一代表团")
    level = term.congress.level
    Mandate.objects.bulk_create(
        Mandate(deputy_id=pk, term=term, level=level, delegation=home, re_elected=place < len(again))
        for place, pk in enumerate([seat.deputy_id for seat in again] + [deputy.pk for deputy in fresh])
    )


if __name__ == "__main__":
    main()
