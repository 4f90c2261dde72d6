"""The pages of letters on the desks of the house: what is typed is kept, one cost at any size, nobody sees too much."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.privacy.models import Reveal
from liaison_stations.models import Letter, LetterGround, PublicLetter
from liaison_stations.states.handling import LetterCheck
from tests.foundation.files.samples import picture, upload
from tests.liaison_stations.letters_road import LATER


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(LATER):
        yield


def cost(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_letter_goes_its_way_through_the_pages(road, cast, signed_in):
    letter = road.posted()
    he, feng = signed_in(cast.he), signed_in(cast.feng)
    shown = he.get(letter.get_absolute_url()).content.decode()
    assert "路灯不亮" in shown
    assert "甲**" in shown
    assert "13912345678" not in shown.split("来信人</h2>")[1]
    he.post(page("accept-letter", letter.pk), {"version": letter.version})
    wrong = he.post(page("transfer-letter", letter.pk), {"note_text": "请尽快核实。"})
    assert (wrong.status_code, "请尽快核实" in wrong.content.decode()) == (422, True)
    assert feng.get(letter.get_absolute_url()).status_code == 404
    he.post(page("transfer-letter", letter.pk), {"unit": cast.transport.pk, "note_text": "请尽快核实。"})
    assert "请尽快核实" in feng.get(letter.get_absolute_url()).content.decode()
    file = upload("现场.png", picture("PNG"))
    feng.post(page("reply-letter", letter.pk), {"reply": "修好三盏。", "files": [file]})
    assert "修好三盏。" in he.get(page("answer-letter", letter.pk)).content.decode()
    he.post(page("answer-letter", letter.pk), {"answer_kind": "solved", "answer": "修好三盏。"})
    letter.refresh_from_db()
    assert (letter.state, letter.answer_kind) == ("answered", "solved")
    assert he.post(page("answer-letter", letter.pk), {"answer_kind": "solved", "answer": "再答。"}).status_code == 409


def test_a_unit_that_sends_it_back_finds_its_list_again(road, cast, signed_in):
    letter = road.with_transport()
    answer = signed_in(cast.feng).post(page("return-letter", letter.pk), {"reason": "由镇里负责。"})
    assert answer.url == page("letters")


def test_whose_phone_it_is_costs_a_purpose_and_leaves_a_trace(road, cast, signed_in):
    letter = road.with_lin()
    address = reverse("privacy:reveal", args=["liaison_stations.letterwriter", letter.pk, "phone"])
    lin = signed_in(cast.lin)
    assert lin.post(address, {"purpose": ""}).status_code in (200, 422)
    assert not Reveal.objects.exists()
    assert "13912345678" in lin.post(address, {"purpose": "就路灯情况联系来信人"}).content.decode()
    assert Reveal.objects.get().by == cast.lin
    assert signed_in(cast.zhao).get(address).status_code == 404


def test_the_queue_costs_the_same_for_one_and_for_three(road, cast, signed_in):
    he = signed_in(cast.he)
    road.posted()
    one = cost(he, page("letters"))
    road.with_lin(to_station=None, to_deputy=road.register.lin.deputy)
    road.with_transport(to_station=None, area=road.net.village)
    assert cost(he, page("letters")) == one
    assert cost(he, f"{page('letters')}?state=all&kind=help") <= one + 1


def test_the_page_of_a_letter_costs_the_same_for_a_long_thread(road, cast, signed_in):
    he, letter = signed_in(cast.he), road.answered()
    url = letter.get_absolute_url()
    one = cost(he, url)
    he.post(page("note-letter", letter.pk), {"words": "电话回访过。"})
    assert cost(he, url) == one


def test_the_ground_has_to_be_chosen(road, cast, signed_in):
    letter, he = road.posted(), signed_in(cast.he)
    shown = he.post(page("redirect-letter", letter.pk), {"words": "请带好材料。"})
    assert (shown.status_code, "请带好材料" in shown.content.decode()) == (422, True)
    he.post(page("redirect-letter", letter.pk), {"ground": LetterGround.objects.get(code="lawsuit").pk})
    assert Letter.objects.get().state == "redirected"


def test_a_call_is_entered_once_and_its_code_told(road, cast, signed_in):
    jiang = signed_in(cast.jiang)
    form = jiang.get(page("enter-letter"))
    token = form.context["form"]["token"].value()
    words = {
        "token": token,
        "channel": "phone",
        "kind": "enquiry",
        "title": "咨询接待日",
        "text": "代表什么时候接待群众？",
    }
    assert jiang.post(page("enter-letter"), words).status_code == 422
    words |= {"to_station": road.net.qingshi.pk, "phone": "13912345678", "public_wish": "on"}
    for _ in range(2):
        told = jiang.post(page("enter-letter"), words, follow=True).content.decode()
        assert "查询码" in told
    letter = Letter.objects.get()
    assert (letter.channel, letter.public_wish, letter.writer.phone) == ("phone", True, "13912345678")


def test_made_public_by_the_page_and_read_by_everybody(road, cast, signed_in, client):
    letter, he = road.answered(public_wish=True), signed_in(cast.he)
    shown = he.get(page("publish-letter", letter.pk))
    words = {name: shown.context["form"][name].value() for name in ("title", "text", "answer")}
    assert "139****5678" in words["text"]
    ticks = {f"check-{point}": "on" for point in LetterCheck}
    assert he.post(page("publish-letter", letter.pk), {**words, "text": "改写了。", **ticks}).status_code == 422
    he.post(page("publish-letter", letter.pk), {**words, **ticks})
    assert PublicLetter.objects.published().count() == 1
    for url in (page("answered-letters"), page("answered-letter", letter.pk)):
        read = client.get(url).content.decode()
        assert "路灯" in read
        assert not any(secret in read for secret in ("13912345678", "甲某某"))
    he.post(page("unpublish-letter", letter.pk), {"reason": "来信人要求。"})
    assert client.get(page("answered-letter", letter.pk)).status_code == 404


def test_erased_on_the_writers_word(road, cast, signed_in):
    letter, he = road.answered(), signed_in(cast.he)
    assert he.get(page("erase-letter", letter.pk)).status_code == 409
    Letter.objects.filter(pk=letter.pk).update(erasure_asked_at=LATER, state="closed")
    he.post(page("erase-letter", letter.pk), {"reason": "来信人申请删除。"})
    gone = he.get(letter.get_absolute_url())
    assert (gone.status_code, "路灯" in gone.content.decode()) == (200, False)
