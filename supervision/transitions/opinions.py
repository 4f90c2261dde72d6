"""A deliberation opinion is put together after the meeting, adopted by the council of chairpersons, handed over."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting, MeetingKind
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Refused
from supervision.models import DeliberationOpinion, Undertaking
from supervision.notices import opinions as notices
from supervision.rules import opinions as rules
from supervision.states.opinion import COMPILE, HAND, PLAN, ReportTerm
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._opinion import begin_report, move, opened
from supervision.transitions.problems import checked_unit

NOT_YET = "日期不能晚于今天。"


@transaction.atomic
def draft_opinion(
    *,
    title: str,
    text: str,
    committee: Organisation,
    meeting: Meeting,
    heard_on: date,
    undertaking: Undertaking | None = None,
    by: Any,
    at: datetime,
) -> DeliberationOpinion:
    """What members said at the meeting, put together; the days for it count from the day of the meeting."""
    rules.may_draft_opinion(by, committee.pk, on=day_of(at)).require()
    if committee.kind != OrganisationKind.SC_COMMITTEE:
        raise Refused("请选择人大常委会的工作委员会。", "input", field="committee")
    if meeting.kind != MeetingKind.STANDING_COMMITTEE:
        raise Refused("审议意见由常委会会议审议形成，请选择常委会会议。", "input", field="meeting")
    if heard_on > day_of(at):
        raise Refused(NOT_YET, "input", field="heard_on")
    opinion = DeliberationOpinion.objects.create(
        undertaking=undertaking,
        title=filled(title, "请填写标题。", "title"),
        text=filled(text, "请写明审议意见。", "text"),
        committee=committee,
        meeting=meeting,
        heard_on=heard_on,
        drafted_at=at,
    )
    deadlines.start(COMPILE, opinion, on=heard_on, organisation=committee, by=by, at=at)
    note("draft_opinion", opinion, f"根据{meeting}的审议发言整理。", by=by, at=at)
    notices.drafted(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def revise_opinion(
    pk: Any, *, title: str, text: str, by: Any, at: datetime, version: int | None = None
) -> DeliberationOpinion:
    """Changed before the council adopts it."""
    opinion = opened("revise_opinion", pk, by, at, version)
    opinion.title = filled(title, "请填写标题。", "title")
    opinion.text = filled(text, "请写明审议意见。", "text")
    move(opinion, "revise_opinion", "title", "text")
    note("revise_opinion", opinion, "修改审议意见。", by=by, at=at)
    return opinion


@transaction.atomic
def adopt_opinion(
    pk: Any, *, council: Meeting, adopted_on: date, by: Any, at: datetime, version: int | None = None
) -> DeliberationOpinion:
    """The council of chairpersons has adopted it; some days are left to hand it over."""
    opinion = opened("adopt_opinion", pk, by, at, version)
    if council.kind != MeetingKind.COUNCIL:
        raise Refused("请选择主任会议。", "input", field="council")
    if not opinion.heard_on <= adopted_on <= day_of(at):
        raise Refused("通过日期不能早于审议日期，也不能晚于今天。", "input", field="adopted_on")
    opinion.council, opinion.adopted_on = council, adopted_on
    move(opinion, "adopt_opinion", "council", "adopted_on")
    deadlines.meet(COMPILE, opinion, at=at)
    deadlines.start(HAND, opinion, on=adopted_on, organisation=opinion.committee_id, by=by, at=at)
    note("adopt_opinion", opinion, f"{council}通过。", by=by, at=at)
    notices.adopted(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def hand_opinion(
    pk: Any,
    *,
    unit: Organisation,
    others: Sequence[Organisation] = (),
    head: str,
    number: str,
    term: str,
    until: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> DeliberationOpinion:
    """Handed to the body under its own head and number; it has a month to plan and its months to report.

    Each of the `others` gets a row of its own under the same number, with its own plan, report and clocks.
    """
    opinion = opened("hand_opinion", pk, by, at, version)
    if term not in ReportTerm.values:
        raise Refused("请选择报告期限。", "input", field="term")
    bodies = [checked_unit(body) for body in (unit, *others)]
    if len({body.pk for body in bodies}) < len(bodies):
        raise Refused("同一机关只选一次。", "input", field="others")
    facts = {"head": filled(head, "请填写文头。", "head"), "number": filled(number, "请填写文号。", "number")}
    if DeliberationOpinion.objects.filter(number=facts["number"]).exclude(pk=opinion.pk).exists():
        raise Refused("已有同一文号的审议意见，请核对。", "input", field="number")
    rows = [opinion, *(_share(opinion) for _ in others)]
    for row, body in zip(rows, bodies, strict=True):
        _hand(row, body, facts, term, until, by=by, at=at)
    deadlines.meet(HAND, opinion, at=at)
    return opinion


def _share(opinion: DeliberationOpinion) -> DeliberationOpinion:
    """The same opinion once more, for another body."""
    same = ("undertaking", "title", "text", "committee", "meeting", "heard_on", "drafted_at", "council", "adopted_on")
    facts = {name: getattr(opinion, name) for name in (*same, "state")}
    return DeliberationOpinion.objects.create(main=opinion, **facts)


def _hand(
    row: DeliberationOpinion,
    body: Organisation,
    facts: dict[str, str],
    term: str,
    until: date | None,
    *,
    by: Any,
    at: datetime,
) -> None:
    row.unit, row.head, row.number, row.handed_on = body, facts["head"], facts["number"], day_of(at)
    begin_report(row, term, until, on=day_of(at), by=by, at=at)
    move(row, "hand_opinion", "unit", "head", "number", "handed_on", "term", "due_on")
    deadlines.start(PLAN, row, on=day_of(at), organisation=body, by=by, at=at)
    note("hand_opinion", row, f"以{row.number}交{body}研究处理，{row.due_on:%Y-%m-%d}前报告。", by=by, at=at)
    notices.handed(row, by=by, at=at)
