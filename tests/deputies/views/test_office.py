"""The office's steps in the browser: what is asked, what is refused, what stays typed."""

import pytest

from deputies.models import Mandate
from foundation.accounts.models import User
from tests.deputies_cast import add_mandate

FORM = {
    "version": "1",
    "reason": "resigned",
    "effective_on": "2026-02-28",
    "announcement_no": "示人常〔2026〕3号",
    "announced_on": "2026-03-01",
}


def url(seat: Mandate, verb: str) -> str:
    return f"/deputies/mandates/{seat.pk}/{verb}/"


@pytest.fixture
def office(cast, register, signed_in):
    return signed_in(cast.he)


def test_a_mandate_is_ended(office, register):
    response = office.post(url(register.lin, "end"), FORM, follow=True)
    assert "已登记代表资格终止。" in response.content.decode()
    assert Mandate.objects.get(pk=register.lin.pk).reason == "resigned"


def test_suspended_and_restored(office, register):
    office.post(url(register.lin, "suspend"), FORM | {"reason": "detained"})
    office.post(url(register.lin, "restore"), FORM | {"version": "2"})
    assert Mandate.objects.get(pk=register.lin.pk).status == "serving"
    assert register.lin.changes.count() == 2


def test_missing_fields_are_named_and_typed_ones_kept(office, register):
    response = office.post(url(register.lin, "end"), FORM | {"reason": "", "announced_on": "2999-01-01"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "法定情形" in page
    assert "示人常〔2026〕3号" in page
    assert Mandate.objects.get(pk=register.lin.pk).status == "serving"


def test_the_transitions_own_refusals_stand_at_the_field(office, register):
    response = office.post(url(register.lin, "end"), FORM | {"effective_on": "2999-01-01"})
    assert response.status_code == 422
    assert "生效日期不能晚于今天" in response.content.decode()


@pytest.mark.parametrize(("first", "said"), [("he", "您的账号在另一个窗口已经保存过"), ("xu", "同事已先一步办理")])
def test_an_old_page_is_told_so(office, cast, signed_in, register, first, said):
    signed_in(getattr(cast, first)).post(url(register.lin, "suspend"), FORM | {"reason": "detained"})
    response = office.post(url(register.lin, "end"), FORM)
    assert response.status_code == 409
    assert said in response.content.decode()


def test_a_step_out_of_turn_says_why(office, register):
    response = office.get(url(register.lin, "restore"))
    assert response.status_code == 409
    assert "在任" in response.content.decode()


@pytest.mark.parametrize("person", ["lin", "zhao", "wei", "wu", "stranger"])
def test_others_are_kept_out(cast, register, signed_in, person):
    client = signed_in(getattr(cast, person))
    for address in (url(register.lin, "end"), f"/deputies/{register.lin.deputy_id}/account/", "/deputies/import/"):
        assert client.get(address).status_code == 403
        assert client.post(address, FORM).status_code == 403


def test_an_account_is_opened_and_its_password_shown_once(office, register):
    seat = add_mandate(register, "王秀英", register.qingshi, phone="13900001111")
    address = f"/deputies/{seat.deputy_id}/account/"
    response = office.post(address)
    user = User.objects.get(username="wangxiuying")
    assert user.check_password(response.context["password"])
    assert response["Cache-Control"] == "no-store"
    assert office.get(address).status_code == 409


def test_a_taken_telephone_is_told(office, cast, register):
    seat = add_mandate(register, "王秀英", register.qingshi, phone=cast.wu.phone)
    response = office.post(f"/deputies/{seat.deputy_id}/account/")
    assert response.status_code == 422
    assert "该手机号已登记在另一个账号上" in response.content.decode()
