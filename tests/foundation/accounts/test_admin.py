import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from foundation.accounts import second_factor
from foundation.accounts.models import Authenticator, Membership, Organisation, User
from foundation.audit.models import Event
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast):
    """The cast with the groups of the admin."""
    call_command("load_reference")
    return cast


def inline(**rows):
    return {
        "memberships-TOTAL_FORMS": "0",
        "memberships-INITIAL_FORMS": "0",
        "memberships-MIN_NUM_FORMS": "0",
        "memberships-MAX_NUM_FORMS": "1000",
        **rows,
    }


@pytest.mark.parametrize(
    ("who", "open_to_them"),
    [("gao", True), ("han", True), ("shen", False), ("yang", False)],
)
def test_the_groups_follow_the_roles_of_today(office, signed_in, who, open_to_them):
    client = signed_in(getattr(office, who))
    assert client.get("/admin/").status_code == 200
    expected = 200 if open_to_them else 403
    for table in ("user", "organisation", "membership", "substitute"):
        assert client.get(f"/admin/accounts/{table}/").status_code == expected


def test_a_role_that_ended_opens_nothing(office, signed_in):
    Membership.objects.filter(user=office.gao).update(until_date="2026-01-01")
    assert signed_in(office.gao).get("/admin/accounts/user/").status_code == 403


def test_the_admin_has_no_door_of_its_own(office, client, signed_in):
    assert client.get("/admin/").url.startswith("/admin/login/") or client.get("/admin/").url.startswith("/login/")
    assert client.get("/admin/login/?next=/admin/").url == "/login/?next=/admin/"
    assert signed_in(office.lin).get("/admin/", follow=True).status_code == 403


def test_the_list_of_people_masks_numbers_and_costs_the_same_for_all(office, signed_in, django_assert_max_num_queries):
    client = signed_in(office.gao)
    client.get("/admin/accounts/user/")
    with django_assert_max_num_queries(15):
        page = client.get("/admin/accounts/user/").content.decode()
    assert "138****0022" in page
    assert "13800000022" not in page
    assert "区教育局 承办单位经办人" in page
    assert page.index("陈刚") < page.index("褚明") < page.index("周建国")


@pytest.mark.parametrize("typed", ["吴倩", "wu qian", "wu", "138 0000 0022"])
def test_people_are_found_by_name_pinyin_and_number(office, signed_in, typed):
    page = signed_in(office.gao).get("/admin/accounts/user/", {"q": typed}).content.decode()
    assert "吴倩" in page
    assert "林晓梅" not in page


def test_an_opened_account_must_change_its_password(office, signed_in):
    typed = {
        "username": "newcomer",
        "name": "单小明",
        "new_phone": "１３９ ２２２２ ３３３３",
        "email": "",
        "password1": "Xinren-2026",
        "password2": "Xinren-2026",
        **inline(),
    }
    assert signed_in(office.gao).post("/admin/accounts/user/add/", typed).status_code == 302
    user = User.objects.by_sign_in("13922223333")
    assert (user.must_change_password, user.is_staff) == (True, False)
    assert user.pinyin_key.startswith("shan ")
    assert Event.objects.get(verb="accounts.add_user").actor == office.gao


def test_a_doubled_number_is_told_at_the_form(office, signed_in):
    typed = {"username": "newcomer", "name": "单小明", "new_phone": "13800000001"}
    typed |= {"password1": "Xinren-2026", "password2": "Xinren-2026", **inline()}
    page = signed_in(office.gao).post("/admin/accounts/user/add/", typed).content.decode()
    assert "已登记在另一个账号上" in page
    assert not User.objects.filter(username="newcomer").exists()


def change(user, **typed):
    return {
        "username": user.username,
        "name": user.name,
        "pinyin_key": user.pinyin_key,
        "new_phone": "",
        "email": user.email,
        "is_active": "on",
        **inline(),
        **typed,
    }


def test_an_unchanged_number_stays_and_a_renamed_person_is_sorted_anew(office, signed_in):
    path = f"/admin/accounts/user/{office.wu.pk}/change/"
    assert signed_in(office.gao).post(path, change(office.wu, name="安倩")).status_code == 302
    wu = User.objects.get(pk=office.wu.pk)
    assert (wu.phone, wu.name) == ("13800000022", "安倩")
    assert wu.pinyin_key.startswith("an qian")
    event = Event.objects.get(verb="accounts.change_user")
    assert event.data == {"columns": ["name"]}


def test_a_secretary_gives_nobody_the_keys(office, signed_in):
    client = signed_in(office.gao)
    group = Group.objects.get(name="安全管理员")
    typed = change(office.wu, is_staff="on", is_superuser="on", groups=[group.pk])
    client.post(f"/admin/accounts/user/{office.wu.pk}/change/", typed)
    wu = User.objects.get(pk=office.wu.pk)
    assert (wu.is_staff, wu.is_superuser, wu.groups.count()) == (False, False, 0)


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "audit_admin"])
def test_a_secretary_appoints_no_administrator(office, signed_in, role):
    typed = {"user": office.wu.pk, "role": role, "from_date": "2026-01-01"}
    answer = signed_in(office.gao).post("/admin/accounts/membership/add/", typed)
    assert answer.status_code == 200
    assert not Membership.objects.filter(user=office.wu, role=role).exists()


@pytest.mark.parametrize("who", ["shen", "han", "yang"])
def test_a_secretary_changes_no_administrators_account(office, signed_in, who):
    target = getattr(office, who)
    client = signed_in(office.gao)
    assert client.post(f"/admin/accounts/user/{target.pk}/change/", change(target, name="改名")).status_code == 403
    new = {"usable_password": "true", "password1": "Xinren-2026", "password2": "Xinren-2026"}
    assert client.post(f"/admin/accounts/user/{target.pk}/password/", new).status_code == 403
    client.post("/admin/accounts/user/", {"action": "close", "_selected_action": [target.pk]})
    target.refresh_from_db()
    assert target.is_active
    assert target.check_password(PASSWORD)


def test_the_security_administrator_appoints_but_three_stay_three(office, signed_in):
    client = signed_in(office.han)
    typed = {"user": office.stranger.pk, "role": "system_admin", "from_date": "2026-01-01"}
    assert client.post("/admin/accounts/membership/add/", typed).status_code == 302
    typed["role"] = "audit_admin"
    page = client.post("/admin/accounts/membership/add/", typed).content.decode()
    assert "须由三个不同的人担任" in page


def test_a_wrong_organisation_is_told_at_the_field(office, signed_in):
    typed = {"user": office.stranger.pk, "role": "unit_officer", "organisation": office.street.pk}
    page = signed_in(office.gao).post("/admin/accounts/membership/add/", typed | {"from_date": "2026-01-01"})
    assert "“承办单位经办人”须任职于" in page.content.decode()


def test_dates_in_the_wrong_order_are_told_at_the_field(office, signed_in):
    typed = {"user": office.stranger.pk, "role": "deputy", "from_date": "2026-02-01", "until_date": "2026-01-01"}
    page = signed_in(office.gao).post("/admin/accounts/membership/add/", typed).content.decode()
    assert "截止日期早于起始日期，请核对。" in page


def test_a_membership_is_ended_and_not_rewritten(office, signed_in):
    held = office.wu.memberships.get()
    path = f"/admin/accounts/membership/{held.pk}/change/"
    typed = {"role": "unit_head", "title": "", "from_date": "2022-01-01", "until_date": "2026-06-30"}
    assert signed_in(office.gao).post(path, typed).status_code == 302
    held.refresh_from_db()
    assert (held.role, str(held.until_date)) == ("unit_officer", "2026-06-30")


@pytest.mark.parametrize("table", ["user", "organisation", "membership", "substitute", "signinpolicy"])
def test_nothing_is_deleted(office, signed_in, table):
    User.objects.filter(pk=office.han.pk).update(is_superuser=True)
    model = {"user": User, "organisation": Organisation, "membership": Membership}.get(table)
    pk = model.objects.first().pk if model else 1
    assert signed_in(office.han).post(f"/admin/accounts/{table}/{pk}/delete/", {"post": "yes"}).status_code in {
        403,
        302,
    }
    assert model is None or model.objects.filter(pk=pk).exists()


def test_a_password_given_by_another_is_changed_by_its_owner(office, signed_in):
    client = signed_in(office.gao)
    assert "重新设置密码" in client.get(f"/admin/accounts/user/{office.wu.pk}/change/").content.decode()
    new = {"usable_password": "true", "password1": "Xinren-2026", "password2": "Xinren-2026"}
    assert client.post(f"/admin/accounts/user/{office.wu.pk}/password/", new).status_code == 302
    wu = User.objects.get(pk=office.wu.pk)
    assert wu.check_password("Xinren-2026")
    assert wu.must_change_password


def test_a_doubled_role_on_the_page_of_a_person_is_told_there(office, signed_in):
    row = {"role": "unit_officer", "organisation": office.education.pk, "title": "", "from_date": "2026-01-01"}
    typed = {f"memberships-0-{column}": value for column, value in row.items()}
    typed |= {"memberships-0-until_date": "", "memberships-0-user": office.wu.pk}
    path = f"/admin/accounts/user/{office.wu.pk}/change/"
    page = signed_in(office.gao).post(path, change(office.wu, **typed) | {"memberships-TOTAL_FORMS": "1"})
    assert "已有相同角色，且日期重叠" in page.content.decode()
    assert office.wu.memberships.count() == 1


def test_a_role_is_granted_on_the_page_of_a_person(office, signed_in):
    typed = {"role": "unit_head", "organisation": office.education.pk, "title": "", "from_date": "2026-01-01"}
    rows = {f"memberships-0-{column}": value for column, value in typed.items()} | {"memberships-TOTAL_FORMS": "1"}
    path = f"/admin/accounts/user/{office.wu.pk}/change/"
    assert signed_in(office.gao).post(path, change(office.wu, **rows)).status_code == 302
    assert Event.objects.get(verb="accounts.add_membership").actor == office.gao
    assert User.objects.get(pk=office.wu.pk).has_role("unit_head")


def test_an_extended_role_does_not_overlap_the_next(office, signed_in):
    first = office.wu.memberships.get()
    Membership.objects.filter(pk=first.pk).update(until_date="2025-12-31")
    Membership.objects.create(user=office.wu, role=first.role, organisation=first.organisation, from_date="2026-01-01")
    typed = {"title": "", "from_date": "2022-01-01", "until_date": "2026-02-01"}
    page = signed_in(office.gao).post(f"/admin/accounts/membership/{first.pk}/change/", typed).content.decode()
    assert "已有相同角色，且日期重叠" in page


def test_the_security_administrator_closes_unlocks_and_resets(office, signed_in, client):
    second_factor.confirm(second_factor.pending_device(office.he))
    for _ in range(5):
        client.post("/login/", {"username": "he", "password": "wrong"})
    assert client.post("/login/", {"username": "he", "password": PASSWORD}).status_code == 429
    keeper = signed_in(office.han)
    for action in ("unlock", "reset_second_factor"):
        keeper.post("/admin/accounts/user/", {"action": action, "_selected_action": [office.he.pk]})
    assert not Authenticator.objects.filter(user=office.he).exists()
    assert client.post("/login/", {"username": "he", "password": PASSWORD}).url == "/desk/"
    keeper.post("/admin/accounts/user/", {"action": "close", "_selected_action": [office.he.pk, office.han.pk]})
    assert not User.objects.get(pk=office.he.pk).is_active
    assert User.objects.get(pk=office.han.pk).is_active


def test_the_kind_of_an_organisation_with_people_is_fixed(office, signed_in):
    path = f"/admin/accounts/organisation/{office.education.pk}/change/"
    typed = {
        "name": "示范区教育和体育局",
        "short_name": "区教体局",
        "kind": "court",
        "new_phone": "0571-88886666",
        "is_active": "on",
    }
    assert signed_in(office.gao).post(path, typed).status_code == 302
    education = Organisation.objects.get(pk=office.education.pk)
    assert (education.name, education.kind, education.phone) == ("示范区教育和体育局", "handling_unit", "057188886666")


@pytest.mark.parametrize("who", ["gao", "han"])
def test_nobody_gives_a_role_to_himself(office, signed_in, who):
    person = getattr(office, who)
    facts = {"user": person.pk, "role": "unit_head", "organisation": office.transport.pk, "from_date": "2026-01-01"}
    page = signed_in(person).post("/admin/accounts/membership/add/", facts)
    assert "不能给本人授权" in page.content.decode()
    more = {"memberships-TOTAL_FORMS": "1", "memberships-0-role": "chair", "memberships-0-from_date": "2026-01-01"}
    own = {"username": person.username, "name": person.name, "is_active": "on", "is_staff": "on"}
    signed_in(person).post(f"/admin/accounts/user/{person.pk}/change/", {**own, **inline(**more)})
    assert list(person.memberships.values_list("role", flat=True)) == [person.memberships.get().role]
    facts["user"] = office.feng.pk
    assert signed_in(person).post("/admin/accounts/membership/add/", facts).status_code == 302


def test_nobody_puts_himself_in_another_s_place(office, signed_in):
    days = {"from_date": "2026-03-01", "until_date": "2026-03-05", "reason": "学习"}
    facts = {"principal": office.lin.pk, "substitute": office.gao.pk, **days}
    page = signed_in(office.gao).post("/admin/accounts/substitute/add/", facts)
    assert "不能给本人授权" in page.content.decode()
    User.objects.filter(pk=office.lin.pk).update(is_superuser=True)
    page = signed_in(office.gao).post("/admin/accounts/substitute/add/", {**facts, "substitute": office.xu.pk})
    assert "不能代办" in page.content.decode()


def test_a_password_given_by_another_is_an_event(office, signed_in):
    new = {"password1": "Qingming-2026-x", "password2": "Qingming-2026-x", "usable_password": "true"}
    assert signed_in(office.gao).post(f"/admin/accounts/user/{office.lin.pk}/password/", new).status_code == 302
    event = Event.objects.get(verb="accounts.change_user", subject_id=str(office.lin.pk))
    assert (event.actor, event.data) == (office.gao, {"columns": ["password"]})
    office.lin.refresh_from_db()
    assert office.lin.must_change_password
