"""Photographs chosen before a mistake wait for the letter, for its own page alone, and not for long."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from foundation.files.models import Basket, StoredFile
from foundation.files.store import files_of
from foundation.files.waiting import HOURS, forget_old, waiting
from foundation.intake import tickets
from foundation.intake.codes import code_of
from foundation.intake.models import IntakeLimit
from foundation.workdays.clock import now
from liaison_stations.models import Letter, MailboxRule, ReceptionRecord
from liaison_stations.transitions.writer import most_photos
from tests.liaison_stations.citizen import LETTER, opens
from tests.liaison_stations.mailbox import WHEN, post
from tests.liaison_stations.receiving import NOW, station_of
from tests.liaison_stations.views.test_citizen import follows, jpeg


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


def test_photographs_of_a_word_added_later_wait_for_that_letter_alone(cast, net):
    (letter, code), (other, _) = post(to_station=net.qingshi), post(to_station=net.qingshi, token="other")
    client = Client()
    page = f"{follows(client, letter, code)}add/"
    token = hidden_token(client.get(page).text)
    unopened = hidden_token(client.get(page).text)
    assert "已保留的照片" not in client.get(page).text
    wrong = client.post(page, {"token": token, "text": " ", "photos": [jpeg()]})
    assert wrong.status_code == 422
    assert "不提交：路灯.jpg" in wrong.text
    (held,) = StoredFile.objects.all()
    assert Client().get(held.get_absolute_url()).status_code == 404

    # Neither another page of the letter nor another letter's page with the same token has it.
    assert "不提交：" not in client.post(page, {"token": unopened, "text": " "}).text
    stranger = Client()
    theirs = f"{follows(stranger, other, code_of('other'))}add/"
    assert "不提交：" not in stranger.post(theirs, {"token": token, "text": " "}).text

    assert client.post(page, {"token": token, "text": "拍到了。", "photos": [dark()]}).status_code == 302
    assert [kept.name for kept in files_of(letter, "photo")] == ["路灯.jpg", "夜里.jpg"]
    assert not files_of(other).exists()
    assert not Basket.objects.exists()


def test_a_photograph_left_out_of_a_word_goes_and_those_that_wait_count(cast, net):
    letter, code = post(to_station=net.qingshi)
    client = Client()
    page = f"{follows(client, letter, code)}add/"
    said = {"token": hidden_token(client.get(page).text)}
    client.post(page, {**said, "text": " ", "photos": [jpeg()]})
    (held,) = StoredFile.objects.all()
    most = most_photos(WHEN.date())
    MailboxRule.objects.filter(code="photos").update(amount=0)
    refused = client.post(page, {**said, "text": "拍到了。"})
    assert "一封信最多保留0张照片" in refused.text
    MailboxRule.objects.filter(code="photos").update(amount=most // 2)
    assert client.post(page, {**said, "text": "不寄了。", "drop": [held.pk]}).status_code == 302
    assert not StoredFile.objects.exists()


def test_a_sheet_chosen_at_the_desk_waits_for_this_clerk_and_the_newest_counts(cast, register, signed_in):
    station = station_of(cast, register)
    with time_machine.travel(NOW, tick=False):
        jiang = signed_in(cast.jiang)
        address = reverse("stations:desk", args=[station.pk])
        visit = {
            "token": "t1", "deputies": [register.lin.deputy.pk], "kind": "help", "title": "低保怎样申请",
            "text": "想申请低保。", "path": "street",
        }  # fmt: skip
        wrong = jiang.post(address, {**visit, "title": "", "sheet": jpeg()})
        assert "不登记：路灯.jpg" in wrong.text
        newer = jiang.post(address, {**visit, "title": "", "sheet": dark()})
        assert "不登记：夜里.jpg" in newer.text
        assert "路灯.jpg" not in newer.text
        false = SimpleUploadedFile("病毒.jpg", b"MZ\x90\x00" + b"\0" * 200, "image/jpeg")
        assert "不登记：夜里.jpg" in jiang.post(address, {**visit, "sheet": false}).text
        # Another clerk with the same token, and the tablet that keeps its own, leave nothing and find nothing.
        assert "不登记：" not in signed_in(cast.lin).post(address, {**visit, "title": ""}).text
        tablet = {"headers": {"Accept": "application/json"}}
        jiang.post(address, {**visit, "token": "t2", "title": "", "sheet": jpeg()}, **tablet)
        assert StoredFile.objects.count() == 1

        assert jiang.post(address, visit).status_code == 302
    kept = files_of(ReceptionRecord.objects.get()).get()
    assert (kept.name, kept.kind) == ("夜里.jpg", "sheet")
    assert not Basket.objects.exists()


def test_a_sheet_chosen_at_last_takes_the_place_of_the_one_that_waits(cast, register, signed_in):
    station = station_of(cast, register)
    with time_machine.travel(NOW, tick=False):
        jiang = signed_in(cast.jiang)
        address = reverse("stations:desk", args=[station.pk])
        visit = {"token": "t1", "deputies": [register.lin.deputy.pk], "kind": "help", "title": "低保", "text": "申请。"}
        jiang.post(address, {**visit, "path": "", "sheet": jpeg()})
        assert jiang.post(address, {**visit, "path": "street", "sheet": dark()}).status_code == 302
    assert StoredFile.objects.get().name == "夜里.jpg"
    assert not Basket.objects.exists()


def dark():
    """Another picture than `jpeg`."""
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "black").save(drawn, "JPEG")
    return SimpleUploadedFile("夜里.jpg", drawn.getvalue(), "image/jpeg")


def hidden_token(text):
    return re.search(r'name="token" value="([^"]+)"', text)[1]


def token_of(hidden):
    return tickets.read(hidden["ticket"], "letter_web", now()).token
