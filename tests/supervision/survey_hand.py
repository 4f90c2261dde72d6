"""A questionnaire online in a test's words: fang's committee asks passengers about roads."""

from datetime import date, datetime
from typing import Any

from supervision.models import OnlineSurvey, SurveySheet
from supervision.transitions import surveys as act
from tests.supervision import hand
from tests.supervision.hand import AT

LAST = date(2026, 3, 20)
# kind, text, options, must be answered
ITEMS = (
    ("single", "您对道路是否满意", ["满意", "基本满意", "不满意"], True),
    ("several", "哪里要改进", ["路灯", "标线", "井盖"], False),
    ("scale", "给养护打分", [], True),
    ("words", "您还想说什么", [], False),
)


def drafted(cast: Any, at: datetime = AT, **facts: Any) -> OnlineSurvey:
    """With one question of each form."""
    row = facts.pop("row", None) or hand.begun(cast, "enforcement_inspection", at=at)
    known = {"title": "道路问卷", "audience": "沿街居民", "closes_on": LAST, **facts}
    survey = act.make_survey(row.pk, by=cast.fang, at=at, **known)
    for kind, text, options, required in ITEMS:
        words = {"kind": kind, "text": text, "options": options, "is_required": required}
        act.add_survey_item(survey.pk, **words, by=cast.fang, at=at)
    return survey


def opened(cast: Any, at: datetime = AT, deputies: Any = (), **facts: Any) -> OnlineSurvey:
    return act.open_survey(drafted(cast, at, **facts).pk, deputies=deputies, by=cast.fang, at=at)


def sent(
    survey: OnlineSurvey, *answers: Any, token: str = "a", by: Any = None, at: datetime = AT, **facts: Any
) -> SurveySheet:
    """`answers` in the order of the questions."""
    rows = zip(survey.items.order_by("order"), answers, strict=False)
    return act.send_sheet(survey, token=token, answers={item.pk: said for item, said in rows}, by=by, at=at, **facts)
