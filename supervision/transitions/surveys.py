"""A questionnaire online: put together, opened, answered by people without a name, closed; paper counted beside it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from deputies.models import Deputy
from foundation.intake.models import Consent, ConsentText
from foundation.vault.lookup import lookup_hash
from foundation.workflow import Refused, lock
from supervision.models import (
    OnlineSurvey,
    Questionnaire,
    SurveyGuest,
    SurveyItem,
    SurveyMark,
    SurveySheet,
    Undertaking,
)
from supervision.models.survey_words import SurveyWords
from supervision.notices import surveys as notices
from supervision.rules import surveys as rules
from supervision.states.survey import SURVEY_FLOW, ItemKind, SurveyCircle
from supervision.transitions import visits
from supervision.transitions._beats import day_of, filled, note

MOST_ITEMS, MOST_OPTIONS, LONGEST_WORDS = 40, 20, 500
CHOSEN = (ItemKind.SINGLE, ItemKind.SEVERAL)
Answers = Mapping[int, Any]


@transaction.atomic
def make_survey(
    pk: Any,
    *,
    title: str,
    audience: str,
    closes_on: date,
    circle: str = SurveyCircle.ANYBODY,
    intro: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> OnlineSurvey:
    """A draft without questions."""
    row = lock(Undertaking, pk, version=version)
    rules.may_make_survey(by, row, on=day_of(at)).require()
    if closes_on < day_of(at):
        raise Refused("截止日期不能早于今天。", "input", field="closes_on")
    survey = OnlineSurvey.objects.create(
        undertaking=row,
        title=filled(title, "请填写问卷标题。", "title")[:100],
        audience=filled(audience, "请填写调查对象。", "audience")[:100],
        intro=intro.strip(),
        circle=SurveyCircle(circle),
        closes_on=closes_on,
        made_by=by,
        made_at=at,
    )
    note("make_survey", row, f"起草网上问卷“{survey}”。", by=by, at=at, visibility="office")
    return survey


@transaction.atomic
def add_survey_item(
    pk: Any,
    *,
    kind: str,
    text: str,
    options: Sequence[str] = (),
    is_required: bool = True,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> SurveyItem:
    """One question at the end. Refused: fewer than two options to choose from, or the same twice."""
    survey = _opened("draft_survey", pk, by, at, version)
    words = [option.strip()[:60] for option in options if option.strip()] if kind in CHOSEN else []
    if kind in CHOSEN and not 2 <= len(words) <= MOST_OPTIONS:
        raise Refused(f"单选、多选题请写2至{MOST_OPTIONS}个选项，每行一个。", "input", field="options")
    if len(set(words)) < len(words):
        raise Refused("选项不能相同。", "input", field="options")
    there = survey.items.count()
    if there >= MOST_ITEMS:
        raise Refused(f"一份问卷最多{MOST_ITEMS}题，题目少一些，填写的人更多。", "input", field="text")
    item = SurveyItem.objects.create(
        survey=survey,
        order=there + 1,
        kind=ItemKind(kind),
        text=filled(text, "请填写题目。", "text")[:200],
        options=words,
        is_required=is_required,
    )
    note("add_survey_item", survey, f"增加题目“{item}”。", by=by, at=at, visibility="office")
    return item


@transaction.atomic
def drop_survey_item(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> SurveyItem:
    """A question of a draft is left out."""
    item = lock(SurveyItem, pk)
    rules.may_drop_item(by, item, on=day_of(at)).require()
    item.is_dropped = True
    item.save(update_fields=["is_dropped"])
    note("drop_survey_item", item.survey, f"去掉题目“{item}”。", by=by, at=at, visibility="office")
    return item


@transaction.atomic
def open_survey(
    pk: Any, *, deputies: Sequence[Deputy] = (), by: Any, at: datetime, version: int | None = None
) -> OnlineSurvey:
    """Its address takes answers from now on; the questions stay as they are. Invited deputies are told."""
    survey = _opened("open_survey", pk, by, at, version)
    if survey.circle == SurveyCircle.INVITED and not deputies:
        raise Refused("请选择邀请哪些代表。", "input", field="deputies")
    guests = deputies if survey.circle == SurveyCircle.INVITED else ()
    SurveyGuest.objects.bulk_create(SurveyGuest(survey=survey, deputy=deputy) for deputy in guests)
    survey.opened_at = at
    _move(survey, "open_survey", "opened_at")
    note(
        "open_survey",
        survey,
        f"网上问卷“{survey}”开始填写，{survey.closes_on}截止。",
        by=by,
        at=at,
        visibility="office",
    )
    notices.opened(survey, [deputy.user_id for deputy in guests], by=by, at=at)
    return survey


@transaction.atomic
def close_survey(pk: Any, *, reason: str = "", by: Any, at: datetime, version: int | None = None) -> OnlineSurvey:
    """No more answers; up to its last day only with a reason."""
    survey = _opened("close_survey", pk, by, at, version)
    if day_of(at) <= survey.closes_on:
        survey.close_reason = filled(reason, "还没有到截止日期，提前截止请写明理由。", "reason")[:200]
    survey.closed_at = at
    _move(survey, "close_survey", "closed_at", "close_reason")
    words = f"网上问卷“{survey}”截止，收到{survey.sheets.count()}份。"
    note("close_survey", survey, words, by=by, at=at, visibility="office")
    return survey


@transaction.atomic
def send_sheet(
    survey: OnlineSurvey, *, token: str, answers: Answers, consents: Sequence[ConsentText] = (), by: Any, at: datetime
) -> SurveySheet:
    """One filled-in form; the same `token` is one sheet however often it is sent. `answers`: place, places or words
    by question. Refused when it is over, to whoever is not invited, and with a question that must be answered left
    out. Neither person nor time of day is written down."""
    token_hash = lookup_hash(token, "supervision.survey")
    with connection.cursor() as cursor:
        # The second click waits until the first is done, and then finds its sheet.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [token_hash])
    if there := SurveySheet.objects.filter(token_hash=token_hash).first():
        return there
    survey = lock(OnlineSurvey, survey.pk)
    rules.may_answer_survey(by, survey, on=day_of(at)).require()
    sheet = SurveySheet.objects.create(survey=survey, sent_on=day_of(at), token_hash=token_hash)
    for item in survey.items.filter(is_dropped=False):
        _keep(sheet, item, answers.get(item.pk))
    # The day alone, as on the sheet.
    day = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    Consent.objects.give(sheet, list(consents), at=day)
    if survey.circle == SurveyCircle.INVITED:
        survey.guests.filter(deputy__user=by).update(has_answered=True)
    return sheet


def _keep(sheet: SurveySheet, item: SurveyItem, answer: Any) -> None:
    if item.kind == ItemKind.WORDS:
        words = str(answer or "").strip()[:LONGEST_WORDS]
        _require(item, bool(words))
        if words:
            SurveyWords.objects.create(sheet=sheet, item=item, text=words)
        return
    places = sorted(set(answer)) if isinstance(answer, list | tuple | set) else [] if answer is None else [answer]
    _require(item, bool(places))
    if any(not 0 <= place < len(item.choices) for place in places) or (item.kind != ItemKind.SEVERAL and places[1:]):
        raise Refused("请从列出的选项中选择。", "input", field=f"item_{item.pk}")
    SurveyMark.objects.bulk_create(SurveyMark(sheet=sheet, item=item, place=place) for place in places)


def _require(item: SurveyItem, there: bool) -> None:
    if item.is_required and not there:
        raise Refused("请填写这一项。", "input", field=f"item_{item.pk}")


@transaction.atomic
def enter_survey_paper(
    pk: Any,
    *,
    surveyed_on: date,
    issued: int,
    returned: int,
    valid: int,
    counts: Mapping[int, Sequence[int]],
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Questionnaire:
    """What came back of the same questions on paper, shown apart. What does not add up is refused."""
    survey = lock(OnlineSurvey, pk, version=version)
    rules.may_enter_paper(by, survey, on=day_of(at)).require()
    items = survey.items.filter(is_dropped=False).exclude(kind=ItemKind.WORDS)
    paper = visits.record_survey(
        survey.undertaking_id,
        title=survey.title,
        audience=survey.audience,
        surveyed_on=surveyed_on,
        issued=issued,
        returned=returned,
        valid=valid,
        questions=[(item.text, list(zip(item.choices, counts[item.pk], strict=True))) for item in items],
        several={item.text for item in items if item.kind == ItemKind.SEVERAL},
        by=by,
        at=at,
    )
    paper.online = survey
    paper.bump("online")
    return paper


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> OnlineSurvey:
    survey = lock(OnlineSurvey, pk, version=version)
    getattr(rules, f"may_{verb}")(by, survey, on=day_of(at)).require()
    return survey


def _move(survey: OnlineSurvey, verb: str, *fields: str) -> None:
    survey.state = SURVEY_FLOW.target(verb, survey.state)
    survey.bump("state", *fields)
