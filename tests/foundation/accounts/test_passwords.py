import pytest

from foundation.accounts.models import FormerPassword, User
from foundation.audit.models import Event
from tests.cast import PASSWORD


def change(client, new, again=None, old=PASSWORD):
    typed = {"old_password": old, "new_password1": new, "new_password2": new if again is None else again}
    return client.post("/account/password/", typed)


@pytest.mark.parametrize(
    ("new", "again", "old", "message"),
    [
        ("Qiuyue-2026", None, "wrong", "原密码不正确"),
        ("Qiuyue-2026", "Qiuyue-2027", PASSWORD, "两次填写的新密码不一致"),
        ("qy2026", None, PASSWORD, "10"),
        ("1357924680", None, PASSWORD, "数字"),
        ("password123", None, PASSWORD, "常见"),
        (PASSWORD, None, PASSWORD, "最近 5 次"),
        ("", "", PASSWORD, "请填写新密码"),
    ],
)
def test_a_weak_or_mistyped_password_changes_nothing(cast, signed_in, new, again, old, message):
    answer = change(signed_in(cast.lin), new, again, old)
    assert answer.status_code == 200
    assert message in answer.content.decode()
    assert User.objects.get(pk=cast.lin.pk).check_password(PASSWORD)


def test_a_changed_password_holds_and_the_session_lasts(cast, signed_in):
    client = signed_in(cast.lin)
    assert change(client, "Qiuyue-2026").status_code == 302
    assert client.get("/account/").status_code == 200
    assert User.objects.get(pk=cast.lin.pk).check_password("Qiuyue-2026")
    assert Event.objects.filter(verb="accounts.change_password", actor=cast.lin).count() == 1


def test_the_last_five_passwords_are_remembered_and_the_sixth_is_not(cast, signed_in):
    client, old = signed_in(cast.lin), PASSWORD
    for number in range(6):
        assert change(client, f"Qiuyue-202{number}", old=old).status_code == 302
        old = f"Qiuyue-202{number}"
    assert FormerPassword.objects.filter(user=cast.lin).count() == 5
    assert "最近 5 次" in change(client, "Qiuyue-2021", old=old).content.decode()
    assert change(client, "Qiuyue-2020", old=old).status_code == 302


def test_the_first_sign_in_leads_to_a_new_password_and_nowhere_else(cast, signed_in):
    User.objects.filter(pk=cast.lin.pk).update(must_change_password=True)
    client = signed_in(cast.lin)
    for path in ("/desk/", "/account/contact/", "/account/code/enrol/"):
        assert client.get(path).url == "/account/password/"
    assert "首次登录" in client.get("/account/password/").content.decode()
    assert change(client, "Qiuyue-2026").url == "/desk/"
    assert client.get("/account/").status_code == 200


def test_without_a_password_nobody_signs_in(db, client):
    User.objects.create_user("new", None, name="新人")
    assert client.post("/login/", {"username": "new", "password": ""}).status_code == 200
    assert not FormerPassword.objects.exists()
