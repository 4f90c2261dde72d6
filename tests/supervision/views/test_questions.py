"""Questioning as people see it: what is typed wrong is kept, one cost at any size, the public page and its evidence."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.files.keeping import keep
from foundation.files.models import StoredFile
from supervision.models import Ballot, FloorQuestion, QuestionSession, SessionIssue
from supervision.transitions import question_floor
from tests.foundation.files.test_films import FILM
from tests.suggestions.views.scans import scan
from tests.supervision import ballot_hand
from tests.supervision import question_hand as hand
from tests.supervision.question_hand import HELD


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


def test_planned_asked_and_answered_on_the_pages(cast, register, signed_in):
    fang, lin, feng = signed_in(cast.fang), signed_in(cast.lin), signed_in(cast.feng)
    facts = {"kind": "questioning", "title": "停车难", "reason": "群众反映多", "form": "meeting"}
    facts |= {"organiser": cast.urban_committee.pk, "deputies": [register.lin.deputy.pk], "bodies": [cast.transport.pk]}
    facts |= {"starts_at": "2026-03-20T15:30", "place": "会议厅"}
    twice = fang.post(page("plan-session"), {**facts, "drawn": [cast.transport.pk]})
    assert (twice.status_code, "既是定向又是随机" in twice.text, "群众反映多" in twice.text) == (422, True, True)
    fang.post(page("plan-session"), facts)
    session = QuestionSession.objects.get()
    early = fang.get(page("mobilise-session", session.pk))
    assert (early.status_code, "先向党委报告" in early.text) == (403, True)
    fang.post(page("report-session", session.pk), {"reported_on": "2026-03-20", "version": "1"})
    for verb in ("mobilise-session", "sort-session"):
        fang.post(page(verb, session.pk), {})
    assert "停车难" in lin.get("/desk/").text
    words = {**hand.WORDS, "body": cast.transport.pk, "source": "deputy", "is_public": "on", "files": [scan()]}
    lin.post(page("list-issue", session.pk), words)
    fang.post(page("call-session", session.pk), {})
    fang.post(page("open-floor", session.pk), {})
    seat = hand.seat(session, "lin").pk
    lin.post(page("ask-question", session.pk), {"seat": seat, "text": "何时解决？"})
    question = FloorQuestion.objects.get()
    assert "何时解决" not in feng.get(page("floor", session.pk)).text
    fang.post(page("call-up", question.pk), {})
    rows = feng.get(page("floor-rows", session.pk))
    assert ("何时解决" in rows.text, "每5秒自动更新" in rows.text, "<html" in rows.text) == (True, True, False)
    answer = {"seat": hand.body_seat(session).pk, "speaker": "陈刚", "text": "年底"}
    feng.post(page("answer-question", question.pk), answer)
    assert "年底" in lin.get(page("floor", session.pk)).text
    fang.post(page("hand-issues", session.pk), {})
    assert hand.WORDS["title"] in feng.get("/desk/").text
    issue = SessionIssue.objects.get()
    late = {"measures": "修", "person": "陈刚", "due_on": "2027-01-01"}
    refused = feng.post(page("plan-remedy", issue.pk), late)
    assert (refused.status_code, "完成时限不能晚于2026年6月" in refused.text) == (422, True)


def test_the_floor_answers_only_with_news(cast, register, signed_in):
    """A film goes on while nothing is said; the body sees it with the question, before it has the issue itself."""
    session, feng = hand.called(cast, register, at=HELD), signed_in(cast.feng)
    issue = session.issues.get()
    keep(issue, [SimpleUploadedFile("现场.mp4", FILM, "video/mp4")], by=cast.fang, at=HELD)
    film = f"/files/{StoredFile.objects.get().pk}/"
    assert (feng.get(film).status_code, session.title in feng.get("/desk/").text) == (404, True)
    question_floor.open_floor(session.pk, by=cast.fang, at=HELD)
    asked = {"text": "何时修好？", "seat": hand.seat(session, "lin"), "issue": issue}
    question_floor.ask_question(session.pk, **asked, by=cast.fang, at=HELD)
    first = feng.get(page("floor-rows", session.pk))
    seen = {"seen": first.context["stamp"]}
    assert (film in first.text, feng.get(film).status_code) == (True, 200)
    assert feng.get(page("floor-rows", session.pk), seen).status_code == 204
    words = {"seat": hand.body_seat(session), "speaker": "陈刚局长", "text": "年底前修好。"}
    question_floor.answer_question(FloorQuestion.objects.get().pk, **words, by=cast.feng, at=HELD)
    assert "年底前修好" in feng.get(page("floor-rows", session.pk), seen).text


def test_everybody_follows_what_is_published(cast, register, signed_in):
    session = hand.held(cast, register)
    issue = hand.reviewed(hand.reported(session.issues.get(), cast), cast, 5, 2, 2)
    stranger = Client()
    shown = page("public-issue", issue.pk)
    assert stranger.get(shown).status_code == 404
    question_floor.publish_session(session.pk, by=cast.fang, at=HELD)
    text = stranger.get(shown).text
    for words in ("逐条修复", "陈刚局长", "林晓梅代表和三名居民", "问责情况", "77.78%", "二次整改", "修复后.png"):
        assert words in text, words
    assert issue.title in stranger.get(page("public-session", session.pk)).text
    assert session.title in stranger.get(page("public-sessions")).text
    SessionIssue.objects.update(is_public=False)
    assert stranger.get(shown).status_code == 404


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    session = hand.held(cast, register)
    fang = signed_in(cast.fang)

    def cost(url):
        fang.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert fang.get(url).status_code == 200
        return len(queries)

    urls = (page("question-sessions"), page("session-issues"), session.get_absolute_url(), page("floor", session.pk))
    before = [cost(url) for url in urls]
    for number in (2, 3):
        hand.held(cast, register, title=f"第{number}次")
    for _ in range(2):
        facts = {"body": cast.transport, "source": "deputy", "listed_at": HELD, "handed_at": HELD, "state": "handed"}
        SessionIssue.objects.create(session=session, number=session.issues.count() + 1, **hand.WORDS, **facts)
        FloorQuestion.objects.create(
            session=session,
            seat=hand.seat(session, "lin"),
            text="问",
            state="asked",
            asked_at=HELD,
            written_by=cast.fang,
            written_at=HELD,
        )
    assert [cost(url) for url in urls] == before


def test_a_ballot_on_the_answers_of_an_inquiry_from_its_page(cast, register, signed_in):
    session, meeting, fang = hand.inquired(cast, register), ballot_hand.meeting(register), signed_in(cast.fang)
    assert "安排答复测评" in fang.get(session.get_absolute_url()).text
    plan = page("plan-answer-ballot", session.pk)
    assert "请选择会议" in fang.post(plan, {"mode": "paper"}).text
    done = fang.post(plan, {"mode": "paper", "meeting": meeting.pk, "version": session.version}, follow=True)
    assert "答复满意度测评" in done.text
    votes = {"满意": 1, "基本满意": 0, "不满意": 2}
    ballot_hand.held_on_paper(Ballot.objects.get(), cast, votes, at=HELD)
    text = fang.get(session.get_absolute_url()).text
    assert ("答复测评" in text, "没有达到规定满意度" in text, "测评和评议" in text) == (True, True, True)
    question_floor.publish_session(session.pk, by=cast.fang, at=HELD)
    assert "的答复测评" in Client().get(page("public-session", session.pk)).text
    issue = hand.reported(session.issues.get(), cast)
    url = page("plan-issue-ballot", session.pk)
    assert url in fang.get(issue.get_absolute_url()).text
    wrong = fang.post(url, {"issues": [issue.pk], "mode": "named", "all_members": "9"})
    assert (wrong.status_code, "用纸质投票评议时填写" in wrong.text) == (422, True)
    fang.post(url, {"issues": [issue.pk], "mode": "paper", "all_members": "9"})
    assert "正在表决评议" in fang.get(issue.get_absolute_url()).text
