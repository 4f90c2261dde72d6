"""Checking in by place: only where the kind asks and the hall is marked; of the position nothing is kept."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from deputies.models import Activity, ActivityKind, Invitation
from deputies.rules.check_in_code import code_at, number_at
from deputies.rules.nearby import Position
from deputies.transitions.check_in import check_in
from deputies.transitions.mark_spot import mark_spot
from deputies.transitions.record_attendance import record_attendance
from foundation.audit.models import Event
from foundation.workflow import Refused
from tests.deputies.gatherings import STARTS, asked

AT_THE_DOOR = STARTS - timedelta(minutes=10)
SPOT = {"latitude": Decimal("30.123456"), "longitude": Decimal("120.654321")}
HERE, THERE = Position(30.123999, 120.654321, 20), Position(30.2, 120.654321, 20)


@pytest.fixture
def row(cast, register) -> Invitation:
    """One invitation to an activity whose kind asks for the place."""
    found = asked(cast, register)["lin"]
    ActivityKind.objects.filter(pk=found.activity.kind_id).update(place_metres=150)
    return Invitation.objects.select_related("activity__kind").get(pk=found.pk)


def scanned(row, by, **more) -> Invitation:
    key = row.activity_id
    facts = {"code": code_at(key, AT_THE_DOOR), "number": number_at(key, AT_THE_DOOR)}
    return check_in(row, by=by, at=AT_THE_DOOR, **facts, **more)


def test_only_who_is_near_checks_himself_in(cast, row):
    mark_spot(row.activity, by=cast.he, at=AT_THE_DOOR, **SPOT)
    for position, said in (
        (None, "由组织者登记"),
        (THERE, "不在会场附近"),
        (Position(30.123456, 120.654321, 900), "不够准确"),
    ):
        with pytest.raises(Refused, match=said):
            scanned(row, cast.lin, position=position)
        assert Invitation.objects.get(pk=row.pk).attendance == ""
    found = scanned(row, cast.lin, position=HERE)
    assert (found.attendance, found.nearness) == ("present", "inside")


def test_without_a_marked_hall_nobody_is_asked_where_he_is(cast, row):
    assert scanned(row, cast.lin).nearness == ""


def test_whoever_does_not_want_to_be_located_is_checked_in_by_the_organiser(cast, row):
    mark_spot(row.activity, by=cast.he, at=AT_THE_DOOR, **SPOT)
    found = record_attendance(row, "present", by=cast.he, at=AT_THE_DOOR)
    assert (found.attendance, found.nearness, found.method) == ("present", "", "organiser")


def test_the_hall_is_marked_by_its_organiser_and_only_where_the_kind_asks(cast, row):
    with pytest.raises(Refused, match="组织单位"):
        mark_spot(row.activity, by=cast.lin, at=AT_THE_DOOR, **SPOT)
    ActivityKind.objects.update(place_metres=None)
    with pytest.raises(Refused, match="不核对位置"):
        mark_spot(Activity.objects.get(pk=row.activity_id), by=cast.he, at=AT_THE_DOOR, **SPOT)
    with pytest.raises(ValidationError):
        ActivityKind(place_metres=10).clean_fields(exclude=["code", "name", "legal_basis", "valid_from"])


@time_machine.travel(AT_THE_DOOR, tick=False)
def test_asked_on_the_page_in_plain_words_and_kept_nowhere(cast, row, signed_in):
    office, phone = signed_in(cast.he), signed_in(cast.lin)
    spot = reverse("deputies:mark-spot", args=[row.activity_id])
    assert "标注会场位置" in office.get(row.get_absolute_url()).text
    empty = office.post(spot, {})
    assert (empty.status_code, "允许定位" in empty.text) == (422, True)
    assert office.post(spot, {name: str(value) for name, value in SPOT.items()}).status_code == 302
    assert phone.get(spot).status_code == 403
    key = row.activity_id
    where, code = reverse("deputies:check-in", args=[key]), code_at(key, AT_THE_DOOR)
    page = phone.get(where, {"c": code}).text
    assert "位置只用来比对距离，不保存" in page
    assert "150米以内" in page
    typed = {"code": code, "number": number_at(key, AT_THE_DOOR)}
    refused = phone.post(where, typed)
    assert (refused.status_code, "请到签到处由组织者登记" in refused.text) == (422, True)
    here = {"latitude": "30.123999", "longitude": "120.654321", "accuracy": "20"}
    assert phone.post(where, {**typed, **here}).status_code == 302
    kept = [Invitation.objects.filter(pk=row.pk).values(), row.events.values(), Event.objects.values()]
    assert not any("30.123999" in str(rows) for rows in map(list, kept))
    assert "在会场范围内" in office.get(row.get_absolute_url()).text
    assert "在会场范围内" not in phone.get(row.get_absolute_url()).text
