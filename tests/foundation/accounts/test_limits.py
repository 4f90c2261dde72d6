"""What an address may try in a minute, and which address that is."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from redis.exceptions import ConnectionError as RedisAway

from foundation.accounts.addresses import client_address
from tests.cast import PASSWORD


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "9.9.9.9", "127.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "9.9.9.9, 203.0.113.7", "203.0.113.7"),
        (2, "9.9.9.9, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_an_invented_address_is_not_believed(settings, proxies, forwarded, found):
    settings.BEHIND_PROXIES = proxies
    assert client_address(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded)) == found


def guess(client, name, password="wrong", address="203.0.113.7", invented="9.9.9.9"):
    forwarded = f"{invented}, {address}"
    return client.post("/login/", {"username": name, "password": password}, HTTP_X_FORWARDED_FOR=forwarded)


def test_a_changing_invented_address_opens_no_further_guesses(cast, client, settings):
    settings.BEHIND_PROXIES = 1
    answers = [guess(client, "lin", invented=f"9.9.9.{number}").status_code for number in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]


def test_a_flood_from_elsewhere_does_not_lock_the_owner_out(cast, client, settings):
    settings.BEHIND_PROXIES = 1
    for _ in range(6):
        guess(client, "lin")
    assert guess(Client(), "lin", PASSWORD, address="198.51.100.4").status_code == 302


@pytest.mark.parametrize("owner", ["13800000001", "13899999999"])
def test_known_and_unknown_numbers_lock_after_the_same_guesses(cast, client, owner):
    spellings = [owner, f"{owner[:3]} {owner[3:]}", f"+86{owner}", f"{owner[:3]}-{owner[3:]}", owner]
    assert [guess(client, typed).status_code for typed in spellings] == [200, 200, 200, 200, 429]


def test_an_address_that_tries_every_account_is_stopped(cast, settings):
    settings.FAILED_SIGN_INS_PER_MINUTE = 3
    with time_machine.travel(timezone.now().replace(second=5)):
        for name in ("lin", "zhou", "deng"):
            assert guess(Client(), name).status_code == 200
        refused = guess(Client(), "he", PASSWORD)
        assert refused.status_code == 429
        assert refused["Retry-After"] == "60"
        assert "操作过于频繁" in refused.content.decode()
    with time_machine.travel(timezone.now().replace(second=5) + timedelta(minutes=1)):
        assert guess(Client(), "he", PASSWORD).status_code == 302


@pytest.mark.parametrize("path", ["/suggestions/public/?q=公交", "/suggestions/public/?q=公交&page=2"])
def test_a_reader_searches_as_often_as_the_setting_says(db, client, settings, path):
    settings.SEARCHES_PER_MINUTE = 2
    with time_machine.travel(timezone.now().replace(second=5)):
        assert [client.get(path).status_code for _ in range(3)] == [200, 200, 429]
        assert client.get("/suggestions/public/").status_code == 200
    settings.SEARCHES_PER_MINUTE = 0
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/desk/search/?q=公交", "/suggestions/?q=公交", "/suggestions/?format=csv"])
def test_a_colleague_is_counted_by_his_account(cast, signed_in, settings, path):
    settings.SEARCHES_PER_MINUTE = 1
    with time_machine.travel(timezone.now().replace(second=5)):
        assert [signed_in(cast.he).get(path).status_code for _ in range(2)] == [200, 429]
        assert signed_in(cast.xu).get(path).status_code == 200


def test_without_the_cache_searching_goes_on(db, client, settings, monkeypatch):
    settings.SEARCHES_PER_MINUTE = 1

    def away(*arguments):
        raise RedisAway("away")

    monkeypatch.setattr(cache, "incr", away)
    assert [client.get("/suggestions/public/?q=公交").status_code for _ in range(3)] == [200, 200, 200]
