"""The standing committee looks at what became of its opinion: ballot, passed and struck off, or handled again."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation.workflow import Refused
from supervision.models import Ballot, DeliberationOpinion
from supervision.notices import opinions as notices
from supervision.states.opinion import TWICE, PaperKind, ReportTerm
from supervision.transitions import ballots
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._opinion import begin_report, move, opened, put
from supervision.transitions.ballot_people import people_voting


@transaction.atomic
def ballot_opinion(
    pk: Any, *, meeting: Meeting, rule_code: str, mode: str, by: Any, at: datetime, version: int | None = None
) -> Ballot:
    """A ballot on the body's report at a meeting of the standing committee; its outcome decides what comes next."""
    opinion = opened("ballot_opinion", pk, by, at, version)
    move(opinion, "ballot_opinion")
    people, number = people_voting(meeting, meeting.opens_on or day_of(at))
    ballot = ballots.plan_ballot(
        opinion,
        topic=f"{opinion.unit}关于“{opinion.title}”研究处理情况的报告"[:200],
        rule_code=rule_code,
        lines=[opinion.title],
        mode=mode,
        electors=people,
        all_members=number or None,
        meeting=meeting,
        committee=opinion.committee,
        by=by,
        at=at,
    )
    note("ballot_opinion", opinion, f"安排在{meeting}上测评。", by=by, at=at)
    return ballot


@transaction.atomic
def pass_opinion(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> DeliberationOpinion:
    """The report was passed: the opinion is struck off."""
    opinion = opened("pass_opinion", pk, by, at, version)
    words = filled(text, "请写明审议的结果。", "text")
    opinion.struck_on = day_of(at)
    move(opinion, "pass_opinion", "struck_on")
    put(opinion, PaperKind.REVIEW, words, by=by, at=at)
    note("pass_opinion", opinion, f"审议通过，销号：{words}"[:500], by=by, at=at)
    notices.passed(opinion, words, by=by, at=at)
    return opinion


@transaction.atomic
def fail_opinion(
    pk: Any,
    *,
    text: str,
    until: date | None,
    measures: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> DeliberationOpinion:
    """Not passed: handled again until the next meeting. The second time the further measures are written down too."""
    opinion = opened("fail_opinion", pk, by, at, version)
    words = filled(text, "请写明没有通过的原因和重新办理的要求。", "text")
    if until is None or until <= day_of(at):
        raise Refused("请填写重新报告的日期，须在今天以后。", "input", field="until")
    if opinion.failures + 1 >= TWICE:
        more = filled(
            measures, "两次没有通过，请写明进一步的监督措施，如作出说明、专题询问、特定问题调查。", "measures"
        )
    else:
        more = measures.strip()
    put(opinion, PaperKind.REVIEW, words, by=by, at=at)
    if more:
        put(opinion, PaperKind.MEASURES, more, by=by, at=at)
    opinion.failures += 1
    opinion.round += 1
    begin_report(opinion, ReportTerm.AGREED, until, on=day_of(at), by=by, at=at)
    move(opinion, "fail_opinion", "failures", "round", "term", "due_on")
    note("fail_opinion", opinion, f"没有通过，{until:%Y-%m-%d}前重新报告：{words}{more}"[:500], by=by, at=at)
    notices.failed(opinion, words, more, by=by, at=at)
    return opinion
