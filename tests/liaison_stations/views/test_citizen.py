"""The citizen's pages: write, receipt, look up, follow, and every way of doing it wrong loses nothing."""

import json
import re
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from foundation.files.store import files_of
from foundation.intake.codes import code_of
from foundation.intake.models import Consent, IntakeLimit
from liaison_stations.models import Letter
from liaison_stations.states import EventKind
from liaison_stations.transitions._letter import say
from tests.foundation.intake.working import solved
from tests.liaison_stations.citizen import LETTER, fields_of, opens, writes
from tests.liaison_stations.mailbox import WHEN, WRITER, answered, post

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _little_work(db):
    """The suite is no browser: a hundred hashes prove the same as two hundred thousand."""
    IntakeLimit.objects.filter(key="letter_web").update(work=100, most_work=6400)
    IntakeLimit.objects.filter(key="letter_lookup").update(most_work=6400)


def follows(client, letter, code):
    """Looks the letter up as its writer."""
    answer = client.post(
        "/letters/look-up/", {**opens(client, "/letters/look-up/"), "number": letter.number, "code": code}
    )
    assert answer.status_code == 302, answer.text
    return answer["Location"]


def jpeg(**facts):
    drawn = BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (30.0, 11.0, 5.0), 3: "E", 4: (120.0, 1.0, 2.0)}
    Image.new("RGB", (40, 30), "green").save(drawn, "JPEG", exif=exif)
    return SimpleUploadedFile("路灯.jpg", drawn.getvalue(), "image/jpeg")


def test_from_the_form_to_the_receipt_and_back_by_number_and_code(cast, net):
    client = Client()
    photo, contact = jpeg(), {"name": "秦晓月", "phone": "139-1234-5678", "consent_contact": "on"}
    sent = writes(client, net.qingshi, photos=photo, place="桥头东侧", **contact)
    letter = Letter.objects.with_names().get()
    assert (sent.status_code, sent["Location"]) == (302, "/letters/receipt/")
    assert (letter.channel, letter.writer.phone, letter.place) == ("web", "13912345678", "桥头东侧")
    kept = files_of(letter).get()
    receipt = client.get("/letters/receipt/")
    code = re.search(r"data-code>([0-9A-Z-]{9})<", receipt.text)[1]
    assert "信〔2026〕" in receipt.text
    assert "no-store" in receipt["Cache-Control"]
    assert set(Consent.objects.values_list("text__purpose", flat=True)) == {"letter", "letter_contact"}
    # Somebody else's browser finds neither receipt nor letter.
    other = Client()
    assert other.get("/letters/receipt/")["Location"] == "/letters/look-up/"
    page = f"/letters/{letter.number}/"
    assert other.get(page)["Location"].startswith("/letters/look-up/")
    assert follows(other, letter, code.lower().replace("-", " ")) == page
    shown = other.get(page)
    assert all(word in shown.text for word in (letter.title, "13912345678", "桥头东侧", "已经收到", "路灯.jpg"))
    drawn = Image.open(BytesIO(b"".join(other.get(f"{page}photos/{kept.pk}/").streaming_content)))
    assert not drawn.getexif()
    assert Client().get(f"{page}photos/{kept.pk}/").status_code == 302
    assert Client().get(kept.get_absolute_url()).status_code == 404
    copy = json.loads(other.get(f"{page}data/").text)
    assert (copy["正文"], copy["电话"], len(copy["同意"])) == (letter.text, "13912345678", 2)
    other.post("/letters/leave/")
    assert other.get(page).status_code == 302


def test_a_double_click_or_a_resend_shows_the_same_receipt(cast, net):
    client = Client()
    post_ = {**LETTER, "station": net.qingshi.pk, **opens(client)}
    answers = [client.post("/letters/write/", post_) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302] * 3
    assert Letter.objects.count() == 1


def test_the_form_knows_its_addressee_and_its_choices(cast, register, net):
    client = Client()
    page = client.get(f"/letters/write/?station={net.qingshi.code}").text
    assert re.search(rf'<option value="{net.qingshi.pk}" selected', page)
    assert 'value="station" required' in page or "checked" in page
    assert net.planned.address not in page
    assert 'optgroup label="青石镇' in page
    assert client.get("/letters/write/?station=nonsense&deputy=nobody").status_code == 200
    placed = client.post("/letters/write/", {**LETTER, **opens(client), "whom": "area", "area": net.village.pk})
    assert (placed.status_code, Letter.objects.get().area) == (302, net.village)
    to = client.post("/letters/write/", {**LETTER, **opens(client), "whom": "deputy", "deputy": register.lin.deputy.pk})
    assert to.status_code == 302
    assert Letter.objects.latest("pk").to_deputy == register.lin.deputy


WRONG = (
    ({"whom": "", "station": ""}, "请选择一项"),
    ({"station": "999999"}, "不在可选范围内"),
    ({"station": "x' OR 1=1"}, "不在可选范围内"),
    ({"whom": "deputy"}, "请选择代表"),
    ({"title": " "}, "请填写这一项"),
    ({"text": "路灯"}, "不少于10字"),
    ({"text": "灯" * 3001}, "最多3000字"),
    ({"kind": "help"}, "请留下电话或者邮箱"),
    ({"phone": "12"}, "电话号码不完整"),
    ({"email": "a@"}, "邮箱地址不完整"),
    ({"name": "秦晓月"}, "请勾选同意"),
    ({"consent": ""}, "请阅读上面的说明"),
    ({"text": "我的身份证号是110101199003074514，请帮我查。"}, "建议删去"),
    ({"latitude": "north", "longitude": "1"}, "请填写数字"),
)


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(cast, net):
    client = Client()
    for changes, sentence in WRONG:
        wrong = writes(client, net.qingshi, place="不能丢的地点", **changes)
        assert (wrong.status_code, sentence in wrong.text) == (422, True), changes
        assert "不能丢的地点" in wrong.text
        # The work is done already and is not asked for again.
        assert re.search(r'name="solution" value="[^"]+"', wrong.text)
    assert not Letter.objects.exists()


def test_a_number_may_stay_where_its_writer_wants_it(cast, net):
    words = "我的身份证号是110101199003074514，请帮我查。"
    assert writes(Client(), net.qingshi, text=words, keep_numbers="on").status_code == 302


FALSE = (
    ("路灯.jpg", b"MZ\x90\x00" + b"\0" * 200, "不是可识别的图片"),
    ("路灯.exe", b"MZ\x90\x00" + b"\0" * 200, "不能上传这种格式"),
    ("路灯.jpg", b"", "空"),
    ("大.jpg", b"\xff\xd8\xff\xe0" + b"\0" * (50 * 1024 * 1024), "MB"),
)


def test_a_false_empty_or_huge_photograph_is_told_and_loses_nothing(cast, net):
    for name, content, sentence in FALSE:
        wrong = writes(Client(), net.qingshi, photos=SimpleUploadedFile(name, content, "image/jpeg"))
        assert (wrong.status_code, sentence in wrong.text) == (422, True), sentence
        assert "桥头路灯不亮" in wrong.text
        assert "不寄出" not in wrong.text
    assert not Letter.objects.exists()


def test_a_script_in_every_field_stays_text(cast, net):
    client = Client()
    words = dict.fromkeys(("title", "text", "place", "name", "address"), f"{SCRIPT}请修路灯，夜里走路不安全")
    assert writes(client, net.qingshi, consent_contact="on", **words).status_code == 302
    letter = Letter.objects.get()
    for page in ("/letters/receipt/", f"/letters/{letter.number}/", f"/letters/{letter.number}/add/"):
        assert SCRIPT not in client.get(page).text
    assert SCRIPT in json.loads(client.get(f"/letters/{letter.number}/data/").text)["标题"]
    wrong = writes(Client(), net.qingshi, **{**words, "whom": SCRIPT, "kind": SCRIPT, "phone": SCRIPT, "email": SCRIPT})
    assert wrong.status_code == 422
    assert SCRIPT not in wrong.text
    assert client.get("/letters/look-up/", {"number": SCRIPT}).text.count(SCRIPT) == 0


def test_an_old_a_forged_and_a_foreign_page_lose_nothing(cast, net):
    guarded = Client(enforce_csrf_checks=True)
    hidden = opens(guarded)
    foreign = guarded.post("/letters/write/", {**LETTER, "station": net.qingshi.pk, **hidden})
    forged = writes(Client(), net.qingshi, ticket="forged")
    for answer, status in ((foreign, 403), (forged, 422)):
        assert (answer.status_code, Letter.objects.count()) == (status, 0)
        assert "内容已保留" in answer.text
        assert "桥头村口三盏路灯" in answer.text
    # The page that came back can be sent.
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', foreign.text)[1]
    back = {"csrfmiddlewaretoken": token, "ticket": fields_of(foreign.text)["ticket"], "solution": hidden["solution"]}
    assert guarded.post("/letters/write/", {**LETTER, "station": net.qingshi.pk, **back}).status_code == 302


def test_one_flooding_address_is_slowed_while_others_are_served(cast, net):
    flood = {"REMOTE_ADDR": "203.0.113.66"}
    client = Client()
    early = [opens(client, **flood) for _ in range(8)]
    letter = {**LETTER, "station": net.qingshi.pk}
    answers = [client.post("/letters/write/", {**letter, **hidden}, **flood) for hidden in early]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429] * 3
    assert "短时间内提交较多" in answers[-1].text
    assert answers[-1]["Retry-After"]
    # Dearer, and not shut: the page that came back asks for twice the work, and takes it.
    again = fields_of(answers[-1].text)
    dear = {"ticket": again["ticket"], "solution": solved(again["challenge"])}
    assert client.post("/letters/write/", {**letter, **dear}, **flood).status_code == 302
    assert "同一网络地址短时间来信多" in Letter.objects.latest("pk").spam_reasons
    # Others notice nothing.
    assert writes(Client(), net.qingshi, REMOTE_ADDR="203.0.113.67").status_code == 302


def test_without_a_script_a_short_wait_does(cast, net):
    client = Client()
    with time_machine.travel(WHEN, tick=False) as clock:
        hidden = {"ticket": opens(client)["ticket"]}
        early = client.post("/letters/write/", {**LETTER, "station": net.qingshi.pk, **hidden})
        assert (early.status_code, "20秒后" in early.text) == (422, True)
        clock.shift(20)
        assert client.post("/letters/write/", {**LETTER, "station": net.qingshi.pk, **hidden}).status_code == 302


def test_guessing_reveals_nothing_and_grows_dear(cast, net):
    letter, code = post(to_station=net.qingshi)
    client = Client()

    def guess(number, typed, **extra):
        form = {**opens(client, "/letters/look-up/"), "number": number, "code": typed}
        return client.post("/letters/look-up/", form, **extra)

    wrong, unknown = guess(letter.number, "AAAA-AAAA"), guess("2026-999999", "AAAA-AAAA")
    said = [re.search(r'role="alert".*?</div>', answer.text, re.DOTALL)[0] for answer in (wrong, unknown)]
    assert said[0] == said[1]
    assert wrong.status_code == unknown.status_code == 422
    for _ in range(6):
        guess(letter.number, "BBBB-BBBB")
    cheap = {"ticket": fields_of(client.get("/letters/look-up/", REMOTE_ADDR="203.0.113.9").text)["ticket"]}
    stopped = client.post("/letters/look-up/", {**cheap, "number": letter.number, "code": "CCCC-CCCC"})
    assert stopped.status_code == 429
    # Work is for one guess; the writer, wherever he is, gets in.
    worked = opens(client, "/letters/look-up/")
    tries = [client.post("/letters/look-up/", {**worked, "number": letter.number, "code": "DDDD"}) for _ in range(2)]
    assert [answer.status_code for answer in tries] == [422, 429]
    assert guess(letter.number, code).status_code == 302


def test_the_writer_answers_rates_and_asks_again(cast, net):
    client, (letter, code) = Client(), post(to_station=net.qingshi)
    page = follows(client, letter, code)
    say(letter, EventKind.ASKED, "是哪三盏？", by=cast.jiang, at=WHEN, speaker="青石镇联络站")
    say(letter, EventKind.NOTE, "内部意见", by=cast.jiang, at=WHEN, public=False)
    Letter.objects.update(asked_at=WHEN)
    shown = client.get(page).text
    assert "是哪三盏？" in shown
    assert "请您补充" in shown
    assert "内部意见" not in shown
    assert client.post(f"{page}add/", {"text": " "}).status_code == 422
    assert client.post(f"{page}add/", {"text": "东侧三盏。"}).status_code == 302
    assert client.get(f"{page}rate/").status_code == 409
    other = answered(to_station=net.qingshi, token="rated")
    page = follows(client, other, code_of("rated"))
    assert client.post(f"{page}rate/", {}).status_code == 422
    assert client.post(f"{page}rate/", {"rating": "5", "words": "很快"}).status_code == 302
    assert client.post(f"{page}rate/", {"rating": "1"}).status_code == 409
    assert "5分" in client.get(page).text
    assert client.post(f"{page}forget/").status_code == 302
    assert WRITER.phone not in client.get(page).text
    assert client.post(f"{page}not-public/").status_code == 409
    assert client.post(f"{page}erase/", {"reason": "不想留"}).status_code == 302
    assert "正在办理" in client.get(page).text


def test_public_pages_lead_to_the_letter(cast, net):
    page = Client().get(f"/z/{net.qingshi.code}/").text
    assert f"/letters/write/?station={net.qingshi.code}" in page
    assert "/letters/write/" not in Client().get(f"/z/{net.planned.code}/").text


def test_a_page_costs_the_same_whatever_was_said(cast, net):
    client, (letter, code) = Client(), post(to_station=net.qingshi)
    page = follows(client, letter, code)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    say(letter, EventKind.NOTE, "一", by=cast.jiang, at=WHEN)
    cost()
    one = cost()
    for _ in range(3):
        say(letter, EventKind.SAID, "又一句", by=None, at=WHEN)
    assert cost() == one <= 16
