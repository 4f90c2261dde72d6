"""The ranking and the snapshots as people see them."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from deputies.models import PointScheme, PointSnapshot
from deputies.transitions.snapshots import ask_snapshot, build_snapshot
from tests.deputies.duty import AT, line
from tests.deputies.rules.test_duty import granted


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(datetime(2026, 3, 20, 10, tzinfo=AT.tzinfo)):
        yield


def page(client, name, *args, **query):
    return client.get(reverse(f"deputies:{name}", args=args), query)


def shown(response) -> str:
    return response.content.decode()


@pytest.fixture
def snapshot(cast, register):
    line(register.lin, on=date(2025, 6, 1))
    asked = ask_snapshot(by=cast.he, at=AT, scheme=PointScheme.objects.get(), kind="year", year=2025)
    return build_snapshot(asked.pk)


def test_the_ranking_is_of_today_and_goes_along_as_a_file(cast, register, signed_in):
    line(register.lin)
    client = signed_in(cast.he)
    names = shown(page(client, "ranking"))
    assert names.index("林晓梅") < names.index("周建国")
    assert "63.00" in names
    assert "周建国" not in shown(page(client, "ranking", delegation=register.qingshi.pk))
    assert "林晓梅" in page(client, "ranking", format="csv").getvalue().decode("utf-8-sig")
    assert page(client, "ranking", span="2025:half:2", group=register.group.pk).status_code == 200
    assert page(client, "ranking", span="20:half", scheme="x").status_code == 200


@pytest.mark.parametrize(("viewer", "names"), [("zhao", 3), ("deng", 2), ("wei", 2)])
def test_who_leads_a_delegation_sees_its_places_alone(cast, register, signed_in, viewer, names):
    if viewer == "deng":
        granted(cast.deng, "delegation_head")
    text = shown(page(signed_in(getattr(cast, viewer)), "ranking"))
    assert sum(name in text.partition("<tbody")[2] for name in ("林晓梅", "邓玉兰", "周建国")) == names


@pytest.mark.parametrize("viewer", ["lin", "feng", "jiang"])
def test_deputies_and_strangers_see_no_ranking(cast, register, signed_in, viewer):
    assert page(signed_in(getattr(cast, viewer)), "ranking").status_code == 403


@pytest.mark.parametrize("lines", [1, 3])
def test_more_lines_cost_no_more_queries(cast, register, signed_in, django_assert_num_queries, lines):
    for seat in (register.lin, register.zhou, register.deng)[:lines]:
        line(seat)
    client = signed_in(cast.he)
    page(client, "ranking")
    with django_assert_num_queries(20):
        page(client, "ranking")


def test_a_deputy_sees_his_own_standing_and_what_it_was_made_of(cast, register, signed_in, snapshot):
    own, other = (snapshot.standings.get(deputy__user=user) for user in (cast.lin, cast.zhou))
    client = signed_in(cast.lin)
    text = shown(page(client, "standing", own.pk))
    assert "63.00" in text
    assert "每次3分" in text
    assert "视察老旧小区改造" in text
    assert page(client, "standing", other.pk).status_code == 404
    assert "周建国" not in shown(page(client, "snapshot", snapshot.pk))
    assert "2025年积分" in shown(page(client, "my-file", year="2025"))


def test_the_office_fixes_and_corrects(cast, register, signed_in, snapshot, monkeypatch):
    client, begun = signed_in(cast.he), []
    monkeypatch.setattr("deputies.views.snapshots.fix_points.delay", begun.append)
    scheme = PointScheme.objects.get().pk
    early = client.post(reverse("deputies:ask-snapshot"), {"scheme": scheme, "span": "2026:year:1"})
    assert "2026年还没有结束" in shown(early)
    assert early.status_code == 422

    made = client.post(reverse("deputies:ask-snapshot"), {"scheme": scheme, "span": "2025:half:2"})
    fresh = PointSnapshot.objects.get(kind="half")
    assert (made.url, begun) == (fresh.get_absolute_url(), [fresh.pk])
    assert "计算进度" in shown(page(client, "snapshot", fresh.pk))
    build_snapshot(fresh.pk)
    assert page(client, "snapshot-progress", fresh.pk)["HX-Redirect"] == fresh.get_absolute_url()

    client.post(
        reverse("deputies:correct-snapshot", args=[snapshot.pk]), {"reason": "补记", "version": snapshot.version}
    )
    again = PointSnapshot.objects.get(corrects=snapshot)
    assert begun[-1] == again.pk
    assert "这一版已更正" in shown(page(client, "snapshot", snapshot.pk))
    assert snapshot.digest in shown(page(client, "snapshot", snapshot.pk))


def test_long_rankings_are_cut_into_pages_and_the_places_are_those_among_all(cast, register, signed_in, monkeypatch):
    monkeypatch.setattr("deputies.views.ranking.PER_PAGE", 2)
    line(register.zhou)
    client = signed_in(cast.he)
    first, second = (shown(page(client, "ranking", page=number)).partition("<tbody")[2] for number in (1, 2))
    assert "周建国" in first
    assert ("林晓梅" in first) + ("邓玉兰" in first) == 1
    assert ("林晓梅" in second) + ("邓玉兰" in second) == 1
    whole = page(client, "ranking", format="csv").getvalue().decode("utf-8-sig")
    assert all(name in whole for name in ("周建国", "林晓梅", "邓玉兰"))


def test_a_shorter_period_says_what_part_of_the_year_it_counts(cast, register, signed_in, monkeypatch):
    PointScheme.objects.update(quarter_share=25)
    words = "基础分、各项上限和等次分数线按全年的25%折算"
    asked = ask_snapshot(by=cast.he, at=AT, scheme=PointScheme.objects.get(), kind="quarter", year=2025, number=4)
    fixed = build_snapshot(asked.pk)
    monkeypatch.setattr("deputies.views.snapshots.PER_PAGE", 2)
    client = signed_in(cast.he)

    assert words in shown(page(client, "ranking", span="2026:quarter:1"))
    assert words not in shown(page(client, "ranking"))
    first = page(client, "snapshot", fixed.pk)
    assert words in shown(first)
    assert "共 <strong>3</strong> 名" in shown(first) or "第 1–2 名" in shown(first)
    assert "15.00" in shown(page(client, "snapshot", fixed.pk, page=2))
    assert words in shown(page(client, "standing", fixed.standings.first().pk))
    assert words in shown(page(client, "scheme", fixed.scheme_id))
