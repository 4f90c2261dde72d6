"""What citizens read of their deputies, and what they never do."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from deputies.models import Deputy, DutyEntry, Mandate, PageVisits, PublicPage
from deputies.reference import load
from deputies.transitions.amend import amend_deputy
from deputies.transitions.end import end
from deputies.transitions.public_page import page_of, publish_page, publish_pages, say_consent
from deputies.transitions.record_duty import record_duty
from tests.deputies.transitions.test_public_page import photo
from tests.deputies_cast import add_mandate

LIST = "/deputies/public/"


@pytest.fixture
def open_page(cast, register) -> PublicPage:
    return publish_page(page_of(register.lin.deputy), by=cast.he, at=now())


def names(response) -> list[str]:
    return [seat.deputy.name for seat in response.context["page"].rows]


def test_the_list_shows_who_is_signed_off_and_nobody_else(client, open_page):
    assert names(client.get(LIST)) == ["林晓梅"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "晓梅"}, ["林晓梅"]),
        ({"q": "lxm"}, ["林晓梅"]),
        ({"q": "第1选区"}, ["林晓梅"]),
        ({"q": "138"}, []),
        ({"occupation": "农民"}, []),
        ({"delegation": "甲"}, []),
    ],
)
def test_citizens_find_by_name_pinyin_and_constituency_but_not_by_number(client, register, open_page, query, found):
    Mandate.objects.filter(pk=register.lin.pk).update(constituency=register.constituency)
    assert names(client.get(LIST, query)) == found


def test_the_page_says_what_he_did_and_counts_only_what_is_confirmed(client, cast, register, open_page):
    load()
    how = {"on": date(2026, 3, 3), "source": register.session, "by": cast.he, "at": now()}
    record_duty(register.lin.deputy, "session_half_day", title="全体会议", part="1", **how)
    record_duty(register.lin.deputy, "session_half_day", title="分组会议", part="2", **how)
    record_duty(register.lin.deputy, "session_absent", title="缺席", part="3", **how)
    waiting = record_duty(register.lin.deputy, "inspection", title="视察", part="4", **how)
    DutyEntry.objects.filter(pk=waiting.pk).update(state="struck", reason="活动取消")
    shown = client.get(open_page.get_absolute_url())
    assert [figure.text for figure in shown.context["figures"]] == ["2半天"]
    text = shown.content.decode()
    assert "怎样向代表反映意见" in text
    assert "缺席" not in text
    assert cast.lin.phone not in text


def test_the_photograph_is_public_with_the_page_alone(client, cast, register):
    amend_deputy(register.lin.deputy, by=cast.he, at=now(), photo=photo())
    page = page_of(register.lin.deputy)
    say_consent(page, by=cast.lin, at=now(), agrees=True)
    page = publish_page(page, by=cast.he, at=now())
    copy = client.get(page.get_absolute_url()).context["photo"]
    assert client.get(copy.get_absolute_url()).status_code == 200
    PublicPage.objects.filter(pk=page.pk).update(state="hidden")
    assert client.get(copy.get_absolute_url()).status_code == 404


def test_visits_are_counted_without_knowing_who_came(client, cast, open_page, signed_in):
    for _ in range(2):
        client.get(open_page.get_absolute_url())
    signed_in(cast.he).get(open_page.get_absolute_url())
    client.get(open_page.get_absolute_url() + "poster/")
    assert PageVisits.objects.get(page=open_page).count == 2
    assert {field.name for field in PageVisits._meta.get_fields()} == {"id", "page", "on", "count"}


def test_the_address_of_a_former_deputy_leads_to_those_who_sit_there_now(client, cast, register, open_page):
    publish_page(page_of(register.deng.deputy), by=cast.he, at=now())
    said = {"reason": "resigned", "effective_on": date(2026, 3, 1), "announcement_no": "示人常〔2026〕3号"}
    end(register.lin, by=cast.he, at=now(), announced_on=date(2026, 3, 1), **said)
    gone = client.get(open_page.get_absolute_url())
    assert gone.status_code == 410
    text = gone.content.decode()
    assert "已经不再担任区人大代表" in text
    assert "邓玉兰" in text
    assert PublicPage.objects.get(deputy=register.deng.deputy).code in text
    assert client.get("/d/nosuchcode/").status_code == 404
    assert names(client.get(LIST)) == ["邓玉兰"]


def test_a_page_never_signed_off_does_not_exist(client, cast, register):
    assert client.get(page_of(register.zhou.deputy).get_absolute_url()).status_code == 404


def test_the_poster_in_two_sizes(client, open_page):
    address = reverse("d:poster", args=[open_page.code])
    assert "poster-a4" in client.get(address).content.decode()
    assert "poster-a3" in client.get(address, {"size": "a3"}).content.decode()


def test_one_deputy_or_twenty_take_the_same_queries(client, cast, register, open_page, django_assert_num_queries):
    client.get(LIST)
    with django_assert_num_queries(7):
        client.get(LIST)
    more = [add_mandate(register, f"代表{number}", register.chengguan).deputy for number in range(3)]
    publish_pages(more, by=cast.he, at=now())
    with django_assert_num_queries(7):
        assert len(names(client.get(LIST))) == 4


def test_the_office_signs_off_in_the_browser_and_the_deputy_has_his_say(cast, register, signed_in):
    office, lin = signed_in(cast.he), signed_in(cast.lin)
    assert Deputy.objects.count() == len(office.get("/deputies/pages/").context["page"].rows)
    assert lin.get("/deputies/pages/").status_code == 403
    assert office.post("/deputies/pages/publish/", {}).status_code == 422
    answer = office.post("/deputies/pages/publish/", {"deputies": [register.lin.deputy_id, register.zhou.deputy_id]})
    assert answer.status_code == 302
    assert PublicPage.objects.filter(state="shown").count() == 2

    assert "表示意见" in lin.get("/deputies/my-page/").content.decode()
    address = f"/deputies/{register.lin.deputy_id}/consent/"
    assert lin.post(address, {"agrees": "yes"}).status_code == 302
    assert signed_in(cast.zhou).get(address).status_code == 403
    assert office.post(address, {"agrees": "no"}).status_code == 422
    assert PublicPage.objects.get(deputy=register.lin.deputy).has_consent
    assert office.post(f"/deputies/{register.lin.deputy_id}/hide/", {"reason": "更换照片"}).status_code == 302
    assert Client().get(LIST).status_code == 200
