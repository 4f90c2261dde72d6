from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from foundation.accounts.models import Substitute
from foundation.accounts.people import expand, principals_of
from foundation.workdays.clock import today

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 13)


def standing(principal, substitute, from_date=FIRST, until_date=LAST):
    return Substitute(
        principal=principal, substitute=substitute, from_date=from_date, until_date=until_date, reason="外出学习"
    )


@pytest.fixture
def absent(cast):
    """Wu is away today and Feng stands in."""
    row = standing(cast.wu, cast.feng, today() - timedelta(1), today() + timedelta(1))
    row.full_clean()
    row.save()
    return row


@pytest.mark.parametrize(
    ("day", "expected"), [(FIRST - timedelta(1), False), (FIRST, True), (LAST, True), (LAST + timedelta(1), False)]
)
def test_a_substitute_stands_in_on_the_days_named(cast, day, expected):
    standing(cast.wu, cast.feng).save()
    assert (cast.wu in principals_of(cast.feng, day)) is expected
    assert expand(cast.wu, day) == ({cast.wu.pk, cast.feng.pk} if expected else {cast.wu.pk})


def test_one_substitute_at_a_time(cast):
    standing(cast.wu, cast.feng).save()
    second = standing(cast.wu, cast.chu, LAST, LAST + timedelta(5))
    with pytest.raises(ValidationError, match="这段时间已有代办人"):
        second.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


@pytest.mark.parametrize(
    ("principal", "substitute", "message"),
    [
        ("feng", "chu", "正在代他人办理，不能再委托"),
        ("chu", "wu", "自己也委托了他人代办"),
        ("chen", "chen", "代办人不能是本人"),
        ("shen", "feng", "职责不能代办"),
    ],
)
def test_no_chains_and_no_administrators(cast, principal, substitute, message):
    standing(cast.wu, cast.feng).save()
    with pytest.raises(ValidationError, match=message):
        standing(getattr(cast, principal), getattr(cast, substitute)).full_clean()


def test_dates_in_the_wrong_order_are_refused_at_the_field(cast):
    with pytest.raises(ValidationError) as refused:
        standing(cast.wu, cast.feng, LAST, FIRST).full_clean()
    assert refused.value.message_dict == {"until_date": ["截止日期早于起始日期，请核对。"]}


def test_whoever_acts_works_as_the_principal_and_both_names_are_kept(cast, absent, signed_in):
    client = signed_in(cast.feng)
    answer = client.post(f"/account/acting/{cast.wu.pk}/", {"reason": "外出学习"})
    assert (answer.status_code, answer.url) == (302, "/desk/")
    request = client.get("/desk/").wsgi_request
    assert (request.user, request.acting) == (cast.wu, cast.feng)
    assert request.user.acted_by == cast.feng


def test_acting_is_recorded_with_both_names(cast, absent, signed_in):
    from foundation.audit import record
    from foundation.audit.models import Event
    from foundation.workdays.clock import now

    client = signed_in(cast.feng)
    client.post(f"/account/acting/{cast.wu.pk}/", {"reason": "外出学习"})
    started = Event.objects.get(verb="accounts.act_for")
    assert (started.actor, started.summary) == (cast.feng, "冯磊开始代吴倩办理：外出学习")
    event = record("test.act", cast.education, by=client.get("/desk/").wsgi_request.user, at=now())
    assert (event.actor, event.on_behalf_of, event.actor_name) == (cast.feng, cast.wu, "冯磊")


def test_acting_needs_a_reason(cast, absent, signed_in):
    client = signed_in(cast.feng)
    answer = client.post(f"/account/acting/{cast.wu.pk}/", {"reason": ""})
    assert answer.status_code == 422
    assert "请写明代办事由" in answer.content.decode()
    assert client.get("/desk/").wsgi_request.user == cast.feng


def test_nobody_acts_without_authority(cast, absent, signed_in):
    assert signed_in(cast.chu).post(f"/account/acting/{cast.wu.pk}/", {"reason": "帮忙"}).status_code == 404


def test_acting_ends_with_a_press_or_with_the_authority(cast, absent, signed_in):
    client = signed_in(cast.feng)
    client.post(f"/account/acting/{cast.wu.pk}/", {"reason": "外出学习"})
    client.post("/account/acting/stop/")
    assert client.get("/desk/").wsgi_request.user == cast.feng
    client.post(f"/account/acting/{cast.wu.pk}/", {"reason": "外出学习"})
    Substitute.objects.filter(pk=absent.pk).update(until_date=today() - timedelta(1))
    assert client.get("/desk/").wsgi_request.user == cast.feng


@pytest.mark.parametrize(
    "path", ["/account/", "/account/password/", "/account/contact/", "/account/code/enrol/", "/admin/"]
)
def test_the_principals_account_stays_closed_to_the_substitute(cast, absent, signed_in, path):
    client = signed_in(cast.feng)
    client.post(f"/account/acting/{cast.wu.pk}/", {"reason": "外出学习"})
    answer = client.get(path)
    assert (answer.status_code, answer.url) == (302, "/desk/")
