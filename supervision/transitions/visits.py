"""What is looked at: places, surveys, articles of the law."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock
from supervision.models import LawArticle, Questionnaire, SpotVisit, SurveyQuestion, TeamMember, Undertaking
from supervision.rules import inspection as rules
from supervision.states.inspection import VisitKind
from supervision.transitions._beats import day_of, filled, note

Answers = Sequence[tuple[str, int]]


@transaction.atomic
def record_visit(
    pk: Any,
    *,
    kind: str,
    visited_on: date,
    place: str,
    findings: str,
    organisation: Organisation | None = None,
    members: Iterable[TeamMember] = (),
    matter: str = "",
    minutes: int | None = None,
    materials: int | None = None,
    succeeded: bool | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SpotVisit:
    """One place on one day, who was there, what was found; an errand with how it went."""
    row = _opened("record_visit", pk, by, at, version)
    _check_day(row, visited_on, day_of(at), "visited_on")
    there = list(members)
    if any(member.undertaking_id != row.pk for member in there):
        raise Refused("请选择本工作组的成员。", "input", field="members")
    errand: dict[str, Any] = {"minutes": minutes, "materials": materials, "succeeded": succeeded}
    if kind == VisitKind.TRIAL:
        errand["matter"] = filled(matter, "体验办事请写明办理的事项。", "matter")[:80]
    else:
        errand = {}
    visit = SpotVisit.objects.create(
        undertaking=row,
        kind=VisitKind(kind),
        visited_on=visited_on,
        place=filled(place, "请填写地点。", "place")[:120],
        findings=filled(findings, "请写明发现的情况；没有发现问题的，写明看到了什么。", "findings"),
        organisation=organisation,
        recorded_by=by,
        recorded_at=at,
        **errand,
    )
    visit.members.set(there)
    note("record_visit", row, f"登记现场检查：{visit}。", by=by, at=at, visibility="office")
    return visit


@transaction.atomic
def record_survey(
    pk: Any,
    *,
    title: str,
    audience: str,
    surveyed_on: date,
    issued: int,
    returned: int,
    valid: int,
    questions: Sequence[tuple[str, Answers]],
    several: Collection[str] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Questionnaire:
    """What came back. Refused: more returned than given out, more counted than returned, answers beyond what counts.

    Of a question in `several` more than one answer may be chosen: then no single one goes beyond what counts.
    """
    row = _opened("record_survey", pk, by, at, version)
    _check_day(row, surveyed_on, day_of(at), "surveyed_on")
    if returned > issued:
        raise Refused(f"收回{returned}份，多于发出{issued}份，请核对。", "input", field="returned")
    if valid > returned:
        raise Refused(f"有效{valid}份，多于收回{returned}份，请核对。", "input", field="valid")
    if not questions:
        raise Refused("请至少登记一题的结果。", "input", field="questions")
    for text, answers in questions:
        counts = [count for _, count in answers]
        total = max(counts, default=0) if text in several else sum(counts)
        if total > valid:
            words = f"“{text}”{'一项' if text in several else '各项合计'}{total}，多于有效份数{valid}，请核对。"
            raise Refused(words, "input", field="questions")
    survey = Questionnaire.objects.create(
        undertaking=row,
        title=filled(title, "请填写问卷标题。", "title")[:100],
        audience=filled(audience, "请填写调查对象。", "audience")[:100],
        surveyed_on=surveyed_on,
        issued=issued,
        returned=returned,
        valid=valid,
        recorded_by=by,
        recorded_at=at,
    )
    SurveyQuestion.objects.bulk_create(
        SurveyQuestion(questionnaire=survey, order=order, text=text[:200], answers=[list(pair) for pair in answers])
        for order, (text, answers) in enumerate(questions, 1)
    )
    note("record_survey", row, f"登记问卷调查“{survey}”。", by=by, at=at, visibility="office")
    return survey


@transaction.atomic
def list_article(
    pk: Any, *, law: str, article: str, duty: str, by: Any, at: datetime, version: int | None = None
) -> LawArticle:
    """One article to look at."""
    row = _opened("list_article", pk, by, at, version)
    facts = {
        "law": filled(law, "请填写法律法规名称。", "law").strip("《》")[:100],
        "article": filled(article, "请填写条文，例如“第二十条”。", "article")[:60],
        "duty": filled(duty, "请写明规定的职责和检查要点。", "duty"),
    }
    try:
        with transaction.atomic():
            found = LawArticle.objects.create(undertaking=row, **facts)
    except IntegrityError as error:
        if "law_article_once" not in str(error):
            raise
        raise Refused("该条文已经列入清单。", "input", field="article") from error
    note("list_article", row, f"列入检查条文：{found}。", by=by, at=at, visibility="office")
    return found


@transaction.atomic
def assess_article(pk: Any, *, finding: str, by: Any, at: datetime, version: int | None = None) -> LawArticle:
    """How an article is observed."""
    article = lock(LawArticle, pk)
    rules.may_assess_article(by, article, on=day_of(at)).require()
    article.finding = filled(finding, "请写明检查情况。", "finding")
    article.save(update_fields=["finding"])
    note("assess_article", article.undertaking, f"登记{article}检查情况。", by=by, at=at, visibility="office")
    return article


def _check_day(row: Undertaking, day: date, today: date, field: str) -> None:
    if day > today:
        raise Refused("日期不能晚于今天。", "input", field=field)
    if row.started_on and day < row.started_on:
        raise Refused(f"日期不能早于监督启动的日期{row.started_on}。", "input", field=field)


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Undertaking:
    row = lock(Undertaking, pk, version=version)
    getattr(rules, f"may_{verb}")(by, row, on=day_of(at)).require()
    return row
