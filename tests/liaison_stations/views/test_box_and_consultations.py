"""The pages of the opinion box and of the monthly consultation."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liaison_stations.models import BoxOpening, BoxSlip, Consultation
from tests.foundation.files.samples import picture, upload
from tests.liaison_stations.letters_road import AT


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


def cost(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_box_is_opened_confirmed_and_entered(cast, net, signed_in):
    jiang, wei = signed_in(cast.jiang), signed_in(cast.wei)
    with time_machine.travel(AT):
        words = {"station": net.qingshi.pk, "opened_at": "2026-03-02T08:30", "opened_with": cast.wei.pk, "slips": "2"}
        assert jiang.post(page("open-box"), {**words, "slips": "-1"}).status_code == 422
        assert jiang.post(page("open-box"), words).status_code == 302
        opening = BoxOpening.objects.get()
        wei.post(page("confirm-opening", opening.pk))
        form = jiang.get(page("enter-slip", opening.pk)).context["form"]
        slip = {"token": form["token"].value(), "kind": "opinion", "title": "站台", "text": "站台没有雨棚，等车不便。"}
        wrong = jiang.post(page("enter-slip", opening.pk), slip)
        assert (wrong.status_code, "等车不便" in wrong.content.decode()) == (422, True)
        scan = upload("来件.png", picture("PNG"))
        one = cost(jiang, page("boxes"))
        told = jiang.post(page("enter-slip", opening.pk), {**slip, "phone": "13912345678", "scan": scan}, follow=True)
        assert "查询码" in told.content.decode()
        scan = upload("空白.png", picture("PNG"))
        jiang.post(page("set-slip-aside", opening.pk), {"reason": "空白纸。", "scan": scan})
        assert [slip.outcome for slip in BoxSlip.objects.all()] == ["letter", "set_aside"]
        assert "已全部录入" in jiang.get(opening.get_absolute_url()).content.decode()
        jiang.post(page("open-box"), {**words, "opened_at": "2026-03-02T08:40"})
        assert cost(jiang, page("boxes")) == one


@pytest.fixture
def letters(road):
    return [road.with_lin(), road.with_transport()]


def test_a_consultation_from_its_agenda_to_its_end(cast, letters, signed_in):
    he, feng = signed_in(cast.he), signed_in(cast.feng)
    with time_machine.travel(AT):
        form = he.get(page("plan-consultation")).context["form"]
        assert form.initial["held_on"] == date(2026, 3, 16)
        he.post(page("plan-consultation"), {"held_on": "2026-03-16", "letters": [letter.pk for letter in letters]})
        meeting = Consultation.objects.get()
        one = cost(he, meeting.get_absolute_url())
        he.post(page("add-consultation-item", meeting.pk), {"topic": "老旧小区停车"})
        assert cost(he, meeting.get_absolute_url()) == one
        he.post(page("drop-item", meeting.items.last().pk))
    with time_machine.travel(AT + timedelta(days=14)):
        attended = {"chair": cast.qian.pk, "attendees": ""}
        assert he.post(page("hold-consultation", meeting.pk), attended).status_code == 422
        he.post(page("hold-consultation", meeting.pk), {**attended, "attendees": "林晓梅代表、区交通局"})
        first, second = meeting.items.all()
        decided = {"decision": "unit", "words": "现场核实。", "unit": cast.transport.pk, "due_on": "2026-04-01"}
        he.post(page("decide-item", first.pk), decided)
        he.post(page("decide-item", second.pk), {"decision": "next", "words": "下次再研究。"})
        assert feng.get(first.get_absolute_url()).status_code == 404
        he.post(page("issue-minutes", meeting.pk))
        assert "现场核实" in feng.get(first.get_absolute_url()).content.decode()
        assert feng.get(meeting.get_absolute_url()).status_code == 404
        answer = feng.post(page("settle-item", first.pk), {"outcome": "已修好。"})
        assert answer.url == first.get_absolute_url()
        meeting.refresh_from_db()
        assert meeting.state == "closed"
        assert he.get(page("consultations")).status_code == 200
