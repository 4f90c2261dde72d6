"""The pages for what went wrong: Chinese, dressed, and silent about how."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.web.doors")]


def test_an_unknown_address_says_so(cast, signed_in):
    answer = signed_in(cast.he).get("/nirgendwo/")

    assert answer.status_code == 404
    assert "没有找到这个页面" in answer.content.decode()


def test_a_refusal_no_view_caught_shows_its_reason(cast, signed_in):
    answer = signed_in(cast.he).get("/explode/")

    assert answer.status_code == 409
    assert "现在不能办理" in answer.content.decode()
    assert "期限已过，不能再提。" in answer.content.decode()


def test_a_crash_tells_nothing_of_itself(cast, signed_in):
    client = signed_in(cast.he)
    client.raise_request_exception = False
    answer = client.get("/crash/")
    page = answer.content.decode()

    assert answer.status_code == 500
    assert "系统出了点问题" in page
    assert "secret" not in page
    assert "Traceback" not in page


def test_a_form_without_its_token_is_asked_to_be_sent_again():
    answer = Client(enforce_csrf_checks=True).post("/look/", {"size": "large"})

    assert answer.status_code == 403
    assert "页面已过期，请重新提交" in answer.content.decode()
