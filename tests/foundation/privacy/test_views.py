import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from foundation.privacy.models import Reveal
from tests.foundation.privacy.conftest import PHONE, PURPOSE


@pytest.fixture
def reveal_page(unit) -> str:
    return reverse("privacy:reveal", args=["accounts.organisation", unit.pk, "phone"])


def test_asking_shows_the_masked_value_and_what_will_happen(reveal_page, clerk, signed_in):
    answer = signed_in(clerk).get(reveal_page)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "查看联系电话须说明用途，系统将留下记录。" in html
    assert "138****1234" in html
    assert PHONE not in html
    assert not Reveal.objects.exists()


def test_a_purpose_shows_the_value_once_and_is_recorded(reveal_page, clerk, signed_in):
    answer = signed_in(clerk).post(reveal_page, {"purpose": PURPOSE})
    assert PHONE in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert Reveal.objects.get().purpose == PURPOSE


def test_without_a_purpose_the_field_says_so(reveal_page, clerk, signed_in):
    answer = signed_in(clerk).post(reveal_page, {"purpose": "联系"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "请说明查看用途，不少于4个字。" in html
    assert 'value="联系"' in html
    assert PHONE not in html
    assert not Reveal.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_get_404(reveal_page, stranger, signed_in, method):
    answer = getattr(signed_in(stranger), method)(reveal_page, {"purpose": PURPOSE})
    assert answer.status_code == 404
    assert not Reveal.objects.exists()


def test_anonymous_visitors_are_asked_to_sign_in(reveal_page, client):
    assert client.get(reveal_page).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        ("accounts.organisation", "999999", "phone"),
        ("accounts.organisation", "abc", "phone"),
        ("accounts.organisation", "1", "name"),
        ("accounts.user", "1", "password"),
        ("nonsense", "1", "phone"),
    ],
)
def test_what_is_not_there_is_404(unit, clerk, signed_in, address):
    assert signed_in(clerk).get(reverse("privacy:reveal", args=address)).status_code == 404


def draw(obj, user) -> str:
    request = RequestFactory().get("/")
    request.user = user
    template = Template('{% load privacy %}{% masked obj "phone" %}')
    return template.render(Context({"obj": obj, "request": request}))


def test_the_tag_masks_and_offers_the_way_to_whom_it_is_open(unit, reveal_page, clerk, stranger):
    assert "138****1234" in draw(unit, clerk)
    assert reveal_page in draw(unit, clerk)
    assert "138****1234" in draw(unit, stranger)
    assert "href" not in draw(unit, stranger)
    unit.phone = ""
    assert "未登记" in draw(unit, clerk)
    assert "未登记" in draw(None, clerk)


@pytest.mark.parametrize(
    ("back", "link"),
    [
        ("/deputies/7/", 'href="/deputies/7/"'),
        ("https://elsewhere.example/", 'href="/"'),
        ("//elsewhere.example", 'href="/"'),
    ],
)
def test_the_way_back_leads_to_our_own_pages_only(reveal_page, clerk, signed_in, back, link):
    html = signed_in(clerk).get(reveal_page, {"back": back}).content.decode()
    assert link in html
    assert "elsewhere" not in html.split("<main")[1]
