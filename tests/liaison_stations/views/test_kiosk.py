"""The touch screen: a letter in three touches, once, with nothing left behind; numbers that point to nobody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from liaison_stations.models import Letter, ReceptionSlot, SlotTurn
from liaison_stations.states import Channel, LetterState
from liaison_stations.transitions.group_matters import group_matters
from liaison_stations.transitions.publish_letter import publish_letter
from tests.liaison_stations.letters_road import LATER
from tests.liaison_stations.mailbox import placed
from tests.liaison_stations.transitions.test_publish_letter import CHECKED, WORDS

WRITTEN = {
    "matter": "路灯照明", "place": "桥头村二组", "text": "已经坏了很久，没有人来修。", "kind": "opinion", "agree": "on",
}  # fmt: skip


@pytest.fixture
def screen(net, client):
    """The screen of 青石镇's station: `screen(page)` is its address."""
    return lambda page="": reverse(f"stations:kiosk{page}", args=[net.qingshi.code])


def opened(client, address, travel):
    """The ticket of a form that has been open long enough."""
    ticket = client.get(address).context["ticket"].text
    travel(timezone.now() + timedelta(seconds=30))
    return ticket


@pytest.fixture
def travel(time_machine):
    return lambda moment: time_machine.move_to(moment, tick=True)


def test_a_letter_in_three_touches(client, screen, net, travel):
    ticket = opened(client, screen("-write"), travel)
    response = client.post(screen("-write"), {**WRITTEN, "ticket": ticket})

    letter = Letter.objects.get()
    assert response.status_code == 200
    assert (letter.channel, letter.to_station) == (Channel.KIOSK, net.qingshi)
    assert (letter.title, letter.text) == ("桥头村二组路灯照明", "桥头村二组，路灯照明：已经坏了很久，没有人来修。")
    code = response.context["code"]
    assert code in response.text
    assert str(letter) in response.text
    assert Letter.objects.opened_by(letter.number, code) == letter
    assert "no-store" in response["Cache-Control"]

    # A second touch on the key sends nothing twice, and no page afterwards knows the code.
    again = client.post(screen("-write"), {**WRITTEN, "ticket": ticket})
    assert again.context["code"] == code
    assert Letter.objects.count() == 1
    assert all(code not in client.get(screen(page)).text for page in ("", "-write", "-deputies", "-matters"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"matter": ""}, "请选择反映什么事"),
        ({"text": " "}, "请说明具体情况"),
        ({"agree": ""}, "请先阅读告知内容"),
        ({"kind": "help"}, "请留下电话"),
        ({"phone": "12"}, "请核对电话号码"),
        ({"matter": "<script>alert(1)</script>"}, "请选择反映什么事"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, screen, travel, changes, told):
    ticket = opened(client, screen("-write"), travel)
    response = client.post(screen("-write"), {**WRITTEN, **changes, "ticket": ticket})

    assert response.status_code == 422
    assert told in response.text
    assert "桥头村二组" in response.text
    assert "<script>alert" not in response.text
    assert not Letter.objects.exists()


def test_a_forged_or_hurried_form_is_sent_once_more(client, screen):
    forged = client.post(screen("-write"), {**WRITTEN, "ticket": "forged"})
    assert forged.status_code == 422
    assert WRITTEN["text"] in forged.text
    hurried = client.post(screen("-write"), {**WRITTEN, "ticket": forged.context["ticket"].text})
    assert hurried.status_code == 422
    assert "内容已保留" in hurried.text
    assert WRITTEN["text"] in hurried.text
    assert not Letter.objects.exists()


def test_numbers_that_could_point_to_somebody_are_not_told(client, screen, net):
    for number in range(3):
        placed(
            LetterState.ACCEPTED,
            to_station=net.qingshi,
            title="柳河路路灯",
            text=f"柳河路路灯坏了{number}天，晚上漆黑。",
        )
    placed(
        LetterState.ACCEPTED, to_station=net.qingshi, title="房产证办不下来", text="开发商一直不给办理房产证，请帮忙。"
    )
    Letter.objects.update(posted_at=timezone.now())
    group_matters(at=timezone.now() + timedelta(minutes=1))

    page = client.get(screen("-matters")).text
    assert "3件，已答复0件" in page
    assert "房产证" not in page
    assert "柳河路" not in page


def test_published_letters_stand_with_their_answers_and_others_do_not(client, screen, cast, road):
    letter = road.answered(public_wish=True)
    assert "三盏路灯已经修好" not in client.get(screen("-matters")).text
    publish_letter(letter, by=cast.he, at=LATER, **WORDS, **CHECKED)
    page = client.get(screen("-matters")).text
    assert WORDS["title"] in page
    assert "三盏路灯已经修好" in page


def test_the_screen_stands_at_open_stations_alone(client, net):
    for station, status in ((net.qingshi, 200), (net.planned, 404)):
        for page in ("", "-write", "-deputies", "-matters"):
            assert client.get(reverse(f"stations:kiosk{page}", args=[station.code])).status_code == status
    screen = client.get(reverse("stations:kiosk-deputies", args=[net.qingshi.code])).text
    assert "今天没有安排接待" in screen
    assert "林晓梅" in client.get(reverse("stations:kiosk-deputies", args=[net.qingshi.code])).text


def test_no_page_leads_out_of_the_screen(client, screen):
    for page in ("", "-write", "-deputies", "-matters"):
        text = client.get(screen(page)).text
        links = re.findall(r'<a [^>]*href="([^"]*)"', text)
        assert all(link.startswith(("#", screen())) for link in links), links


def test_who_receives_today_stands_first(client, net, register):
    start = timezone.localtime().replace(hour=9, minute=0)
    slot = ReceptionSlot.objects.create(
        station=net.qingshi, planned_on=timezone.localdate(start), starts_at=start, ends_at=start + timedelta(hours=2),
        place="接待室", arranged_at=start,
    )  # fmt: skip
    SlotTurn.objects.create(slot=slot, deputy=register.zhou.deputy)

    page = client.get(reverse("stations:kiosk-deputies", args=[net.qingshi.code])).text
    assert "今天没有安排接待" not in page
    assert page.index("周建国") < page.index("林晓梅")


def test_the_keeper_reads_where_the_screen_stands(cast, net, signed_in):
    address = reverse("stations:kiosk", args=[net.qingshi.code])
    assert address in signed_in(cast.jiang).get(net.qingshi.get_absolute_url()).text
    assert address not in signed_in(cast.lin).get(net.qingshi.get_absolute_url()).text
