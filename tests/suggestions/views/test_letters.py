"""Who takes which paper away, and what stands in it."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from foundation.audit.models import Event
from foundation.files.store import files_of
from suggestions.models import CoOpinion, Letter, Reply, Switch
from suggestions.states import UnitRole
from suggestions.transitions.assign_many import carry_out_all, start_assigning
from suggestions.transitions.meetings import call_meeting, confirm_row
from suggestions.views.letters import assigned_on, lines_of


@pytest.fixture
def take(signed_in):
    """`take(user, name, obj, **query)` asks for a paper and follows the way to the kept file."""

    def call(user, name, obj=None, **query):
        url = reverse(f"suggestions:{name}", args=[obj.pk] if obj else [])
        return signed_in(user).get(url, query, follow=True)

    return call


def text(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    word = Document(BytesIO(content))
    tables = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([row.text for row in word.paragraphs] + tables)


def draft_mark(response) -> bool:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return "草稿" in Document(BytesIO(content)).sections[0].first_page_header._element.xml


def test_every_proposer_gets_the_letter_as_it_was_kept(road, cast, take):
    road.on(road.joint(), "replied")
    reply, letter = Reply.objects.get(), Letter.objects.get()

    for who in (cast.lin, cast.zhou, cast.feng, cast.he, cast.sun):
        answer = take(who, "reply-letter", reply)
        assert answer.redirect_chain, who
        assert "0000-8888123" in text(answer)
    assert letter.number == "示交函〔2026〕12号"


def test_both_formats_and_no_other(road, cast, take):
    road.replied()
    reply = Reply.objects.get()

    pdf = take(cast.lin, "reply-letter", reply, format="pdf")

    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert take(cast.lin, "reply-letter", reply, format="exe").status_code == 404


def test_a_draft_says_so_and_stays_in_the_unit(road, cast, take):
    road.drafted()
    reply = Reply.objects.get()

    assert draft_mark(take(cast.feng, "reply-letter", reply))
    for who in (cast.lin, cast.sun, cast.he, cast.wu, cast.stranger):
        assert take(who, "reply-letter", reply).status_code == 404


def test_other_deputies_read_it_without_the_telephone(road, cast, take):
    road.replied()
    answer = take(cast.deng, "reply-letter", Reply.objects.get())

    assert "联系人：冯磊" in text(answer)
    assert "0000-8888123" not in text(take(cast.deng, "reply-letter", Reply.objects.get()))
    assert not answer.redirect_chain


def test_the_kept_file_opens_for_nobody_else(road, cast, signed_in, client):
    road.replied()
    stored = files_of(Letter.objects.get()).first()

    assert signed_in(cast.lin).get(stored.get_absolute_url()).status_code == 200
    for who in (cast.deng, cast.wu, cast.stranger, cast.fang):
        assert signed_in(who).get(stored.get_absolute_url()).status_code == 404
    client.logout()
    assert client.get(stored.get_absolute_url()).status_code == 404


def test_an_opinion_goes_to_the_lead_unit_and_the_proposers(road, cast, take):
    road.drafted(road.contacted(road.handling(road.with_co_unit())))
    opinion = CoOpinion.objects.get()

    for who in (cast.feng, cast.wu, cast.lin, cast.he):
        assert "会办意见" in text(take(who, "opinion-letter", opinion))
    assert take(cast.stranger, "opinion-letter", opinion).status_code == 404


def test_the_slip_is_between_whoever_assigns_and_the_unit(road, cast, take):
    part = road.part(road.assigned())

    assert part.suggestion.title in text(take(cast.feng, "slip", part))
    assert "2026年6月2日" in text(take(cast.he, "slip", part))
    assert take(cast.lin, "slip", part).status_code == 403
    assert take(cast.wu, "slip", part).status_code == 404


def test_the_days_list_is_the_offices(road, cast, take):
    paper = road.assigned()

    shown = text(take(cast.he, "slip-list", on="2026-03-02"))
    assert paper.title in shown
    assert "2026年6月2日" in shown
    assert take(cast.he, "slip-list", on="gestern").status_code == 404
    assert take(cast.feng, "slip-list", on="2026-03-02").status_code == 403


@pytest.fixture
def sheet(road, cast):
    """`sheet(papers, units)` is a meeting with these papers on its list."""

    def call(papers, units=None, **facts):
        held = call_meeting(by=cast.he, at=road.at(), title="2026年交办会", held_on=road.day, **facts)
        for paper in papers:
            rows = units or [(cast.transport, UnitRole.LEAD), (cast.education, UnitRole.CO)]
            confirm_row(held, by=cast.he, at=road.at(), suggestion=paper, units=rows)
        return held

    return call


def test_the_meetings_list_is_the_offices_in_both_formats(road, cast, take, sheet):
    paper = road.registered()
    held = sheet([paper], place="会议中心", with_government=True)

    shown = text(take(cast.he, "meeting-sheet", held))
    for word in (paper.number_text, paper.title, cast.transport.name, cast.education.name, "2026年3月2日"):
        assert word in shown
    assert "2026年3月2日交办，会议中心，与政府联合召开，共1件" in shown
    assert "2026年6月2日" not in shown
    assert b"%PDF" in take(cast.gao, "meeting-sheet", held, format="pdf").content[:8]
    assert take(cast.he, "meeting-sheet", held, format="exe").status_code == 404
    for who in (cast.feng, cast.sun, cast.lin, cast.wei):
        assert take(who, "meeting-sheet", held).status_code == 404


def test_after_the_meeting_it_names_the_days_and_leaves_out_what_failed(road, cast, take, sheet):
    good, bad = road.registered(), road.registered(road.submitted(title="关于路灯的建议"))
    held = sheet([good, bad])
    road.assigned(bad)
    start_assigning(held, by=cast.he, at=road.at())
    carry_out_all(held, now=road.at)

    shown = text(take(cast.he, "meeting-sheet", held))
    assert "2026年6月2日" in shown
    assert "共1件" in shown
    assert bad.title not in shown
    assert "另有1件未能交办，未列入本清单。" in shown


def test_what_goes_through_the_government_office_says_so(road, cast, take, sheet):
    Switch.objects.filter(key="two_steps").update(enabled=True)
    held, wanted = sheet([]), {"to_government": True, "advice": "主办区交通局"}
    confirm_row(held, by=cast.he, at=road.at(), suggestion=road.registered(), **wanted)

    assert "转政府办公室分办（主办区交通局）" in text(take(cast.he, "meeting-sheet", held))


@pytest.mark.parametrize("papers", [1, 3])
def test_the_meetings_list_costs_as_much_for_three_as_for_one(road, cast, sheet, django_assert_num_queries, papers):
    held = sheet([road.registered() for _ in range(papers)])
    start_assigning(held, by=cast.he, at=road.at())
    carry_out_all(held, now=road.at)

    with django_assert_num_queries(5):
        assert len(lines_of(held)) == papers


def test_a_released_unit_is_not_on_the_days_list(road, cast, take):
    part = road.part(road.assigned())
    part.state = "released"
    part.save()

    assert cast.transport.name not in text(take(cast.he, "slip-list", on="2026-03-02"))


@pytest.mark.parametrize("papers", [1, 3])
def test_the_days_list_costs_as_much_for_three_as_for_one(road, cast, django_assert_num_queries, papers):
    for _ in range(papers):
        road.assigned()
    user = road.fresh(cast.he)
    user.has_role("clerk")

    with django_assert_num_queries(5):
        assert len(assigned_on(user, road.day)) == papers


def test_the_feedback_form_goes_to_the_lead_and_never_to_the_unit(road, cast, take):
    early, paper = road.handling(), road.on(road.joint(), "replied")

    assert "□满意" in text(take(cast.lin, "feedback-form", paper))
    assert "□满意" in text(take(cast.he, "feedback-form", paper))
    for who in (cast.zhou, cast.feng, cast.deng):
        assert take(who, "feedback-form", paper).status_code == 403
    assert take(cast.lin, "feedback-form", early).status_code == 409


def test_without_a_chinese_font_the_reader_is_told_and_offered_word(road, cast, take, words, monkeypatch):
    monkeypatch.setattr("suggestions.letters.issuing.pdf_refusal", lambda: "没有")
    road.replied()

    answer = take(cast.lin, "reply-letter", Reply.objects.get(), format="pdf")

    assert "请先下载 Word 文档" in words(answer)


def test_what_is_written_on_request_is_recorded(road, cast, take):
    take(cast.feng, "slip", road.part(road.assigned()))

    assert Event.objects.filter(verb="documents.download").get().data["file"].endswith("交办单.docx")


def test_the_case_page_offers_each_paper_to_whom_it_is_for(road, cast, visit, words):
    paper = road.replied()

    lin, feng, deng = (words(visit(who, "detail", paper)) for who in (cast.lin, cast.feng, cast.deng))

    assert "答复函" in lin
    assert "征询意见表" in lin
    assert "交办单" not in lin
    assert "交办单" in feng
    assert "征询意见表" not in feng
    assert "征询意见表" not in deng
