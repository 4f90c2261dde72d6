from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from foundation.accounts.models import User
from foundation.audit.models import Event
from tests.cast import PASSWORD


def try_door(client, name, password=PASSWORD, **more):
    return client.post("/login/", {"username": name, "password": password}, **more)


@pytest.mark.parametrize(
    "typed", ["lin", " lin ", "ｌｉｎ", "13800000001", "１３８０００００００１", "138 0000 0001", "+86 138-0000-0001"]
)
def test_name_and_number_open_the_door(cast, client, typed):
    answer = try_door(client, typed)
    assert (answer.status_code, answer.url) == (302, "/desk/")
    assert client.get("/account/").wsgi_request.user == cast.lin
    event = Event.objects.get(verb="accounts.sign_in")
    assert (event.actor, event.visibility) == (cast.lin, "office")


@pytest.mark.parametrize(("name", "password"), [("lin", "wrong"), ("nobody", PASSWORD), ("13800000001", "wrong")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(cast, client, name, password):
    answer = try_door(client, name, password)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "用户名（手机号）或密码不正确" in page
    assert f'value="{name}"' in page
    assert not client.get("/login/").wsgi_request.user.is_authenticated


def test_the_door_bears_the_name_of_the_house(db, client):
    page = client.get("/login/").content.decode()
    assert "testserver" not in page
    assert "<h1>登录</h1>" in page


def test_empty_fields_are_named(cast, client):
    page = try_door(client, "", "").content.decode()
    assert "请填写用户名或手机号。" in page
    assert "请填写密码。" in page


def test_a_closed_account_stays_outside(cast, client):
    User.objects.filter(pk=cast.lin.pk).update(is_active=False)
    assert "用户名（手机号）或密码不正确" in try_door(client, "lin").content.decode()


def test_five_failures_lock_whatever_spelling_was_used(cast, client):
    for typed in ["lin", "13800000001", "１３８０００００００１", "138-0000-0001", " lin"]:
        answer = try_door(client, typed, "wrong")
    assert answer.status_code == 429
    assert "账号已暂时锁定" in answer.content.decode()
    refused = try_door(client, "lin")
    assert refused.status_code == 429
    assert "联系安全管理员" in refused.content.decode()
    assert Event.objects.filter(verb="accounts.locked_out", subject_id=str(cast.lin.pk)).exists()


def test_a_lock_ends_by_itself_and_touches_nobody_else(cast, client):
    for _ in range(5):
        try_door(client, "lin", "wrong")
    assert try_door(Client(), "zhou").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert try_door(client, "lin").status_code == 302


def test_four_failures_do_not_lock(cast, client):
    for _ in range(4):
        try_door(client, "lin", "wrong")
    assert try_door(client, "lin").status_code == 302


def test_only_a_press_signs_out(cast, signed_in):
    client = signed_in(cast.lin)
    assert client.get("/logout/").status_code == 405
    assert client.get("/account/").status_code == 200
    assert client.post("/logout/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_the_door_leads_back_to_the_page_wanted_and_nowhere_else(cast, client):
    assert client.get("/account/").url == "/login/?next=/account/"
    assert client.post("/login/", {"username": "lin", "password": PASSWORD, "next": "/account/"}).url == "/account/"
    outside = {"username": "zhou", "password": PASSWORD, "next": "https://evil.example/"}
    assert Client().post("/login/", outside).url == "/desk/"


def test_an_idle_session_ends_and_an_active_one_lasts(cast, signed_in, settings):
    client, start = signed_in(cast.lin), timezone.now()
    for minutes in (20, 40, 60):
        with time_machine.travel(start + timedelta(minutes=minutes)):
            assert client.get("/account/").status_code == 200
    with time_machine.travel(start + timedelta(minutes=91)):
        answer = client.get("/account/")
        assert answer.url == "/login/?next=/account/"
        assert "30 分钟没有操作" in client.get(answer.url).content.decode()


def test_an_idle_fragment_is_led_to_the_door_as_a_whole_page(cast, signed_in):
    client, start = signed_in(cast.lin), timezone.now()
    with time_machine.travel(start + timedelta(minutes=31)):
        answer = client.get("/account/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/login/?next=/desk/"
