"""The file, a line of it, what waits, and the forms, as people see them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from deputies.models import DutyEntry, PointScheme
from tests.deputies.duty import AT, kind, line, reported


@pytest.fixture(autouse=True)
def _in_march():
    """The pages are looked at in the year of the lines."""
    with time_machine.travel(datetime(2026, 3, 20, 10, tzinfo=AT.tzinfo)):
        yield


def page(client, name, *args, **query):
    return client.get(reverse(f"deputies:{name}", args=args), query)


def shown(response) -> str:
    return response.content.decode()


def test_a_deputy_reports_on_his_phone_and_finds_it_in_his_file(cast, register, signed_in):
    client = signed_in(cast.lin)
    data = {
        "kind": kind("voter_visit").pk,
        "title": "走访青石村",
        "on": "2026-03-02",
        "quantity": "3",
        "level": "district",
    }

    made = client.post(reverse("deputies:report-duty"), data)

    entry = DutyEntry.objects.get()
    assert made.url == entry.get_absolute_url()
    mine = shown(page(client, "my-file"))
    assert "走访青石村" in mine
    assert "待核实" in mine
    assert "自报履职记录" in mine


def test_a_refused_report_keeps_what_was_typed(cast, register, signed_in):
    data = {"kind": kind("honour").pk, "title": "优秀代表", "on": "2026-03-02", "quantity": "1", "level": "district"}

    answer = signed_in(cast.lin).post(reverse("deputies:report-duty"), data)

    assert answer.status_code == 422
    assert "须上传证明材料" in shown(answer)
    assert 'value="优秀代表"' in shown(answer)
    assert not DutyEntry.objects.exists()


def test_every_point_opens_its_rule_and_its_source(cast, register, signed_in):
    entry = line(register.lin, "inspection", source=register.session)
    line(register.lin, "voter_visit", quantity=Decimal(12))
    client = signed_in(cast.lin)

    file = shown(page(client, "my-file"))
    assert "+3.00分" in file
    assert "全年最多得10分" in file
    assert "73.00分" in file
    one = shown(page(client, "duty", entry.pk))
    assert "规则：每次3分" in one
    assert "由有关工作环节自动记入" in one
    assert "2026年合计73.00分" in one
    scheme = shown(page(client, "scheme", PointScheme.objects.get().pk))
    assert "不是本级规定" in scheme


def test_a_colleague_opens_neither_file_nor_line(cast, register, signed_in):
    entry, client = line(register.lin), signed_in(cast.zhou)
    assert page(client, "file", register.lin.deputy_id).status_code == 404
    assert page(client, "duty", entry.pk).status_code == 404


def test_another_year_shows_its_own_lines(cast, register, signed_in):
    line(register.lin, on=date(2025, 5, 5), title="去年的视察")
    client = signed_in(cast.he)
    assert "去年的视察" not in shown(page(client, "file", register.lin.deputy_id))
    assert "去年的视察" in shown(page(client, "file", register.lin.deputy_id, year="2025"))
    assert page(client, "file", register.lin.deputy_id, year="20x5", scheme="zz").status_code == 200


def test_the_office_confirms_from_its_list(cast, register, signed_in):
    entry, client = reported(register.lin), signed_in(cast.he)
    assert "走访青石村三户选民" in shown(page(client, "duties-waiting"))

    client.post(reverse("deputies:confirm-duty", args=[entry.pk]), {"version": entry.version})

    assert DutyEntry.objects.counting().get() == entry
    assert "走访青石村三户选民" not in shown(page(client, "duties-waiting"))


def test_several_are_confirmed_at_once_and_one_that_was_taken_back_stops_no_other(cast, register, signed_in):
    first, second = reported(register.lin), reported(register.zhou, title="走访城关社区")
    gone = reported(register.lin, title="已撤回", state="taken_back")
    client, url = signed_in(cast.he), reverse("deputies:duties-waiting")
    assert "请至少勾选一条" in shown(client.post(url, {"entry": [gone.pk, "x"]}))

    answer = client.post(url, {"entry": [first.pk, second.pk, gone.pk]}, follow=True)

    assert "已核实记入2条。" in shown(answer)
    assert set(DutyEntry.objects.counting()) == {first, second}


def test_an_objection_is_answered_on_its_page(cast, register, signed_in):
    entry = line(register.lin)
    signed_in(cast.lin).post(reverse("deputies:object-duty", args=[entry.pk]), {"text": "少记一次"})
    objection, client = entry.objections.get(), signed_in(cast.he)
    assert "少记一次" in shown(page(client, "objections"))

    url = reverse("deputies:answer-objection", args=[objection.pk])
    assert client.post(url, {"accepted": "yes"}).status_code == 422
    client.post(url, {"accepted": "yes", "answer": "已补记。"})

    assert "已补记。" in shown(page(signed_in(cast.lin), "duty", entry.pk))


@pytest.mark.parametrize("lines", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("duties", 5), ("file", 16), ("duties-waiting", 5)])
def test_one_line_or_three_cost_the_same(cast, register, signed_in, django_assert_num_queries, lines, name, queries):
    for place in range(lines):
        line(register.lin, title=f"第{place}次视察")
        reported(register.lin, title=f"第{place}次走访")
    client = signed_in(cast.he)
    args = [register.lin.deputy_id] if name == "file" else []
    page(client, name, *args)
    with django_assert_num_queries(queries):
        page(client, name, *args)


def test_the_ledger_is_narrowed_and_taken_along(cast, register, signed_in):
    line(register.lin)
    line(register.zhou, "training", title="履职培训")
    client = signed_in(cast.he)
    found = shown(page(client, "duties", block="training"))
    assert "履职培训" in found
    assert "视察老旧小区改造" not in found
    assert "履职培训" in page(client, "duties", format="csv").getvalue().decode("utf-8-sig")
