"""Questionnaires of the inspection of roads: one closed with paper beside it, one open to all, one to deputies."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser

from congress_portal.demo.district import District
from congress_portal.demo.oversight.undertakings import INSPECTED
from deputies.models import Deputy
from foundation.intake.models import ConsentText
from supervision.models import OnlineSurvey, Undertaking
from supervision.transitions import surveys as act

# form, question, options, must be answered
ROADS: tuple[tuple[str, str, list[str], bool], ...] = (
    ("single", "您平时怎样出行", ["步行", "骑车", "公交", "驾车"], True),
    (
        "several",
        "附近的道路有哪些问题（可多选）",
        ["路面破损", "井盖不平", "标线不清", "占道停车", "没有问题"],
        True,
    ),
    ("scale", "请给道路养护打分", [], True),
    ("words", "还有什么要告诉检查组", [], False),
)
NIGHT: tuple[tuple[str, str, list[str], bool], ...] = (
    ("single", "晚上回家的路上，路灯够亮吗", ["够亮", "有几段不亮", "多数不亮"], True),
    ("words", "哪一段最暗", [], False),
)
WORDS = ("学校门口的斑马线看不清了。", "三巷井盖一过车就响。", "希望夜里查一查渣土车。")
DARK = ("老粮站后面那条路。", "东湖公园北门到公交站。")


def tell(district: District) -> None:
    """Through the public way, only without a browser."""
    row = Undertaking.objects.get(title=INSPECTED)
    _heard(district, row)
    _open(district, row)
    _invited(district, row)


def _made(
    district: District, row: Undertaking, days: int, until: int, items: Any, deputies: Any = (), **facts: Any
) -> OnlineSurvey:
    # A last day may lie ahead; moments told never do.
    lead, closes_on = district.users["gongwei"], district.day - timedelta(days=until)
    at = district.at(days)
    survey = act.make_survey(row.pk, closes_on=closes_on, by=lead, at=at, **facts)
    for kind, text, options, required in items:
        words = {"kind": kind, "text": text, "options": options, "is_required": required}
        act.add_survey_item(survey.pk, **words, by=lead, at=at)
    return act.open_survey(survey.pk, deputies=deputies, by=lead, at=at)


def _sent(district: District, survey: OnlineSurvey, number: int, days: int, *answers: Any, by: Any = None) -> None:
    at, rows = district.at(days), survey.items.order_by("order")
    known = {item.pk: answer for item, answer in zip(rows, answers, strict=False)}
    consents = list(ConsentText.objects.on(at.date(), "survey").values())
    token = f"demo-{survey.pk}-{number}"
    act.send_sheet(survey, token=token, answers=known, consents=consents, by=by or AnonymousUser(), at=at)


def _heard(district: District, row: Undertaking) -> None:
    """Thirty answers from the net, forty on paper."""
    facts = {"title": "城市道路出行问卷", "audience": "沿街居民和驾驶员", "intro": "三分钟填完，帮助检查组找准问题。"}
    survey = _made(district, row, 50, 22, ROADS, **facts)
    for number in range(30):
        faults = [4] if number % 7 == 0 else sorted({number % 4, (number * 3 + 1) % 4})
        words = WORDS[number // 10] if number % 10 == 4 else ""
        _sent(district, survey, number, 45 - number // 2, number % 4, faults, (number * 5 + 2) % 4 + number % 2, words)
    lead, at = district.users["gongwei"], district.at(21)
    act.close_survey(survey.pk, reason="收到的答卷已经足够。", by=lead, at=at)
    one, several, scale, _ = survey.items.order_by("order")
    counts = {one.pk: [12, 9, 10, 7], several.pk: [21, 14, 17, 9, 4], scale.pk: [2, 5, 14, 12, 5]}
    paper: dict[str, Any] = {"surveyed_on": at.date(), "issued": 45, "returned": 40, "valid": 38}
    act.enter_survey_paper(survey.pk, **paper, counts=counts, by=lead, at=at)


def _open(district: District, row: Undertaking) -> None:
    survey = _made(district, row, 6, -15, NIGHT, title="夜间照明补充问卷", audience="城区居民")
    for number in range(9):
        _sent(district, survey, number, 5 - number // 2, number % 3, DARK[number // 5] if number in (2, 7) else "")


def _invited(district: District, row: Undertaking) -> None:
    """One deputy has answered, the other has not."""
    people = [district.users[name] for name in ("daibiao1", "daibiao2")]
    deputies = [Deputy.objects.get(user=user) for user in people]
    facts = {"title": "检查组代表意见问卷", "audience": "参加检查的代表", "circle": "invited"}
    survey = _made(district, row, 5, -10, ROADS[1:], deputies, **facts)
    _sent(district, survey, 0, 3, [0, 2], 2, "背街小巷养护要有固定经费。", by=people[0])
