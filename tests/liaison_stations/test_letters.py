"""Who finds which letter and sees who wrote it, by role and state; numbers and codes that are guessed open nothing."""

import pytest

from foundation.privacy.reveal import reveal
from foundation.workflow import Refused
from foundation.workflow.registry import flows
from liaison_stations import rules
from liaison_stations.models import Letter
from liaison_stations.states import LETTER_FLOW
from tests.liaison_stations.mailbox import WHEN, WRITER, placed, post, posted

HOUSE = {"he", "xu", "gao", "zhao", "qian"}


def finders(cast, letter):
    people = cast.people().items()
    return {name for name, user in people if Letter.objects.visible_to(user).filter(pk=letter.pk).exists()}


def test_a_letter_to_a_station_is_its_keepers_and_its_townships(cast, net):
    assert finders(cast, posted(to_station=net.qingshi)) == HOUSE | {"jiang", "wei"}
    assert finders(cast, posted(to_station=net.chengguan)) == HOUSE
    assert finders(cast, posted(area=net.village)) == HOUSE | {"wei"}


def test_a_deputy_finds_what_is_written_to_him_once_it_is_looked_at(cast, register, net):
    lin = register.lin.deputy
    assert finders(cast, posted(to_deputy=lin)) == HOUSE
    assert finders(cast, placed("accepted", to_deputy=lin)) == HOUSE | {"lin"}
    assert finders(cast, placed("declined", to_deputy=lin)) == HOUSE


def test_a_unit_finds_what_is_on_its_desk(cast, net):
    letter = posted(to_station=net.qingshi)
    Letter.objects.filter(pk=letter.pk).update(unit=cast.transport)
    assert finders(cast, letter) == HOUSE | {"jiang", "wei"}
    Letter.objects.filter(pk=letter.pk).update(state="accepted")
    Letter.objects.filter(pk=letter.pk).update(state="with_unit")
    assert finders(cast, letter) == HOUSE | {"jiang", "wei", "feng", "chen"}


def test_who_sees_the_writer_and_leaves_a_trace(cast, register, net):
    letter = placed("accepted", to_station=net.qingshi, to_deputy=register.lin.deputy)
    people = cast.people()
    allowed = {name for name in people if rules.may_reveal_writer(people[name], letter.writer)}
    assert allowed == {"he", "xu", "gao", "jiang", "wei"}
    assert reveal("phone", letter.writer, by=cast.jiang, at=WHEN, purpose="核实地点") == WRITER.phone
    for stranger in (cast.lin, cast.zhao, cast.stranger):
        with pytest.raises(Refused):
            reveal("phone", letter.writer, by=stranger, at=WHEN, purpose="核实地点")


def test_guessed_numbers_and_codes_open_nothing(cast, net):
    letter, code = post(to_station=net.qingshi)
    _, other = post(to_station=net.qingshi)
    assert Letter.objects.opened_by(letter.number, code) == letter
    for number, guess in ((letter.number, other), ("2026-000099", code), ("", ""), (letter.number, ""), ("%", "%")):
        assert Letter.objects.opened_by(number, guess) is None


def test_the_flow_is_registered_and_every_state_is_reached():
    assert LETTER_FLOW in flows()
    assert LETTER_FLOW.unreachable() == set()
