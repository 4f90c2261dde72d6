"""Photographs chosen before a mistake wait for the letter, for its own page alone, and not for long."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from foundation.files.models import Basket, StoredFile
from foundation.files.store import files_of
from foundation.files.waiting import HOURS, forget_old, waiting
from foundation.intake import tickets
from foundation.intake.models import IntakeLimit
from foundation.workdays.clock import now
from liaison_stations.models import Letter
from tests.liaison_stations.citizen import LETTER, opens
from tests.liaison_stations.views.test_citizen import jpeg


@pytest.fixture(autouse=True)
def _little_work(db):
    IntakeLimit.objects.filter(key="letter_web").update(work=100, most_work=6400)


def test_photographs_chosen_before_a_mistake_need_not_be_chosen_again(cast, net):
    client = Client()
    hidden = opens(client)
    letter = {**LETTER, "station": net.qingshi.pk, **hidden}
    false = SimpleUploadedFile("病毒.jpg", b"MZ\x90\x00" + b"\0" * 200, "image/jpeg")
    wrong = client.post("/letters/write/", {**letter, "title": "", "photos": [jpeg(), false]})
    assert "不寄出：路灯.jpg" in wrong.text
    assert "不寄出：病毒" not in wrong.text

    # Sent with the same page again, the picture is there once; another page's form does not have it.
    again = client.post("/letters/write/", {**letter, "title": "", "photos": [jpeg()]})
    assert again.text.count("不寄出：") == 1
    stranger = {**LETTER, "station": net.qingshi.pk, **opens(Client())}
    assert "不寄出：" not in Client().post("/letters/write/", {**stranger, "title": ""}).text
    (held,) = waiting(token_of(hidden), now())
    assert Client().get(held.get_absolute_url()).status_code == 404

    assert client.post("/letters/write/", letter).status_code == 302
    kept = files_of(Letter.objects.get()).get()
    assert (kept.name, kept.kind, kept.sha256) == ("路灯.jpg", "photo", held.sha256)
    assert not Basket.objects.exists()
    assert StoredFile.objects.get() == kept


def test_a_photograph_that_waits_can_be_left_out_and_counts_with_the_others(cast, net):
    client, five = Client(), [jpeg() for _ in range(5)]
    hidden = opens(client)
    letter = {**LETTER, "station": net.qingshi.pk, **hidden}
    client.post("/letters/write/", {**letter, "title": "", "photos": five[:1]})
    (held,) = waiting(token_of(hidden), now())
    many = client.post("/letters/write/", {**letter, "photos": five[1:]})
    assert "连同已保留的，最多4张照片" in many.text
    assert client.post("/letters/write/", {**letter, "drop": [held.pk]}).status_code == 302
    assert not files_of(Letter.objects.get()).exists()


def test_what_nobody_comes_back_for_goes_and_an_address_holds_no_more_than_the_row_says(cast, net):
    hidden = opens(Client())
    letter = {**LETTER, "station": net.qingshi.pk, **hidden, "title": ""}
    Client().post("/letters/write/", {**letter, "photos": [jpeg()]})
    later = now() + timedelta(hours=HOURS)
    assert waiting(token_of(hidden), later) == []
    assert (forget_old(at=now()), forget_old(at=later)) == (0, 1)
    assert not StoredFile.objects.exists()

    IntakeLimit.objects.filter(key="held_files").update(free=0)
    refused = Client().post("/letters/write/", {**letter, "photos": [jpeg()]})
    assert "重新选择一次" in refused.text
    assert not Basket.objects.exists()


def token_of(hidden):
    return tickets.read(hidden["ticket"], "letter_web", now()).token
