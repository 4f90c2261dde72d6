"""What somebody with bad intentions would try, one attempt a test."""

import subprocess
import sys
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from foundation.accounts.models import User
from suggestions.models import Suggestion
from tests.cast import PASSWORD
from tests.suggestions.road import TEXT, Road
from tests.walk.routes import ROUTES

pytestmark = pytest.mark.django_db
BACKEND = "foundation.accounts.backends.NameOrPhoneBackend"
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    " //evil.example",
)


@pytest.fixture
def road(cast, register) -> Road:
    return Road(cast, register)


def guarded_client(user: User | None = None) -> Client:
    """A browser that does not bring the token of the form."""
    client = Client(enforce_csrf_checks=True)
    if user:
        client.force_login(user, backend=BACKEND)
    return client


def argument_of(name: str) -> tuple[Any, ...]:
    """Some arguments that fit the address."""
    for args in (
        (),
        (1,),
        ("x",),
        (1, "x", "x"),
        (1, "00000000-0000-0000-0000-000000000000"),
        ("00000000-0000-0000-0000-000000000000",),
        ("a.b", "1", "phone"),
        (1, "x", "x", "x"),
        ("2026-000001",),
        ("2026-000001", "00000000-0000-0000-0000-000000000000"),
    ):
        try:
            reverse(name, args=args)
        except Exception:  # noqa: BLE001
            continue
        return args
    raise AssertionError(name)


# Forms that ask for the token themselves; a station, a collection, a questionnaire that is not there ends before that.
ASKS_LATER = {"stations:kiosk-write", "supervision:propose-idea", "supervision:send-topic-idea", "w:page"}
FORMS = [*sorted(set(ROUTES) - ASKS_LATER), "admin:accounts_user_add", "admin:logout", "admin:audit_event_export"]


@pytest.mark.parametrize("name", FORMS)
def test_no_form_is_taken_without_its_token(cast, name):
    address = reverse(name, args=argument_of(name))
    for client in (guarded_client(), guarded_client(cast.he), guarded_client(cast.gao)):
        assert client.post(address).status_code == 403


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_led_elsewhere(cast, signed_in, target):
    door = {"username": "lin", "password": PASSWORD, "next": target}
    assert Client().post("/login/", door).url == "/desk/"
    assert Client().post(f"/login/?next={target}", {**door, "next": ""}).url == "/desk/"
    assert signed_in(cast.lin).get("/login/", {"next": target}).url == "/desk/"
    assert Client().post("/look/", {"next": target}).url == "/"
    assert Client().get("/admin/login/", {"next": target}).url.startswith("/login/?")
    back = signed_in(cast.he).get(f"/privacy/reveal/deputies.deputycontact/1/phone/?back={target}")
    assert target not in back.content.decode()


def test_a_session_from_before_the_door_is_worth_nothing_behind_it(cast, client):
    client.get("/login/")
    client.session["planted"] = "yes"
    planted = client.session
    planted.save()
    client.cookies["sessionid"] = planted.session_key
    client.post("/login/", {"username": "lin", "password": PASSWORD})
    assert client.cookies["sessionid"].value != planted.session_key
    thief = Client()
    thief.cookies["sessionid"] = planted.session_key
    assert thief.get("/desk/").status_code == 302


def test_other_sessions_end_with_the_old_password_and_with_the_account(cast, signed_in):
    here, there = signed_in(cast.lin), signed_in(cast.lin)
    new = {"old_password": PASSWORD, "new_password1": "Guyu-2026-suibian", "new_password2": "Guyu-2026-suibian"}
    assert here.post("/account/password/", new).status_code == 302
    assert (here.get("/desk/").status_code, there.get("/desk/").status_code) == (200, 302)
    User.objects.filter(pk=cast.lin.pk).update(is_active=False)
    assert here.get("/desk/").status_code == 302


def test_a_role_that_ended_yesterday_opens_nothing_in_an_old_session(road, cast, signed_in):
    paper, client = road.submitted(), signed_in(cast.he)
    address = reverse("suggestions:detail", args=[paper.pk])
    assert client.get(address).status_code == 200
    cast.he.memberships.update(until_date="2026-01-01")
    assert client.get(address).status_code == 404


EXTRA = {
    "state": "closed", "number": "1", "number_text": "第1号", "published_at": "2026-01-01", "is_key": "on", "lead": "1",
    "delegation": "1", "township": "1", "level": "township", "imported_at": "2026-01-01", "version": "1",
    "supervising_committee": "1", "secrecy_note": "x",
}  # fmt: skip


def test_a_form_changes_its_own_fields_alone(road, cast, signed_in):
    paper = road.draft()
    before = Suggestion.objects.filter(pk=paper.pk).values().get()
    posted = {**EXTRA, **TEXT, "kind": "suggestion", "title": "关于另一事项的建议", "agree_to_publish": "True"}
    answer = signed_in(cast.lin).post(reverse("suggestions:edit", args=[paper.pk]), posted)
    assert answer.status_code == 302, answer.content.decode()
    after = Suggestion.objects.filter(pk=paper.pk).values().get()
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"title", "saved_at", "version", "search_text", "search_vector", "agree_to_publish"}


def test_a_person_changes_no_more_of_himself_than_his_contact(cast, signed_in):
    grown = {
        "phone": "13811112222",
        "email": "a@b.cn",
        "is_staff": "on",
        "is_superuser": "on",
        "username": "x",
        "name": "x",
    }
    assert signed_in(cast.lin).post("/account/contact/", grown).status_code == 302
    lin = User.objects.get(pk=cast.lin.pk)
    assert (lin.is_staff, lin.is_superuser, lin.username, lin.name) == (False, False, "lin", "林晓梅")


def test_a_secretary_makes_no_superuser(cast, signed_in):
    call_command("load_reference")
    page = f"/admin/accounts/user/{cast.xu.pk}/change/"
    inline = {f"memberships-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    grown = {
        "username": "xu",
        "name": "许静",
        "is_active": "on",
        "is_superuser": "on",
        "is_staff": "on",
        "user_permissions": "1",
    }
    assert signed_in(cast.gao).post(page, {**grown, **inline}).status_code == 302
    xu = User.objects.get(pk=cast.xu.pk)
    assert (xu.is_superuser, xu.is_staff, xu.user_permissions.count()) == (False, False, 0)


def test_ids_of_others_in_a_form_of_one_s_own_are_refused(road, cast, register, signed_in):
    mine, theirs = road.assigned(), road.assigned()
    other_part = road.part(theirs).pk
    appeal = {"assignment": other_part, "reason": "换单位。", "version": road.fresh(mine).version}
    assert signed_in(cast.lin).post(reverse("suggestions:appeal", args=[mine.pk]), appeal).status_code == 422
    draft = road.draft()
    invite = {"mandates": [register.lin.pk, 10**15], "until": "2099-01-01", "version": draft.version}
    assert signed_in(cast.lin).post(reverse("suggestions:invite", args=[draft.pk]), invite).status_code == 422
    office = {"category": 10**15, "channel": "session"}
    assert (
        signed_in(cast.he).post(reverse("suggestions:register", args=[road.submitted().pk]), office).status_code == 422
    )


@pytest.mark.parametrize("version", ["0", "999", "-1", "1.5", "abc", "９", "1" * 40])
def test_a_page_of_another_version_changes_nothing(road, cast, signed_in, version):
    paper = road.draft()
    posted = {**TEXT, "kind": "suggestion", "title": "被覆盖的标题", "agree_to_publish": "True", "version": version}
    answer = signed_in(cast.lin).post(reverse("suggestions:edit", args=[paper.pk]), posted)
    assert answer.status_code == 409
    assert "被覆盖的标题" in answer.content.decode()
    assert road.fresh(paper).title == TEXT["title"]


@pytest.mark.parametrize("pk", ["00000000-0000-0000-0000-000000000000", "not-a-uuid", "../../etc/passwd", "1"])
def test_a_guessed_file_is_not_found(cast, signed_in, pk):
    for client in (Client(), signed_in(cast.he)):
        assert client.get(f"/files/{pk}/").status_code == 404


HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "address", ["/", "/login/", "/desk/", "/nowhere/", "/admin/", "/suggestions/new/", "/robots.txt"]
)
def test_every_answer_carries_its_guards(cast, signed_in, address):
    for client in (Client(), signed_in(cast.he)):
        answer = client.get(address)
        assert {name: answer.get(name) for name in HEADERS} == HEADERS
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy


def test_no_shared_cache_keeps_a_page_of_somebody_signed_in(cast, signed_in):
    for address in ("/desk/", "/suggestions/", "/account/", "/", "/suggestions/public/"):
        assert "private" in signed_in(cast.he).get(address)["Cache-Control"], address
    assert "private" not in Client().get("/").get("Cache-Control", "")


def test_cookies_are_out_of_the_reach_of_scripts_and_other_sites(cast, client):
    client.post("/login/", {"username": "lin", "password": PASSWORD})
    client.get("/desk/")
    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


PRODUCTION = """
import django; django.setup()
from django.conf import settings as s
print(s.SECURE_HSTS_SECONDS >= 31536000, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG,
      "*" in s.ALLOWED_HOSTS)
"""


def test_production_speaks_https_alone():
    environment = {
        "DJANGO_SETTINGS_MODULE": "congress_portal.settings.prod",
        "ALLOWED_HOSTS": "rd.example.cn",
        "PATH": "/usr/bin",
    }
    told = subprocess.run(
        [sys.executable, "-c", PRODUCTION], capture_output=True, text=True, env=environment, check=True
    )
    assert told.stdout.split() == ["True", "True", "True", "True", "False", "False"]


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_do_nothing(road, cast, signed_in, method):
    paper = road.submitted()
    for name in ("detail", "register", "refuse"):
        answer = getattr(signed_in(cast.he), method)(reverse(f"suggestions:{name}", args=[paper.pk]))
        assert answer.status_code == 405
    assert road.fresh(paper).state == "submitted"


def test_floods_of_fields_and_foreign_hosts_get_the_plain_page(cast, register, signed_in, settings):
    client = signed_in(cast.lin)
    assert client.post("/suggestions/new/", {f"f{n}": "1" for n in range(3500)}).status_code == 400
    settings.ALLOWED_HOSTS = ["rd.example.cn"]
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
