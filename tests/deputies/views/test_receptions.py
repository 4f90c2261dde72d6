"""The pages of reception days and turns: forms that keep what was typed, the panel, queries that stay."""

import pytest
import time_machine
from django.urls import reverse

from deputies.models import Activity, Meeting, RaisedMatter, ReceptionDay
from deputies.transitions.receptions import open_reception, sign_up
from tests.deputies.touch import NOW

LIST, TURNS = reverse("deputies:receptions"), reverse("deputies:sit-in-turns")
FACTS = {
    "title": "代表接待日", "place": "机关会议室", "starts_at": "2026-03-22T09:00", "ends_at": "2026-03-22T11:30",
    "sign_up_until": "2026-03-12", "seats": "3",
}  # fmt: skip


def test_a_day_from_the_calendar_to_the_answer(cast, register, signed_in):
    he, lin, luo = signed_in(cast.he), signed_in(cast.lin), signed_in(cast.luo)
    new = reverse("deputies:open-reception")
    with time_machine.travel(NOW):
        refused = he.post(new, {**FACTS, "receivers": [cast.luo.pk], "ends_at": "2026-03-22T08:00"})
        assert (refused.status_code, "机关会议室" in refused.content.decode()) == (422, True)
        assert he.post(new, {**FACTS, "receivers": [cast.luo.pk]}).status_code == 302
        day = ReceptionDay.objects.get()
        url = reverse("deputies:sign-up", args=[day.pk])
        assert url in lin.get("/desk/").content.decode()
        assert url in lin.get(LIST).content.decode()
        assert lin.post(url, {"text": ""}).status_code == 422
        assert lin.post(url, {"text": "公交班次太少。"}).status_code == 302
        assert "确认名单并通知" in he.get(day.get_absolute_url()).content.decode()
        assert he.post(reverse("deputies:confirm-sign-ups", args=[day.pk])).status_code == 302
        answer = reverse("deputies:answer-raised", args=[RaisedMatter.objects.get().pk])
        assert answer in luo.get(day.get_absolute_url()).content.decode()
        assert luo.post(answer, {"answer": "已转办。", "version": "1"}).status_code == 302
        assert "已转办。" in lin.get(day.get_absolute_url()).content.decode()
        assert signed_in(cast.zhou).get(answer).status_code == 404


def test_the_office_asks_in_turn(cast, register, signed_in):
    he, url = signed_in(cast.he), reverse("deputies:plan-sit-in")
    meeting = Meeting.objects.create(term=register.term, kind="standing_committee", number=30)
    facts = {"meeting": meeting.pk, "place": "会议厅", "starts_at": "2026-03-22T09:00", "ends_at": "2026-03-22T11:30"}
    with time_machine.travel(NOW):
        assert he.get(url).content.decode().count("checked") == 3
        assert he.post(url, {**facts, "deputies": [register.lin.deputy_id]}).status_code == 302
        late = he.post(url, {**facts, "deputies": [register.lin.deputy_id]})
        assert (late.status_code, "按轮次应先邀请" in late.content.decode()) == (422, True)
    assert Activity.objects.get().kind.code == "sit_in"
    assert signed_in(cast.wu).get(TURNS).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_cost_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    with time_machine.travel(NOW):
        for _ in range(number):
            starts = NOW.replace(day=22)
            day = open_reception(
                by=cast.he, at=NOW, title="接待日", place="会议室", starts_at=starts, ends_at=starts.replace(hour=12),
                receivers=[cast.luo, cast.zhao], sign_up_until=NOW.date(), seats=3,
            )  # fmt: skip
            sign_up(day.pk, by=cast.lin, at=NOW, text="公交。")
        client = signed_in(cast.lin)
        client.get(LIST)
        for url, queries in ((LIST, 6), (TURNS, 5)):
            with django_assert_num_queries(queries):
                assert client.get(url).status_code == 200
