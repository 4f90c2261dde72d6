"""Bulletins: put out in one's own name, read once, the others reminded, taken back."""

from datetime import timedelta

import pytest

from deputies.models import Bulletin, BulletinCopy
from deputies.transitions.bulletins import issue_bulletin, read_bulletin, remind_bulletin, withdraw_bulletin
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE
from tests.deputies_cast import add_mandate

FACTS = {"source": "court", "number": "2026年第1期", "title": "一季度审判工作", "text": "收案一千件。"}
NEXT_DAY = BEFORE + timedelta(days=1)


def issued(cast, by="he", **changes):
    return issue_bulletin(by=getattr(cast, by), at=BEFORE, **{**FACTS, **changes})


def told(kind):
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient", flat=True))


def test_a_court_tells_all_deputies_and_each_says_that_he_has_read(cast, register):
    bulletin = issued(cast, by="chu")
    assert told("bulletin_issued") == {cast.lin.pk, cast.zhou.pk, cast.deng.pk}
    read_bulletin(bulletin, by=cast.lin, at=BEFORE)
    assert BulletinCopy.objects.filter(read_at__isnull=False).get().deputy == register.lin.deputy
    with pytest.raises(Refused, match="已签阅"):
        read_bulletin(bulletin, by=cast.lin, at=BEFORE)
    with pytest.raises(Refused, match="收到的代表本人"):
        read_bulletin(bulletin, by=cast.he, at=BEFORE)

    remind_bulletin(bulletin, by=cast.he, at=NEXT_DAY)
    assert told("bulletin_unread") == {cast.zhou.pk, cast.deng.pk}
    with pytest.raises(Refused, match="今天已经提醒过"):
        remind_bulletin(bulletin, by=cast.chu, at=NEXT_DAY)


@pytest.mark.parametrize(("person", "source"), [("lin", "sc"), ("wu", "government"), ("zhao", "sc"), ("chu", "sc")])
def test_nobody_speaks_for_another_body(cast, register, person, source):
    with pytest.raises(Refused, match=r"本单位名义发布|以本单位的名义"):
        issued(cast, by=person, source=source)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"title": " "}, "title"), ({"text": ""}, "text"), ({"deputies": []}, "deputies"), ({}, "number")],
)
def test_what_is_missing_or_there_already_is_refused_at_its_field(cast, register, changes, field):
    issued(cast)
    number = "2026年第2期" if changes else FACTS["number"]
    with pytest.raises(Refused) as refusal:
        issued(cast, **{"number": number, **changes})
    assert (refusal.value.field, Bulletin.objects.count()) == (field, 1)


def test_it_is_sent_to_some_found_by_them_and_gone_when_taken_back(cast, register):
    bulletin = issued(cast, deputies=[register.lin.deputy])
    seen = {
        name: Bulletin.objects.visible_to(getattr(cast, name)).exists() for name in ("lin", "zhou", "zhao", "chu", "wu")
    }
    assert seen == {"lin": True, "zhou": False, "zhao": True, "chu": True, "wu": False}
    withdraw_bulletin(bulletin, reason="数字有误", by=cast.he, at=NEXT_DAY)
    assert told("bulletin_withdrawn") == {cast.lin.pk}
    assert not Bulletin.objects.visible_to(cast.lin).exists()
    issued(cast)
    with pytest.raises(Refused, match="已经撤回"):
        read_bulletin(bulletin, by=cast.lin, at=NEXT_DAY)


def test_who_has_no_account_is_named_instead_of_reminded(cast, register):
    seat = add_mandate(register, "无账号", register.qingshi)
    bulletin = issued(cast, deputies=[seat.deputy])
    with pytest.raises(Refused, match="电话通知"):
        remind_bulletin(bulletin, by=cast.he, at=NEXT_DAY)
