import base64
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from django_otp.oath import TOTP

from foundation.accounts import second_factor
from foundation.accounts.models import Authenticator, RecoveryCode, SignInPolicy
from foundation.vault.rotation import encrypted_fields, rotate
from tests.cast import PASSWORD


def code_of(device, minutes=0):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = (timezone.now() + timedelta(minutes=minutes)).timestamp()
    return f"{totp.token():06d}"


@pytest.fixture
def enrolled(cast):
    """He Min uses an authenticator; her ten recovery codes."""
    return second_factor.confirm(second_factor.pending_device(cast.he))


def at_the_door(client):
    return client.post("/login/", {"username": "he", "password": PASSWORD})


def test_enrolling_shows_a_picture_and_asks_for_the_first_code(cast, signed_in):
    client = signed_in(cast.he)
    page = client.get("/account/code/enrol/").content.decode()
    device = Authenticator.objects.get(user=cast.he)
    assert 'src="data:image/svg+xml' in page
    assert second_factor.key_text(device) in page
    assert "口令不正确" in client.post("/account/code/enrol/", {"code": "000000"}).content.decode()
    assert not second_factor.is_enrolled(cast.he)
    Authenticator.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    page = client.post("/account/code/enrol/", {"code": code_of(device)}).content.decode()
    assert second_factor.is_enrolled(cast.he)
    assert page.count("<code>") == second_factor.RECOVERY_CODES
    assert client.get("/account/").status_code == 200


def test_the_password_alone_opens_no_page(cast, enrolled, client):
    at_the_door(client)
    for path in ("/desk/", "/account/contact/", "/account/code/enrol/", "/account/code/off/", "/admin/"):
        assert client.get(path).url == "/account/code/"


def test_a_code_opens_once(cast, enrolled, client):
    device = Authenticator.objects.get(user=cast.he)
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        code = code_of(device)
        at_the_door(client)
        assert client.post("/account/code/", {"code": f" {code[:3]} {code[3:]}"}).url == "/desk/"
        assert client.get("/account/").status_code == 200
        client.post("/logout/")
        at_the_door(client)
        assert "口令不正确或已过期" in client.post("/account/code/", {"code": code}).content.decode()


def test_a_recovery_code_opens_once(cast, enrolled, client):
    at_the_door(client)
    assert client.post("/account/code/", {"code": enrolled[0].lower()}).status_code == 302
    assert second_factor.recovery_codes_left(cast.he) == 9
    client.post("/logout/")
    at_the_door(client)
    assert client.post("/account/code/", {"code": enrolled[0]}).status_code == 200


def test_guessing_is_slowed_down(cast, enrolled, client):
    at_the_door(client)
    client.post("/account/code/", {"code": "000000"})
    device = Authenticator.objects.get(user=cast.he)
    assert client.post("/account/code/", {"code": code_of(device)}).status_code == 200


def test_switching_off_needs_the_password(cast, enrolled, client):
    at_the_door(client)
    client.post("/account/code/", {"code": enrolled[0]})
    assert "密码不正确" in client.post("/account/code/off/", {"password": "wrong"}).content.decode()
    assert client.post("/account/code/off/", {"password": PASSWORD}).url == "/account/"
    assert not second_factor.is_enrolled(cast.he)


@pytest.mark.parametrize(("switch", "row", "led"), [(True, True, True), (True, False, False), (False, True, False)])
def test_a_role_must_enrol_where_row_and_house_say_so(cast, client, settings, switch, row, led):
    settings.REQUIRE_SECOND_FACTOR = switch
    SignInPolicy.objects.update_or_create(role="clerk", defaults={"second_factor": row})
    at_the_door(client)
    answer = client.get("/account/")
    assert (answer.status_code == 302 and answer.url == "/account/code/enrol/") is led


def test_an_obligatory_factor_cannot_be_switched_off(cast, enrolled, client, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    SignInPolicy.objects.update_or_create(role="clerk", defaults={"second_factor": True})
    at_the_door(client)
    client.post("/account/code/", {"code": enrolled[0]})
    assert "不能停用" in client.post("/account/code/off/", {"password": PASSWORD}).content.decode()
    assert second_factor.is_enrolled(cast.he)


def test_new_recovery_codes_void_the_old(cast, enrolled, client):
    at_the_door(client)
    client.post("/account/code/", {"code": enrolled[0]})
    page = client.post("/account/code/recovery/", {"password": PASSWORD}).content.decode()
    assert page.count("<code>") == second_factor.RECOVERY_CODES
    assert second_factor.match(cast.he, enrolled[1]) is None


def test_another_phone_takes_the_place_of_the_first_with_the_password_alone_known(cast, enrolled, signed_in):
    """A session left open must not be enough to put one's own phone in."""
    client = signed_in(cast.he)
    session = client.session
    session.pop("second_factor", None)
    session.save()
    first = Authenticator.objects.get(user=cast.he, confirmed=True)
    assert "请填写密码" in client.post("/account/code/enrol/", {"code": "123456"}).content.decode()
    device = Authenticator.objects.get(user=cast.he, confirmed=False)
    for password, kept in ((PASSWORD + "x", first), (PASSWORD, device)):
        Authenticator.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None, last_t=-1)
        client.post("/account/code/enrol/", {"code": code_of(device), "password": password})
        assert Authenticator.objects.get(user=cast.he, confirmed=True) == kept


def test_whoever_only_looks_at_enrolling_finds_the_way_back(cast, signed_in):
    page = signed_in(cast.lin).get("/account/code/enrol/").content.decode()
    assert "暂不启用，返回个人信息" in page


def test_no_secret_lies_in_clear_in_the_database(cast, enrolled):
    device = Authenticator.objects.get(user=cast.he)
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM accounts_authenticator")
        stored = cursor.fetchone()[0]
        cursor.execute("SELECT string_agg(code_hash, ' ') FROM accounts_recoverycode")
        hashes = cursor.fetchone()[0]

    assert len(device.bin_key) == 20
    assert device.key not in stored
    assert second_factor.key_text(device).replace(" ", "") not in stored
    assert len(enrolled) == len(hashes.split()) == second_factor.RECOVERY_CODES
    assert not any(code in hashes for code in enrolled)


def test_the_secret_survives_a_change_of_keys(cast, enrolled, settings):
    key = Authenticator.objects.get(user=cast.he).key
    settings.VAULT_KEYS = {**settings.VAULT_KEYS, "new": "ab" * 16}
    settings.VAULT_ACTIVE_KEY = "new"
    for field in encrypted_fields():
        if field.model is Authenticator:
            assert rotate(field) == 1
    assert Authenticator.objects.get(user=cast.he).key == key


def test_the_code_of_a_phone_that_is_a_step_slow_is_taken_and_its_drift_kept(cast, enrolled):
    device = Authenticator.objects.get(user=cast.he)
    assert second_factor.match(cast.he, code_of(device, minutes=-0.5)) == device
    device.refresh_from_db()
    assert (device.drift, device.last_used_at is None) == (-1, False)
    assert second_factor.match(cast.he, code_of(device, minutes=-3)) is None


def test_a_recovery_code_is_no_wrong_code_of_the_phone_and_the_other_way_round(cast, enrolled):
    assert second_factor.match(cast.he, enrolled[0])
    assert second_factor.match(cast.he, code_of(Authenticator.objects.get(user=cast.he)))
    assert RecoveryCode.objects.count() == second_factor.RECOVERY_CODES - 1
    assert second_factor.match(cast.he, enrolled[0]) is None
    # One wrong recovery code, and the right ones wait as well.
    assert second_factor.match(cast.he, enrolled[1]) is None


def test_the_picture_holds_the_address_apps_read(cast):
    device = second_factor.pending_device(cast.he)
    address = urlsplit(second_factor.address_of(device))
    facts = parse_qs(address.query)
    assert (address.scheme, address.netloc, unquote(address.path)) == ("otpauth", "totp", "/区人大履职服务门户:he")
    assert base64.b32decode(facts["secret"][0]) == device.bin_key
    assert (facts["issuer"], facts["digits"], facts["period"]) == (["区人大履职服务门户"], ["6"], ["30"])
