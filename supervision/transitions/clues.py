"""A clue is registered, examined by another, approved or not by the leader the rule names."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from foundation.workflow import Refused
from supervision.models import Clue
from supervision.notices import clues as notices
from supervision.querysets.clues import source_hash
from supervision.rules import clues as rules
from supervision.rules.clue_people import names
from supervision.states.clues import ClueEntryKind, ClueOrigin
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._clue import move, opened, turn_clock, write

K = ClueEntryKind
NO_SUMMARY, NO_TEXT = "请用一句话写明线索。", "请写明发现的经过和具体情况。"


@transaction.atomic
def register_clue(
    *,
    origin: str,
    summary: str,
    text: str,
    persons: str = "",
    source: Model | None = None,
    files: Iterable[Any] = (),
    by: Any,
    at: datetime,
) -> Clue:
    """Written down by a named handler. Refused: a source he may not open, nothing said, a clue about himself."""
    rules.may_register_clue(by, on=day_of(at)).require()
    if origin not in ClueOrigin:
        raise Refused("请选择线索来源。", "input", field="origin")
    if source is not None and not type(source)._default_manager.visible_to(by).filter(pk=source.pk).exists():
        raise Refused("来源事项不在您可以查阅的范围内，请从来源事项的页面登记。", "input", field="origin")
    clue = Clue(
        origin=origin,
        source_hash=source_hash(source) if source else "",
        source_ref=f"{source._meta.label_lower}:{source.pk}" if source else "",
        summary=filled(summary, NO_SUMMARY, "summary"),
        text=filled(text, NO_TEXT, "text"),
        registered_at=at,
        registered_by=by,
    )
    clue.write_persons(_others(persons, by))
    clue.number = _number(day_of(at).year)
    clue.save(force_insert=True)
    turn_clock(clue, "", at=at)
    write(clue, K.REGISTERED, "", files=files, by=by, at=at)
    note("register_clue", clue, "登记。", by=by, at=at, visibility="office")
    notices.waits(clue, by=by, at=at)
    return clue


@transaction.atomic
def amend_clue(
    pk: Any,
    *,
    summary: str,
    text: str,
    persons: str = "",
    files: Iterable[Any] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Clue:
    """Completed before it is examined; the present words take the place of the earlier ones."""
    clue = opened("amend_clue", pk, by, at, version)
    clue.summary, clue.text = filled(summary, NO_SUMMARY, "summary"), filled(text, NO_TEXT, "text")
    clue.write_persons(_others(persons, by))
    fields = ("summary", "text", "persons", "named_hashes")
    return move(clue, "amend_clue", K.AMENDED, "", *fields, files=files, by=by, at=at)


@transaction.atomic
def examine_clue(
    pk: Any, *, proposes_handing: bool, text: str, by: Any, at: datetime, version: int | None = None
) -> Clue:
    """What a second handler proposes to the leader, and why."""
    clue = opened("examine_clue", pk, by, at, version)
    words = filled(text, "请写明审核意见和理由。", "text")
    clue.examined_by, clue.proposes_handing = by, bool(proposes_handing)
    proposal = "建议移送" if clue.proposes_handing else "建议不移送"
    fields = ("examined_by", "proposes_handing")
    return move(clue, "examine_clue", K.EXAMINED, f"{proposal}。{words}", *fields, files=(), by=by, at=at)


@transaction.atomic
def return_clue(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Clue:
    """Back to the handlers; it is examined anew."""
    clue = opened("return_clue", pk, by, at, version)
    why = filled(reason, "请写明需要补充的内容。", "reason")
    clue.examined_by, clue.proposes_handing = None, None
    fields = ("examined_by", "proposes_handing")
    return move(clue, "return_clue", K.RETURNED, why, *fields, files=(), by=by, at=at)


@transaction.atomic
def approve_clue(pk: Any, *, text: str = "", by: Any, at: datetime, version: int | None = None) -> Clue:
    clue = opened("approve_clue", pk, by, at, version)
    clue.approved_by, clue.approved_at = by, at
    fields = ("approved_by", "approved_at")
    return move(clue, "approve_clue", K.APPROVED, text.strip(), *fields, files=(), by=by, at=at)


@transaction.atomic
def drop_clue(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Clue:
    """Not handed over; the reason stays with it."""
    clue = opened("drop_clue", pk, by, at, version)
    why = filled(reason, "请写明不移送的理由。", "reason")
    clue.closed_at = at
    return move(clue, "drop_clue", K.DROPPED, why, "closed_at", files=(), by=by, at=at)


def _others(persons: str, by: Any) -> str:
    if names(persons, by):
        raise Refused(
            "反映的人员与您同名：是您本人的，由其他经办人员登记；不是的，在姓名后写“（同名）”。",
            "input",
            field="persons",
        )
    return persons


def _number(year: int) -> str:
    """The next one of the year; two people at once wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('supervision.clue'))")
    return f"{year}-{Clue.objects.filter(number__startswith=f'{year}-').count() + 1:03d}"
