"""A deputy's voters: consent, masking, the ledger, and erasing."""

from datetime import timedelta

import pytest
from django.db import connection

from deputies.models import ContactStandard, DutyEntry, VoterContact
from deputies.states.contact import StandardCode
from deputies.transitions.end import end
from deputies.transitions.voters import amend_voter, end_voter, keep_voter, take_back_voter_visit
from foundation.audit import timeline
from foundation.audit.models import Event
from foundation.privacy.erasing import purge_due
from foundation.privacy.models import Erasure
from foundation.workflow import Refused
from tests.deputies.touch import NAME, NOW, PHONE, kept, met

DAY = NOW.date()


def everything_stored() -> str:
    """All rows of all tables as the database holds them."""
    with connection.cursor() as cursor:
        found = ""
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM \"{table}\" t")
            found += cursor.fetchone()[0] or ""
    return found


def test_no_table_holds_a_name_or_a_number_in_clear(cast, register):
    voter = kept(cast)
    met(cast, voter)
    stored = everything_stored()
    assert not [word for word in (NAME, PHONE, "青石村三组", "希望修水渠") if word in stored]
    voter.refresh_from_db()
    assert (voter.name, voter.phone) == (NAME, PHONE)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agreed": False}, "本人同意"),
        ({"name": " "}, "填写姓名"),
        ({"phone": "123"}, "11位数字"),
        ({"by": "he"}, "代表本人"),
    ],
)
def test_keeping_is_refused(cast, register, changes, words):
    with pytest.raises(Refused, match=words):
        kept(cast, **{key: getattr(cast, value) if key == "by" else value for key, value in changes.items()})
    assert not VoterContact.objects.exists()


def test_nobody_is_on_one_list_twice_and_may_come_back(cast, register):
    voter = kept(cast)
    with pytest.raises(Refused, match="已在您的固定联系选民中"):
        kept(cast, name="另一人", phone="139 0000 1234")
    kept(cast, by=cast.zhou)
    end_voter(voter.pk, by=cast.lin, at=NOW, reason="迁出选区")
    assert kept(cast).pk != voter.pk


def test_a_visit_enters_the_file_once_and_leaves_it_when_taken_back(cast, register):
    visit = met(cast, kept(cast), kept(cast, name="石磊", phone=""))
    entry = DutyEntry.objects.get()
    assert (entry.kind.code, entry.title, entry.state) == ("voter_visit", "上门走访联系选民2名", "confirmed")
    with pytest.raises(Refused, match="代表本人"):
        take_back_voter_visit(visit.pk, by=cast.zhou, at=NOW, reason="重复")
    take_back_voter_visit(visit.pk, by=cast.lin, at=NOW, reason="重复登记")
    entry.refresh_from_db()
    assert (entry.state, entry.reason) == ("struck", "重复登记")
    met(cast, *VoterContact.objects.all(), way="phone")
    assert DutyEntry.objects.counting().get().kind.code == "voters_contact"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"on": DAY + timedelta(days=1)}, "不能晚于今天"),
        ({"words": f"电话{PHONE}"}, "不要写入电话"),
        ({"by": "zhou"}, "您固定联系的选民"),
        ({"voters": ()}, "至少选择一名"),
    ],
)
def test_a_visit_is_refused(cast, register, changes, words):
    voter = kept(cast)
    changes = {key: getattr(cast, value) if key == "by" else value for key, value in changes.items()}
    with pytest.raises(Refused, match=words):
        met(cast, voter, **changes)
    assert not DutyEntry.objects.exists()


def test_who_wants_to_be_forgotten_is_forgotten_at_once(cast, register):
    voter = kept(cast)
    end_voter(voter.pk, by=cast.lin, at=NOW, reason="本人不愿意", erase_now=True)
    voter.refresh_from_db()
    assert (voter.name, voter.phone, voter.phone_hash, voter.place) == ("", "", "", "")
    stone = Erasure.objects.get()
    assert (stone.by, stone.subject) == (cast.lin, voter)
    assert Event.objects.filter(verb="privacy.erase").count() == 1


def test_what_is_due_is_erased_and_nothing_twice(cast, register):
    ContactStandard.objects.filter(code=StandardCode.VOTER_KEEP).update(amount=30)
    stays, ended, left = kept(cast), kept(cast, name="石磊", phone=""), kept(cast, by=cast.zhou)
    end_voter(ended.pk, by=cast.lin, at=NOW, reason="迁出选区")
    assert purge_due(DAY + timedelta(days=30), at=NOW) == 0
    facts = {"reason": "resigned", "effective_on": DAY, "announcement_no": "示人常〔2026〕3号", "announced_on": DAY}
    end(register.zhou.pk, by=cast.he, at=NOW, **facts)
    assert purge_due(DAY + timedelta(days=31), at=NOW) == 2
    assert purge_due(DAY + timedelta(days=31), at=NOW) == 0
    assert set(VoterContact.objects.filter(erased_at=None)) == {stays}
    assert {stone.subject for stone in Erasure.objects.all()} == {ended, left}


def test_particulars_are_put_right_and_no_earlier_value_is_kept(cast, register, signed_in):
    voter = keep_voter(by=cast.lin, at=NOW, name="吕春花", phone="13900001234", place="青石村三组", agreed=True)
    keep_voter(by=cast.lin, at=NOW, name="石磊", phone="13900009999", agreed=True)
    right = {"name": "吕春华", "phone": "13900004321", "place": "青石村三组"}
    for changes, words in (
        ({"name": " "}, "姓名"),
        ({"phone": "139"}, "11位"),
        ({"phone": "13900009999"}, "已在您的固定联系选民中"),
        ({"name": "吕春花", "phone": "139 0000 1234"}, "没有变化"),
    ):
        with pytest.raises(Refused, match=words):
            amend_voter(voter, by=cast.lin, at=NOW, **{**right, **changes})
    for other in (cast.zhou, cast.he):
        with pytest.raises(Refused, match="代表本人"):
            amend_voter(voter, by=other, at=NOW, **right)
    client, address = signed_in(cast.lin), f"/deputies/voters/{voter.pk}/amend/"
    assert "吕春花" in client.get(address).content.decode()
    assert client.post(address, {**right, "version": voter.version}).status_code == 302
    voter.refresh_from_db()
    assert (voter.name, voter.phone) == ("吕春华", "13900004321")
    # The telephone leads to him by its new look-up hash alone.
    with pytest.raises(Refused, match="已在您的固定联系选民中"):
        keep_voter(by=cast.lin, at=NOW, name="又一人", phone="13900004321", agreed=True)
    assert timeline(voter).last().summary == "更正一名固定联系选民的姓名、联系电话。"
    stored = everything_stored()
    for gone in ("吕春花", "吕春华", "13900001234", "13900004321"):
        assert gone not in stored
