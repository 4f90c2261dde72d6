"""Who contacts whom, and what came of it: allowed once, refused by role, state, date, and twice."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from deputies.models import Deputy, MemberContact
from deputies.transitions.contact_visits import note_outcome
from deputies.transitions.member_contacts import assign_contacts, change_contact, end_contact
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.touch import BASIS, NOW, arranged, visited

APRIL = date(2026, 4, 1)


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient__username", flat=True))


def test_arranged_handed_over_and_ended(cast, register):
    lin, zhou = arranged(cast, register, "lin", "zhou")
    assert told("contact_assigned") == {"luo", "lin", "zhou"}
    assert list(Deputy.objects.without_contact(APRIL)) == [register.deng.deputy]

    taken = change_contact(lin.pk, by=cast.he, at=NOW, member=cast.zhao, from_date=APRIL, reason="分工调整")
    lin.refresh_from_db()
    assert (lin.until_date, taken.member, taken.from_date) == (date(2026, 3, 31), cast.zhao, APRIL)
    end_contact(zhou.pk, by=cast.he, at=NOW, until_date=date(2026, 3, 1), reason="代表调离")
    assert told("contact_ended") == {"luo", "zhou"}
    assert set(MemberContact.objects.on(APRIL)) == {taken}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"by": "lin"}, "由代表联络工作机构登记"),
        ({"member": "he"}, "不是常委会组成人员"),
        ({"from_date": date(2021, 1, 1)}, "不是常委会组成人员"),
        ({"basis": " "}, "依据"),
    ],
)
def test_an_arrangement_is_refused(cast, register, changes, words):
    changes = {key: getattr(cast, value) if key in ("by", "member") else value for key, value in changes.items()}
    with pytest.raises(Refused, match=words):
        arranged(cast, register, **changes)
    assert not MemberContact.objects.exists()


def test_nobody_contacts_himself_or_who_has_no_seat(cast, register):
    register.lin.deputy.user = cast.luo
    register.lin.deputy.save()
    with pytest.raises(Refused, match="不能联系本人"):
        arranged(cast, register)
    with pytest.raises(Refused, match="没有在任的代表职务"):
        arranged(cast, register, "zhou", from_date=date(2022, 1, 5))
    with pytest.raises(Refused, match="至少选择一名"):
        assign_contacts(member=cast.zhao, deputies=[], from_date=APRIL, basis=BASIS, by=cast.he, at=NOW)


def test_a_deputy_has_one_contact_person_at_a_time(cast, register):
    (contact,) = arranged(cast, register)
    with pytest.raises(Refused, match="已由罗平联系"):
        arranged(cast, register, "zhou", "lin", member=cast.qian)
    assert MemberContact.objects.count() == 1
    facts = {"from_date": APRIL, "basis": BASIS, "recorded_at": NOW}
    with pytest.raises(IntegrityError, match="member_contact_one_at_a_time"), transaction.atomic():
        MemberContact.objects.create(member=cast.qian, deputy=contact.deputy, **facts)


def test_an_end_before_a_recorded_visit_or_the_beginning_is_refused(cast, register):
    (contact,) = arranged(cast, register)
    visited(contact)
    for day, words in ((date(2026, 2, 2), "已有联系记录"), (date(2026, 1, 1), "应当在其后")):
        with pytest.raises(Refused, match=words):
            end_contact(contact.pk, by=cast.he, at=NOW, until_date=day, reason="换届")
    end_contact(contact.pk, by=cast.he, at=NOW, until_date=date(2026, 3, 1), reason="换届")
    with pytest.raises(Refused, match="已经终止"):
        end_contact(contact.pk, by=cast.he, at=NOW, until_date=date(2026, 3, 1), reason="换届")


def test_what_was_raised_gets_its_answer_once(cast, register):
    (contact,) = arranged(cast, register)
    visit = visited(contact, raised="村口公交班次太少。")
    assert visit.is_open
    assert told("contact_visited") == {"lin", "he", "xu"}
    with pytest.raises(Refused, match="常委会组成人员登记"):
        note_outcome(visit.pk, by=cast.qian, at=NOW, outcome="已转区交通局。")
    note_outcome(visit.pk, by=cast.luo, at=NOW, outcome="已转区交通局。")
    assert told("contact_outcome") == {"lin"}
    with pytest.raises(Refused, match="已经登记"):
        note_outcome(visit.pk, by=cast.luo, at=NOW, outcome="再次")
    with pytest.raises(Refused, match="没有登记代表反映的问题"):
        note_outcome(visited(contact).pk, by=cast.luo, at=NOW, outcome="无")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"on": date(2026, 3, 3)}, "不能晚于今天"),
        ({"on": date(2026, 1, 19)}, "起止日期内"),
        ({"words": " "}, "请写明联系情况"),
        ({"by": "zhou"}, "常委会组成人员登记"),
    ],
)
def test_a_visit_is_refused(cast, register, changes, words):
    (contact,) = arranged(cast, register)
    changes = {key: getattr(cast, value) if key == "by" else value for key, value in changes.items()}
    with pytest.raises(Refused, match=words):
        visited(contact, **changes)
    assert not contact.visits.exists()
