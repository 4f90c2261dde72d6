"""The beats that the verbs of deliberation opinions share."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from foundation import deadlines
from foundation.files.keeping import keep
from foundation.workflow import Refused, lock
from supervision.models import DeliberationOpinion, OpinionPaper
from supervision.rules import opinions as rules
from supervision.states.opinion import OPINION_FLOW, ReportTerm
from supervision.transitions._beats import day_of
from supervision.transitions._problem import hand_of


def opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> DeliberationOpinion:
    """The row, locked, once its rule has said yes."""
    opinion = lock(DeliberationOpinion, pk, version=version)
    getattr(rules, f"may_{verb}")(by, opinion, on=day_of(at)).require()
    return opinion


def move(opinion: DeliberationOpinion, verb: str, *fields: str) -> None:
    """Takes the step and saves the named fields with it."""
    opinion.state = OPINION_FLOW.target(verb, opinion.state)
    opinion.bump("state", *fields)


def put(
    opinion: DeliberationOpinion, kind: str, text: str, files: Sequence[Any] = (), *, by: Any, at: datetime, **more: str
) -> OpinionPaper:
    """One more paper of the present round, with its files."""
    paper = OpinionPaper.objects.create(
        opinion=opinion, kind=kind, round=opinion.round, text=text, at=at, by=hand_of(by), **more
    )
    keep(paper, files, by=by, at=at)
    return paper


def begin_report(
    opinion: DeliberationOpinion, term: str, until: date | None, *, on: date, by: Any, at: datetime
) -> None:
    """Starts the report's clock and keeps its day on the row; the caller saves `term` and `due_on`."""
    agreed = term == ReportTerm.AGREED
    if agreed and (until is None or until < on):
        raise Refused("请填写主任会议确定的报告日期，不早于交办之日。", "input", field="until")
    opinion.term = ReportTerm(term)
    clock = deadlines.start(
        term, opinion, on=on, organisation=opinion.unit_id, until=until if agreed else None, by=by, at=at
    )
    opinion.due_on = clock.due_on
