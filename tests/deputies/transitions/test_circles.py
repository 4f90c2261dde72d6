"""A matter goes to those who know the field: allowed once, refused by role, state, date, and for numbers of people."""

from datetime import date

import pytest

from deputies.models import CircleMatter, DutyEntry
from deputies.transitions.circles import answer_matter, close_matter
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.touch import NOW, asked, circle_of


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient__username", flat=True))


def test_asked_answered_and_ended(cast, register):
    matter = asked(cast, circle_of(register, "zhou", "deng"))
    assert told("circle_asked") == {"zhou", "deng"}
    answer_matter(matter.pk, by=cast.zhou, at=NOW, text="可以按标准化门诊建设。")
    answer_matter(matter.pk, by=cast.zhou, at=NOW, text="补充：另有省级补助。")
    entry = DutyEntry.objects.get()
    assert (entry.kind.code, entry.deputy, entry.source) == ("circle_answer", register.zhou.deputy, matter)
    assert told("circle_answered") == {"lin"}

    with pytest.raises(Refused, match="提出咨询的代表办结"):
        close_matter(matter.pk, by=cast.zhou, at=NOW, conclusion="采纳。")
    close_matter(matter.pk, by=cast.lin, at=NOW, conclusion="采纳，写成建议。")
    assert told("circle_closed") == {"zhou"}
    with pytest.raises(Refused):
        close_matter(matter.pk, by=cast.lin, at=NOW, conclusion="再次")
    with pytest.raises(Refused):
        answer_matter(matter.pk, by=cast.deng, at=NOW, text="迟到的答复。")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"by": "he"}, "在任代表提出"),
        ({"by": "zhou"}, "没有其他代表"),
        ({"wanted_on": date(2026, 3, 1)}, "不能早于今天"),
        ({"text": "请联系13900001234"}, "不要写入电话"),
        ({"title": " "}, "请填写"),
    ],
)
def test_a_matter_is_refused(cast, register, changes, words):
    changes = {key: getattr(cast, value) if key == "by" else value for key, value in changes.items()}
    with pytest.raises(Refused, match=words):
        asked(cast, circle_of(register, "zhou"), **changes)
    assert not CircleMatter.objects.exists()


@pytest.mark.parametrize("person", ["lin", "deng", "he"])
def test_only_the_circle_answers_and_not_who_asked(cast, register, person):
    matter = asked(cast, circle_of(register, "zhou", "lin"))
    with pytest.raises(Refused, match="该专业代表小组的代表答复"):
        answer_matter(matter.pk, by=getattr(cast, person), at=NOW, text="我来答。")
