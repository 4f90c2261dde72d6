"""The year-end statement of a unit's promises to a deputy: opened in the fourth quarter, sent, received."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from foundation import audit, deadlines
from foundation.workflow import Refused, announce, lock
from suggestions import notices
from suggestions.models import Commitment, CommitmentStatement, StatementLine
from suggestions.rules import may_receive_statement, may_send_statement
from suggestions.transitions.beats import day_of


@transaction.atomic
def open_statements(*, at: datetime) -> list[CommitmentStatement]:
    """Opens what every unit owes every deputy this year for promises of this year and the last; answers the new ones.

    Runs as often as one likes. Each unit hears once how many deputies it has to write to.
    """
    year = day_of(at).year
    rows = Commitment.objects.made_in(year, year - 1).exclude(suggestion__lead__deputy=None).order_by()
    owed = set(rows.values_list("assignment__unit", "suggestion__lead__deputy").distinct())
    known = CommitmentStatement.objects.filter(year=year).values_list("unit", "deputy")
    missing = sorted(owed - set(known))
    made = CommitmentStatement.objects.bulk_create(
        CommitmentStatement(unit_id=unit, deputy_id=deputy, year=year, opened_at=at) for unit, deputy in missing
    )
    until = date(year, 12, 31)
    for statement in made:
        deadlines.start(
            "promise_statement", statement, on=day_of(at), organisation=statement.unit_id, until=until, by=None, at=at
        )
    notices.statements_opened(made, until, at=at)
    return made


@transaction.atomic
def send_statement(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, texts: Mapping[int, str], note: str = ""
) -> CommitmentStatement:
    """A unit states where each of its promises to the deputy stands; `texts` is Commitment → words, none may be empty.

    The deputy hears and gives a receipt.
    """
    statement = lock(CommitmentStatement, pk)
    may_send_statement(by, statement, on=day_of(at)).require()
    promises = list(promises_of(statement))
    missing = [promise.text for promise in promises if not texts.get(promise.pk, "").strip()]
    if missing:
        raise Refused(f"请逐项写明落实情况，还缺：{'、'.join(missing)}。", "input")
    StatementLine.objects.bulk_create(
        StatementLine(
            statement=statement,
            commitment=promise,
            state=promise.get_state_display(),
            colour_id=promise.colour_id,
            text=texts[promise.pk],
        )
        for promise in promises
    )
    statement.note, statement.sent_by, statement.sent_at = note, by, at
    statement.save(update_fields=["note", "sent_by", "sent_at"])
    deadlines.meet("promise_statement", statement, at=at)
    _record("send_statement", statement, f"发送{statement}，共{len(promises)}项。", by=by, at=at)
    notices.statement_sent(statement, by=by, at=at)
    return statement


@transaction.atomic
def receive_statement(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, reply: str = ""
) -> CommitmentStatement:
    """The deputy gives the receipt, with a word if there is one to say. The unit hears."""
    statement = lock(CommitmentStatement, pk)
    may_receive_statement(by, statement, on=day_of(at)).require()
    statement.received_at, statement.reply = at, reply
    statement.save(update_fields=["received_at", "reply"])
    _record("receive_statement", statement, f"代表签收{statement}。{reply}", by=by, at=at)
    notices.statement_received(statement, by=by, at=at)
    return statement


def promises_of(statement: CommitmentStatement) -> QuerySet[Commitment]:
    """The promises of this year and the last that a statement is about."""
    rows = Commitment.objects.made_in(statement.year, statement.year - 1)
    mine = rows.filter(assignment__unit=statement.unit_id, suggestion__lead__deputy=statement.deputy_id)
    return mine.select_related("suggestion", "colour", "reply__result_class", "upgraded_to").order_by("made_at", "pk")


def _record(verb: str, statement: CommitmentStatement, summary: str, *, by: Any, at: datetime) -> None:
    audit.record(f"suggestions.{verb}", statement, by=by, at=at, summary=summary, visibility="parties")
    announce(f"suggestions.{verb}", statement, by=by, at=at)
