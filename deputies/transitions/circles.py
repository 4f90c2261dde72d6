"""A deputy brings a matter to those who know the field; they answer; he ends it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Circle, CircleAnswer, CircleMatter
from deputies.notices import circle as notices
from deputies.rules.circle import may_answer_matter, may_ask_circle, may_close_matter
from deputies.states.circle import MATTER_FLOW
from deputies.transitions.record_duty import record_duty
from foundation import deadlines
from foundation.audit import record
from foundation.privacy.masking import mask_numbers
from foundation.workflow import Refused, announce, lock

CLOCK = "circle_answer"
NUMBERS = "请不要写入电话、证件等号码，以保护他人的个人信息。"


@transaction.atomic
def ask_circle(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, title: str, text: str, wanted_on: date
) -> CircleMatter:
    """Brings a matter to a circle; each of its deputies hears.

    Refused: no serving deputy, a circle without anybody else, a day gone by, numbers of people in the text.
    """
    circle, on = lock(Circle, pk), timezone.localdate(at)
    may_ask_circle(by, circle, on=on).require()
    _check(title=title, text=text)
    if wanted_on < on:
        raise Refused("希望答复日期不能早于今天。", "input", field="wanted_on")
    facts = {"title": title.strip(), "text": text.strip(), "wanted_on": wanted_on, "asked_at": at}
    matter = CircleMatter.objects.create(circle=circle, deputy=by.deputy, **facts)
    deadlines.start(CLOCK, matter, on=on, until=wanted_on, by=by, at=at)
    record("deputies.ask_circle", matter, by=by, at=at, summary=f"向{circle}提出咨询。")
    announce("deputies.ask_circle", matter, by=by, at=at)
    notices.circle_asked(matter, by=by, at=at)
    return matter


@transaction.atomic
def answer_matter(pk: Any, *, by: Any, at: datetime, version: int | None = None, text: str) -> CircleAnswer:
    """A deputy of the circle answers; who asked hears, and it enters the answering deputy's file, once a matter."""
    matter, on = lock(CircleMatter, pk), timezone.localdate(at)
    may_answer_matter(by, matter, on=on).require()
    _check(text=text)
    answer = CircleAnswer.objects.create(matter=matter, deputy=by.deputy, text=text.strip(), answered_at=at)
    deadlines.meet(CLOCK, matter, at=at)
    record("deputies.answer_matter", matter, by=by, at=at, summary=f"{by.deputy.name}代表答复。")
    announce("deputies.answer_matter", matter, by=by, at=at)
    record_duty(by.deputy, "circle_answer", on=on, title=f"咨询答复：{matter}", source=matter, by=by, at=at)
    notices.circle_answered(answer, by=by, at=at)
    return answer


@transaction.atomic
def close_matter(pk: Any, *, by: Any, at: datetime, version: int | None = None, conclusion: str) -> CircleMatter:
    """Who asked says what came of it; who answered hears."""
    matter = lock(CircleMatter, pk, version=version)
    may_close_matter(by, matter, on=timezone.localdate(at)).require()
    _check(conclusion=conclusion)
    matter.state = MATTER_FLOW.target("close_matter", matter.state)
    matter.conclusion, matter.closed_at = conclusion.strip(), at
    matter.bump("state", "conclusion", "closed_at")
    deadlines.cancel(CLOCK, matter, at=at, reason="提出咨询的代表已办结。")
    record("deputies.close_matter", matter, by=by, at=at, summary="办结咨询。")
    announce("deputies.close_matter", matter, by=by, at=at)
    notices.circle_closed(matter, by=by, at=at)
    return matter


def _check(**words: str) -> None:
    for field, text in words.items():
        if not text.strip():
            raise Refused("请填写内容。", "input", field=field)
        if mask_numbers(text) != text:
            raise Refused(NUMBERS, "input", field=field)
