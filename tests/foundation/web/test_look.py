"""Size, contrast and brightness: chosen by form, kept in a cookie, drawn by the server."""

import pytest
from django.test import Client

from foundation.web.look import COOKIE, Look, from_cookie


@pytest.mark.parametrize("raw", ["", "size=huge", "nonsense", "size=large" * 500, "__class__=x", "size=large;%00"])
def test_a_damaged_cookie_is_the_default(raw):
    assert from_cookie(raw) == Look()


def test_a_cookie_comes_back_as_it_went():
    look = Look("dark", "extra", "high")

    assert from_cookie(look.to_cookie()) == look
    assert look.is_elder


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("target", "goes_to"), [("/suggestions/?q=1", "/suggestions/?q=1"), ("//evil.cn/", "/"), ("", "/")]
)
def test_a_choice_is_kept_and_leads_back_home(target, goes_to):
    client = Client()
    answer = client.post("/look/", {"size": "large", "theme": "purple", "next": target})

    assert (answer.status_code, answer.headers["Location"]) == (302, goes_to)
    assert from_cookie(client.cookies[COOKIE].value) == Look(size="large")


@pytest.mark.django_db
def test_the_first_byte_is_already_right(cast, signed_in):
    client = signed_in(cast.gao)
    client.cookies[COOKIE] = Look("dark", "large", "high").to_cookie()
    page = client.get("/styleguide/").content.decode()

    assert 'data-bs-theme="dark" data-size="large" data-contrast="high"' in page


@pytest.mark.django_db
def test_looking_does_not_choose():
    assert Client().get("/look/").status_code == 405
