"""StepView: allowed once, refused with everything kept, and never half written."""

import pytest
from django.contrib.messages import get_messages

from foundation.accounts.models import Organisation
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused, allow, refuse
from tests.foundation.web import doors
from tests.foundation.web.doors import version_of
from tests.walk.refusals import forms_left

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.web.doors")]


@pytest.fixture
def door(cast, signed_in):
    """A function posting to the rename page as one of the cast."""

    def post(user=cast.he, office=cast.education, **data):
        return signed_in(user).post(f"/offices/{office.pk}/rename/", data)

    return post


def name_of(office) -> str:
    return Organisation.objects.get(pk=office.pk).name


def test_the_page_carries_the_form_and_the_version_it_was_made_from(cast, signed_in):
    page = signed_in(cast.he).get(f"/offices/{cast.education.pk}/rename/").content.decode()

    assert f'name="version" value="{version_of(cast.education)}"' in page
    assert 'name="name"' in page


def test_a_good_form_calls_the_transition_and_says_so(cast, door):
    answer = door(name="示范区教育和体育局", version=version_of(cast.education))

    assert (answer.status_code, answer.headers["Location"]) == (302, "/offices/")
    assert [str(message) for message in get_messages(answer.wsgi_request)] == ["已改名。"]
    assert name_of(cast.education) == "示范区教育和体育局"


def test_bad_input_is_told_at_the_field_and_nothing_changes(cast, door):
    answer = door(name="一" * 21, version=version_of(cast.education))
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'href="#id_name"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_name_error"' in page
    assert "一" * 21 in page
    assert name_of(cast.education) == "示范区教育局"


def test_a_colleague_was_faster(cast, door):
    seen = version_of(cast.education)
    Organisation.objects.filter(pk=cast.education.pk).update(name="示范区教育委员会")

    answer = door(name="示范区教育和体育局", version=seen)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "同事已先一步办理，请刷新查看" in page
    assert 'value="示范区教育和体育局"' in page
    assert f'name="version" value="{version_of(Organisation(name="示范区教育委员会"))}"' in page
    assert name_of(cast.education) == "示范区教育委员会"


def test_ones_own_second_window_is_no_colleague(cast, door):
    seen = version_of(cast.education)
    door(name="示范区教育委员会", version=seen)

    own = door(name="示范区教育和体育局", version=seen).content.decode()
    hers = door(user=cast.xu, name="示范区教育和体育局", version=seen).content.decode()

    assert "您的账号在另一个窗口已经保存过" in own
    assert "同事" not in own.split("<form method")[1]
    assert "同事已先一步办理" in hers


@pytest.mark.parametrize(("name", "status", "said"), [("禁用名", 403, "请换一个"), ("重名", 422, "已有同名单位")])
def test_what_the_transition_refuses_is_shown_and_rolled_back(cast, door, name, status, said):
    answer = door(name=name, version=version_of(cast.education))
    page = answer.content.decode()

    assert answer.status_code == status
    assert said in page
    assert f'value="{name}"' in page
    assert name_of(cast.education) == "示范区教育局"


def test_the_wrong_role_is_refused_on_both_doors(cast, signed_in, door):
    shown = signed_in(cast.stranger).get(f"/offices/{cast.education.pk}/rename/")
    posted = door(user=cast.stranger, name="示范区教育和体育局")

    assert (shown.status_code, posted.status_code) == (403, 403)
    assert "只有联络工作人员可以改名。" in shown.content.decode()
    assert "<form method" not in shown.content.decode().split('id="content"')[1].split("</main>")[0]
    assert name_of(cast.education) == "示范区教育局"


def test_the_wrong_state_is_a_conflict_that_keeps_what_was_typed(cast, door):
    Organisation.objects.filter(pk=cast.education.pk).update(is_active=False)

    answer = door(name="示范区教育和体育局")
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "单位已停用，不能改名。" in page
    assert "<dt>新名称</dt><dd>示范区教育和体育局</dd>" in page
    assert not forms_left(answer)


def test_whoever_loses_the_right_while_he_sends_gets_his_words_and_no_form(cast, door, monkeypatch):
    """Allowed when the page asked, refused when the transition held the row: as if a role had ended between."""
    asked = iter((allow(), refuse("您的任期已满。", code="role")))

    def may(user, office, *, on):
        return next(asked)

    def act(pk, **facts):
        raise Refused("您的任期已满。", code="role")

    monkeypatch.setattr(doors.Rename, "rule", may)
    monkeypatch.setattr(doors.Rename, "transition", act)

    answer = door(name="示范区教育和体育局")

    assert answer.status_code == 403
    assert "您的任期已满。" in answer.content.decode()
    assert "<dd>示范区教育和体育局</dd>" in answer.content.decode()
    assert not forms_left(answer)


def test_what_may_not_be_seen_is_not_found(cast, signed_in, door):
    assert signed_in(cast.he).get(f"/offices/{cast.court.pk}/rename/").status_code == 404
    assert door(office=cast.court, name="新名").status_code == 404


def test_without_a_version_nothing_is_compared(cast, door):
    assert door(name="示范区教育和体育局", version="").status_code == 302


@pytest.mark.parametrize("version", ["abc", "-1", "９", "99999999999"])
def test_a_nonsense_version_is_nobody_s(cast, door, version):
    assert door(name="示范区教育和体育局", version=version).status_code == 409


@pytest.mark.parametrize(
    ("code", "status"), [("state", 409), ("stale", 409), ("date", 409), ("input", 422), ("role", 403)]
)
def test_the_status_tells_not_now_from_not_like_that_from_not_you(code, status):
    assert refusal_status(code) == status
