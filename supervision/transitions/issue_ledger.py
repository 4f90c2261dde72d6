"""An issue goes on in the ledger of problems (问题清单), where it is followed after the session is settled."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Refused, lock
from supervision.models import Problem, SessionIssue
from supervision.rules import session_issues as rules
from supervision.transitions._beats import day_of, note
from supervision.transitions.problems import find_problem


@transaction.atomic
def ledger_issue(pk: Any, *, due_on: date, by: Any, at: datetime, version: int | None = None) -> Problem:
    """One row of the ledger, handed to the same body; struck off only when those concerned are satisfied.

    Refused twice, for an issue that no body has, and to a township, which keeps no rows of the district's ledger.
    """
    issue = lock(SessionIssue, pk, version=version)
    rules.may_ledger_issue(by, issue, on=day_of(at)).require()
    if Problem.objects.of_source(issue).exists():
        raise Refused("已经列入问题清单。", "state")
    organiser = issue.session.organiser
    problem = find_problem(
        title=issue.title,
        text=f"{issue.facts}\n代表要求：{issue.wanted}",
        source=issue,
        source_words=f"{issue.session.get_kind_display()}：{issue.session}",
        committee=organiser if organiser.kind == OrganisationKind.SC_COMMITTEE else None,
        unit=issue.body,
        due_on=due_on,
        needs_satisfaction=True,
        by=by,
        at=at,
    )
    issue.bump()
    note("ledger_issue", issue, "列入问题清单，继续跟踪到销号。", by=by, at=at)
    return problem
