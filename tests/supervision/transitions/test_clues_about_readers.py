"""A clue about somebody on the restricted list: he does not find it, open it, take a step or hear of it."""

import pytest
import time_machine
from django.urls import reverse

from foundation.audit.models import Event
from foundation.deadlines.reminding import remind_due
from foundation.files.models import StoredFile
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Clue, ClueEntry
from supervision.rules import clues as rules
from supervision.transitions import clue_handing, clues
from tests.supervision import clue_hand as hand
from tests.supervision.clue_hand import AT
from tests.supervision.views.test_clues import pdf


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


@pytest.fixture
def staffed(cast):
    hand.staff(cast)
    return cast


def finds(user, clue):
    return Clue.objects.visible_to(user).filter(pk=clue.pk).exists()


def test_a_reader_a_handler_and_the_chair_named_in_it_find_nothing(staffed, signed_in):
    cast = staffed
    for person in (cast.luo, cast.he, cast.zhao):
        clue = hand.registered(cast, persons=f"{person.name}，区人大常委会\n贾甲", files=[pdf()])
        others = {cast.luo, cast.he, cast.zhao, cast.fang} - {person}
        assert [finds(user, clue) for user in others] == [True] * len(others)
        client = signed_in(person)
        file = StoredFile.objects.get(name=f"线索材料{clue.entries.get().pk}-1.pdf")
        assert not finds(person, clue)
        assert not ClueEntry.objects.visible_to(person).filter(clue=clue).exists()
        assert client.get(clue.get_absolute_url()).status_code == 404
        assert client.get(file.get_absolute_url()).status_code == 404
        listed = client.get(reverse("supervision:clues")).text
        assert clue.number not in listed
        assert f"问题线索{clue.number}" not in client.get("/desk/").text
        with pytest.raises(Refused, match="同名"):
            clue_handing.open_clue(clue.pk, by=person, at=AT)
        assert not rules.may_open_clue_entry(person, clue.entries.get())
    assert not Event.objects.filter(verb="supervision.open_clue").exists()


def test_he_takes_no_step_and_is_told_nothing(staffed):
    cast = staffed
    Notice.objects.all().delete()
    clue = hand.registered(cast, persons=f"{cast.he.name}，代工委")
    with pytest.raises(Refused, match="同名"):
        clues.examine_clue(clue.pk, proposes_handing=True, text="可以。", by=cast.he, at=AT)
    moment = AT.replace(month=4)
    with time_machine.travel(moment):
        remind_due(moment.date(), at=moment)
    told = set(Notice.objects.filter(kind__startswith="supervision").values_list("recipient", flat=True))
    told |= set(Notice.objects.filter(title__contains="限定查阅清单").values_list("recipient", flat=True))
    assert cast.he.pk not in told
    assert cast.fang.pk in told


def test_the_chair_does_not_approve_what_is_about_him(staffed):
    cast = staffed
    clue = hand.examined(cast, hand.registered(cast, persons=f"{cast.zhao.name}，主任"))
    with pytest.raises(Refused, match="同名"):
        clues.approve_clue(clue.pk, by=cast.zhao, at=AT)


def test_a_namesake_is_let_in_and_a_name_written_later_keeps_out(staffed):
    cast = staffed
    clue = hand.registered(cast, persons=f"{cast.luo.name}（同名），某公司经理")
    assert finds(cast.luo, clue)
    words = {"summary": "补充", "text": "补充。", "by": cast.fang, "at": AT}
    clues.amend_clue(clue.pk, persons=f"{cast.luo.name}，委员", **words)
    assert not finds(cast.luo, clue)


def test_nobody_registers_a_clue_about_himself(staffed):
    with pytest.raises(Refused, match="由其他经办人员登记") as refusal:
        hand.registered(staffed, persons=f"{staffed.fang.name}，委员会")
    assert refusal.value.field == "persons"
    assert not Clue.objects.exists()


def test_the_names_are_kept_as_keyed_hashes_alone(staffed):
    clue = hand.registered(staffed)
    assert len(clue.named_hashes) == 2
    assert not [word for word in ("贾", "易乙丙") if word in "".join(clue.named_hashes)]
    assert not hasattr(Clue.pgh_event_model.objects.filter(pgh_obj=clue).first(), "named_hashes")
