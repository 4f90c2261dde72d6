"""The pages of the rota: from the rule to who came, what is typed wrong is kept, one cost at any size."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from foundation.notices.models import OutboxMail
from foundation.notices.relay import relay_due
from liaison_stations.models import ReceptionSlot, RotaRule
from liaison_stations.notices.rota_calendar import my_turns
from liaison_stations.transitions.arrange_rota import arrange_rota
from liaison_stations.transitions.slots import cancel_slot
from tests.liaison_stations.receiving import NOW, arranged, ruled, station_of

RULE = {
    "kind": "weekday", "weekdays": ["1"], "months": "every", "rest_day": "roll", "starts_at": "09:00",
    "ends_at": "11:30", "seats": "2", "notice_days": "3", "legal_basis": "工作办法第五条", "valid_from": "2026-03-01",
}  # fmt: skip


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(NOW, tick=False):
        yield


def test_from_the_rule_to_who_came(cast, register, signed_in):
    station, jiang = station_of(cast, register), signed_in(cast.jiang)
    wrong = jiang.post(page("add-rule", station.pk), {**RULE, "weekdays": [], "legal_basis": "密依据"})
    assert wrong.status_code == 422
    assert "请选择星期几" in wrong.text
    assert "密依据" in wrong.text
    assert jiang.post(page("add-rule", station.pk), RULE).status_code == 302
    period = {"start": "2026-03-03", "end": "2026-03-31"}
    preview = jiang.get(page("arrange-rota", station.pk), period)
    assert "拟安排5个接待日" in preview.text
    assert not ReceptionSlot.objects.exists()
    assert jiang.get(page("arrange-rota", station.pk), {**period, "end": "2026-02-01"}).status_code == 422
    assert jiang.post(page("arrange-rota", station.pk), period).status_code == 302
    first = ReceptionSlot.objects.first()
    public = Client().get(reverse("z:rota", args=[station.code]))
    assert f"接待代表：{first.names}" in public.text
    assert first.names in Client().get(page("public-days")).text
    assert first.names in jiang.get(page("reception-days")).text
    assert "请当天或者以后登记" in jiang.get(page("close-slot", first.pk)).text
    with time_machine.travel(NOW + timedelta(days=1, hours=3)):
        jiang = signed_in(cast.jiang)
        assert "待登记到岗情况" in jiang.get(page("reception-days")).text
        came = {"present": [turn.deputy_id for turn in first.turns.all()], "visitors": "2"}
        assert jiang.post(page("close-slot", first.pk), {**came, "visitors": ""}).status_code == 422
        assert jiang.post(page("close-slot", first.pk), came).status_code == 302
        assert "来访2人" in jiang.get(page("rota", station.pk)).text


def test_a_deputy_swaps_and_takes_leave_on_his_own_page(cast, register, signed_in):
    slots = arranged(cast, register)
    mine = slots[0].turns.select_related("deputy__user").first()
    own = signed_in(mine.deputy.user)
    assert "近期值班" in own.get(page("my-turns")).text
    asked = own.get(page("ask-swap", mine.pk))
    choice = next(value for value, _ in asked.context["form"].fields["choice"].choices if value.startswith("t"))
    own.post(page("ask-swap", mine.pk), {"choice": choice, "reason": "出差"})
    swap = mine.swaps.get()
    other = signed_in(swap.other.user)
    assert str(swap) in other.get(page("my-turns")).text
    assert own.post(page("agree-swap", swap.pk)).status_code == 403
    assert other.post(page("agree-swap", swap.pk)).status_code == 302
    theirs = slots[0].turns.get(deputy=swap.other, state="on")
    assert other.post(page("leave-turn", theirs.pk), {"reason": ""}).status_code == 422
    assert other.post(page("leave-turn", theirs.pk), {"reason": "生病"}).status_code == 302
    assert "生病" in signed_in(cast.jiang).get(slots[0].get_absolute_url()).text


def test_the_days_come_as_a_calendar_by_mail_by_feed_and_for_everybody(cast, register, mailoutbox):
    slots = arranged(cast, register)
    OutboxMail.objects.update(not_before=NOW, next_try_at=NOW)
    relay_due(at=NOW)
    mail = next(mail for mail in mailoutbox if mail.to == ["lin@example.cn"])
    (_, content, kind) = mail.attachments[0]
    assert kind == "text/calendar"
    own = [slot for slot in slots if "林晓梅" in slot.names]
    assert len(Calendar.from_ical(content).walk("VEVENT")) == len(own) == len(list(my_turns(cast.lin)))
    cancel_slot(slots[1], reason="停电。", by=cast.jiang, at=NOW)
    answer = Client().get(reverse("z:rota-calendar", args=[slots[0].station.code]))
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CANCELLED", *["CONFIRMED"] * 3]
    assert "取消原因：停电。" in Client().get(reverse("z:rota", args=[slots[0].station.code])).text


def test_a_rule_is_shown_again_as_it_was_entered(cast, register, signed_in):
    station = station_of(cast, register)
    dates = [date(2026, 9, 1), date(2026, 3, 5)]
    rule = ruled(cast, station, kind="dates", weekdays=[], dates=dates)
    jiang = signed_in(cast.jiang)
    assert "2026-09-01\n2026-03-05" in jiang.get(page("change-rule", rule.pk)).text
    post = {**RULE, "kind": "monthday", "days": "9、19日"}
    assert jiang.post(page("change-rule", rule.pk), {**post, "days": "32"}).status_code == 422
    jiang.post(page("change-rule", rule.pk), post)
    rule.refresh_from_db()
    assert (rule.days, rule.dates, rule.weekdays) == ([9, 19], [], [])
    assert jiang.post(page("end-rule", rule.pk), {"until": "2026-02-01"}).status_code == 422
    assert jiang.post(page("end-rule", rule.pk), {"until": "2026-06-30"}).status_code == 302
    assert RotaRule.objects.get().valid_until == date(2026, 6, 30)


@pytest.mark.parametrize("name", ["rota", "reception-days", "my-turns", "public-days", "z"])
def test_one_day_or_five_the_same_number_of_queries(cast, register, signed_in, name):
    station, client = station_of(cast, register, "lin", "deng"), signed_in(cast.lin)
    ruled(cast, station)
    address = {"rota": page("rota", station.pk), "z": reverse("z:rota", args=[station.code])}.get(name) or page(name)
    costs = []
    for end in (date(2026, 3, 4), date(2026, 3, 31)):
        arrange_rota(station, start=NOW.date(), end=end, by=cast.jiang, at=NOW)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]
