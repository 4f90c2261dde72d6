"""The restricted list as somebody hostile tries it: every role, every door."""

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from foundation.accounts.models import Substitute
from foundation.audit.models import Event
from foundation.deadlines.feeding import calendar_of
from foundation.deadlines.models import Deadline
from foundation.files.models import StoredFile
from supervision.models import Clue, ClueReader
from supervision.transitions.problems import find_problem
from tests.supervision import clue_hand as hand
from tests.supervision.clue_hand import AT

WORDS = ("密线索号", "贾甲", "易乙丙", "2026-001")
HOUSE = ("xu", "gao", "qian")
OUTSIDE = ("lin", "wu", "wei", "shen", "han", "yang")


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


@pytest.fixture
def staffed(cast):
    hand.staff(cast)
    return cast


def found(cast):
    words = {"title": "标线不清", "source_words": "执法检查", "committee": cast.urban_committee}
    return find_problem(**words, by=cast.fang, at=AT)


def pdf():
    return SimpleUploadedFile("贾甲的材料.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")


def test_the_whole_way_through_the_pages(staffed, register, signed_in):
    cast = staffed
    fang, he, zhao = signed_in(cast.fang), signed_in(cast.he), signed_in(cast.zhao)
    problem = found(cast)
    shown = fang.get(problem.get_absolute_url()).text
    address = f"{page('register-clue')}?from=supervision.problem:{problem.pk}"
    assert address in shown.replace("&amp;", "&")
    form = {"origin": "problem", "summary": hand.SUMMARY, "text": hand.TEXT, "persons": hand.PERSONS}
    kept = fang.post(address, {**form, "text": ""})
    assert (kept.status_code, hand.SUMMARY in kept.text) == (422, True)
    fang.post(address, form)
    clue = Clue.objects.get()
    assert "问题线索2026-001" in fang.get(problem.get_absolute_url()).text
    listed = he.get(page("clues")).text
    assert ("贾*" in listed, "密线索号" in listed, "贾甲" in listed) == (True, False, False)
    assert "问题线索2026-001" in he.get("/desk/").text
    assert "问题线索2026-001" not in fang.get("/desk/").text
    opened = he.get(clue.get_absolute_url())
    assert (hand.TEXT in opened.text, opened.headers["Cache-Control"]) == (True, "private, no-store")
    he.post(page("examine-clue", clue.pk), {"proposes_handing": "1", "text": "具体。", "version": "1"})
    zhao.post(page("approve-clue", clue.pk), {"text": "同意。", "version": "2"})
    handing = {"recipient": hand.commission().pk, "document_number": "示人常函〔2026〕5号", "handed_on": "2026-03-02"}
    fang.post(page("hand-clue", clue.pk), {**handing, "version": "3"})
    paper = Document(BytesIO(fang.get(page("clue-paper", clue.pk)).content))
    text = "\n".join(line.text for line in paper.paragraphs)
    assert not [word for word in ("关于移送问题线索的函", "贾甲", "示人常函〔2026〕5号") if word not in text]
    receipt = {"received_on": "2026-03-02", "receipt_number": "1号", "receiver": "辛签", "version": "4"}
    fang.post(page("receive-clue", clue.pk), receipt)
    fang.post(page("accept-clue", clue.pk), {"text": "已受理。", "version": "5"})
    he.post(page("answer-clue", clue.pk), {"text": "已立案。", "version": "6"})
    he.post(page("close-clue", clue.pk), {"text": "完善制度。", "version": "7"})
    clue.refresh_from_db()
    assert clue.state == "closed"
    assert "何敏" in signed_in(cast.luo).get(clue.get_absolute_url()).text


def test_everybody_else_finds_nothing_behind_any_door(staffed, register, signed_in):
    cast = staffed
    problem = found(cast)
    clue = hand.registered(cast, source=problem, origin="problem", files=[pdf()])
    file = StoredFile.objects.get()
    for name in (*HOUSE, *OUTSIDE):
        user = getattr(cast, name)
        _tries_every_door(name, user, signed_in(user), clue, problem, file)


def _tries_every_door(name, user, client, clue, problem, file):
    for step in ("clue", "clue-paper", "amend-clue", "approve-clue", "hand-clue"):
        assert client.get(page(step, clue.pk)).status_code == 404, (name, step)
    assert client.post(page("examine-clue", clue.pk), {"text": "改", "proposes_handing": "1"}).status_code == 404
    for door in ("clues", "clues-waiting"):
        assert client.get(page(door)).status_code == (200 if name in HOUSE else 403), name
    for door in ("register-clue", "clue-readers", "name-clue-reader"):
        assert client.get(page(door)).status_code == 403, (name, door)
    assert client.get(file.get_absolute_url()).status_code == 404
    doors = ["/desk/", f"{page('clues')}?q=密线索号&format=csv", page("clues-waiting"), problem.get_absolute_url()]
    doors += [reverse("deadlines:mine"), reverse("notices:inbox"), f"{reverse('workbench:search')}?q=密线索号"]
    if user.is_staff:
        models = ("audit_event", "deadlines_deadline", "deadlines_reminder", "files_storedfile", "notices_outboxmail")
        doors += [reverse(f"admin:{model}_changelist") for model in models]
    for door in doors:
        text = client.get(door).text.replace("q=密线索号", "").replace('value="密线索号"', "").replace("“密线索号”", "")
        # The audit administrator reads that something was opened, by number.
        words = WORDS[:3] if name == "yang" else WORDS
        assert not [word for word in words if word in text], (name, door)
    assert "线索" not in calendar_of(user).decode().replace("\r\n ", "")
    derivation = client.get(reverse("deadlines:derivation", args=[Deadline.objects.of(clue).get().pk]))
    assert derivation.status_code == (200 if name in ("gao", "shen") else 404)
    assert not [word for word in (*WORDS, "方芳") if word in derivation.text]


def test_a_substitute_of_the_chair_or_of_a_handler_opens_nothing(staffed, signed_in):
    cast = staffed
    clue = hand.registered(cast)
    for principal in (cast.zhao, cast.he):
        assert "2026-001" in signed_in(principal).get(page("clues")).text
        signed_in(principal).get("/desk/")
        until = AT.date() + timedelta(days=5)
        Substitute.objects.create(principal=principal, substitute=cast.xu, from_date=AT.date(), until_date=until)
        client = signed_in(cast.xu)
        client.post(reverse("accounts:act_for", args=[principal.pk]))
        assert client.get(clue.get_absolute_url()).status_code == 404
        assert client.get(page("clue-readers")).status_code == 403
        assert "2026-001" not in client.get(page("clues")).text
        assert "2026-001" not in client.get("/desk/").text


def test_every_opening_is_on_the_trail_and_a_reader_takes_no_step(staffed, signed_in):
    cast = staffed
    clue = hand.registered(cast, files=[pdf()])
    luo = signed_in(cast.luo)
    assert hand.TEXT in luo.get(clue.get_absolute_url()).text
    assert luo.get(page("amend-clue", clue.pk)).status_code == 403
    file = StoredFile.objects.get()
    assert "贾甲" not in file.name
    assert luo.get(file.get_absolute_url()).status_code == 200
    fang = signed_in(cast.fang)
    assert hand.TEXT in fang.get(page("amend-clue", clue.pk)).text
    trail = Event.objects.filter(verb__in=("supervision.open_clue", "files.download")).order_by("pk")
    assert [(event.actor.name, event.verb) for event in trail] == [
        ("罗平", "supervision.open_clue"),
        ("罗平", "files.download"),
        ("方芳", "supervision.open_clue"),
    ]
    log = signed_in(cast.yang).get(f"{reverse('admin:audit_event_changelist')}?room=supervision.open_clue").text
    assert ("问题线索2026-001" in log, "罗平" in log, "密线索号" in log) == (True, True, False)


def test_the_chair_names_and_ends(cast, signed_in):
    zhao = signed_in(cast.zhao)
    form = {"user": cast.he.pk, "duty": "handle", "reason": "主任会议分工", "from_date": "2026-03-02"}
    assert "请选择" in zhao.post(page("name-clue-reader"), {**form, "user": cast.shen.pk}).text
    zhao.post(page("name-clue-reader"), form)
    reader, he = ClueReader.objects.get(), signed_in(cast.he)
    assert "主任会议分工" in he.get(page("clue-readers")).text
    assert he.post(page("end-clue-reader", reader.pk), {"reason": "试", "version": "1"}).status_code == 403
    zhao.post(page("end-clue-reader", reader.pk), {"reason": "调离", "version": "1"})
    assert he.get(page("clue-readers")).status_code == 403
    assert "已终止：调离" in zhao.get(page("clue-readers")).text


def test_the_list_costs_the_same_with_one_and_with_three(staffed, signed_in):
    cast, he = staffed, signed_in(staffed.he)

    def cost():
        he.get(page("clues"))
        with CaptureQueriesContext(connection) as queries:
            assert he.get(page("clues")).status_code == 200
        return len(queries)

    hand.registered(cast)
    before = cost()
    hand.registered(cast)
    hand.examined(cast)
    assert cost() == before
