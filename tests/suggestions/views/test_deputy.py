"""A deputy writes, invites, hands in and rates; bad input keeps what was typed and changes nothing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from deputies.models import Mandate
from deputies.states import Level
from foundation.workdays.arithmetic import next_workday
from suggestions.models import Rating, Suggestion
from suggestions.states import CosignerState
from suggestions.transitions.save_draft import save_draft

JSON = {"Accept": "application/json"}
TEXT = {
    "kind": "suggestion",
    "title": "关于修缮河堤步道的建议",
    "facts": "步道多处塌陷。",
    "proposals": "一、汛前修复。",
}


def test_a_new_paper_is_saved_and_goes_on_to_the_preview(road, cast, visit):
    answer = visit(cast.lin, "new", post={**TEXT, "agree_to_publish": "True", "then": "preview"})

    paper = Suggestion.objects.get()
    assert (paper.title, paper.lead, paper.agree_to_publish) == (TEXT["title"], road.seats.lin, True)
    assert answer.headers["Location"] == reverse("suggestions:preview", args=[paper.pk])


def test_consent_to_publish_is_never_preset_and_asked_for_on_the_way_to_the_preview(road, cast, visit, words):
    page = words(visit(cast.lin, "new"))
    answer = visit(cast.lin, "new", post={**TEXT, "then": "preview"})

    assert "checked" not in page.split('id="div_id_agree_to_publish"')[1].split("</fieldset>")[0]
    assert answer.status_code == 422
    assert "请选择是否同意公开，再提交。" in words(answer)
    assert "步道多处塌陷。" in words(answer)
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize(("sent", "kept"), [({}, None), ({"agree_to_publish": "False"}, False)])
def test_a_draft_may_leave_the_choice_open(road, cast, visit, sent, kept):
    visit(cast.lin, "new", post={**TEXT, **sent})

    assert Suggestion.objects.get().agree_to_publish is kept


def test_a_paper_without_title_keeps_what_was_typed(road, cast, visit, words):
    answer = visit(cast.lin, "new", post={**TEXT, "title": " "})

    assert answer.status_code == 422
    assert "请填写标题" in words(answer)
    assert "步道多处塌陷。" in words(answer)
    assert not Suggestion.objects.exists()


def test_only_deputies_write(road, cast, visit):
    assert visit(cast.he, "new").status_code == 403
    assert visit(cast.feng, "new", post=TEXT).status_code == 403
    assert not Suggestion.objects.exists()


def test_the_first_autosave_gives_the_paper_its_address(road, cast, visit):
    answer = visit(cast.lin, "new", post=TEXT, **JSON).json()

    paper = Suggestion.objects.get()
    address = reverse("suggestions:edit", args=[paper.pk])
    assert answer == {"saved": True, "version": 1, "url": address, "autosave_url": address}


def test_autosave_saves_without_an_event_and_says_the_version(road, cast, visit, told):
    paper = road.draft()

    answer = visit(cast.lin, "edit", paper, post={**TEXT, "version": paper.version}, **JSON)

    assert answer.json() == {"saved": True, "version": paper.version + 1}
    assert road.fresh(paper).title == TEXT["title"]
    assert told(paper) == ["create_draft"]


def test_autosave_from_an_old_page_stops_and_overwrites_nothing(road, cast, visit):
    paper = road.draft()
    save_draft(paper, by=cast.lin, at=road.at(), facts="另一窗口写的内容。")

    answer = visit(cast.lin, "edit", paper, post={**TEXT, "version": paper.version}, **JSON)

    assert answer.status_code == 409
    assert not answer.json()["saved"]
    assert "停止自动保存" in answer.json()["message"]
    assert road.fresh(paper).facts == "另一窗口写的内容。"


def test_saving_an_old_page_keeps_the_typed_text_beside_the_notice(road, cast, visit, words):
    paper = road.draft()
    save_draft(paper, by=cast.lin, at=road.at(), facts="另一窗口写的内容。")

    answer = visit(cast.lin, "edit", paper, post={**TEXT, "version": paper.version})

    assert answer.status_code == 409
    assert "您的账号在另一个窗口已经保存过" in words(answer)
    assert "同事" not in words(answer)
    assert TEXT["facts"] in words(answer)
    assert road.fresh(paper).facts == "另一窗口写的内容。"


def test_autosave_says_what_is_wrong(road, cast, visit):
    answer = visit(cast.lin, "edit", road.draft(), post={**TEXT, "title": ""}, **JSON)

    assert (answer.status_code, answer.json()["message"]) == (422, "暂未保存：请填写标题，其余内容可以以后再补。")


def test_colleagues_are_offered_by_delegation_and_invited(road, cast, visit, words):
    paper = road.draft()

    offered = words(visit(cast.lin, "invite", paper))
    answer = visit(
        cast.lin, "invite", paper, post={"mandates": [road.seats.zhou.pk], "until": "2026-03-09", "version": 1}
    )

    assert "周建国" in offered
    assert "邓玉兰" in offered
    assert f'name="mandates" value="{road.seats.lin.pk}"' not in offered
    assert f'name="mandates" value="{road.seats.zhou.pk}"' in offered
    assert answer.status_code == 302
    assert [row.mandate for row in paper.cosigners.all()] == [road.seats.zhou]


def test_a_day_to_answer_by_is_proposed(road, cast, visit, words):
    page = words(visit(cast.lin, "invite", road.draft()))

    assert f'value="{next_workday(road.day + timedelta(days=7))}"' in page


def test_an_invitation_needs_people_and_a_day(road, cast, visit, words):
    answer = visit(cast.lin, "invite", road.draft(), post={"until": "三月"})

    assert answer.status_code == 422
    assert "请至少选择一位代表。" in words(answer)
    assert "三月" in words(answer)


def test_looking_at_an_invitation_answers_nothing(road, cast, visit, words):
    """Mail programs open links before people do (L22)."""
    invited = road.cosigning().cosigners.get()

    shown = words(visit(cast.zhou, "cosign", invited))

    assert "我已阅读全文，同意联名" in shown
    assert road.fresh(invited.suggestion).facts in shown
    assert road.fresh(invited).state == CosignerState.INVITED


def test_only_a_post_of_the_invited_deputy_signs(road, cast, visit):
    invited = road.cosigning().cosigners.get()
    answer = {"agree": "yes", "version": invited.suggestion.version}

    assert visit(cast.deng, "cosign", invited, post=answer).status_code == 404
    assert visit(cast.zhou, "cosign", invited, post=answer).status_code == 302
    assert road.fresh(invited).state == CosignerState.CONFIRMED


def test_nobody_signs_a_text_that_changed_while_he_read_it(road, cast, visit):
    invited = road.cosigning().cosigners.get()
    seen = invited.suggestion.version
    save_draft(invited.suggestion, by=cast.lin, at=road.at(), facts="改过的案由。")

    assert visit(cast.zhou, "cosign", invited, post={"agree": "yes", "version": seen}).status_code == 409
    assert road.fresh(invited).state == CosignerState.INVITED


def test_handing_in_asks_for_the_promise_of_one_matter(road, cast, visit, words):
    paper = road.draft()

    refused = visit(cast.lin, "submit", paper, post={"version": paper.version})
    done = visit(cast.lin, "submit", paper, post={"version": paper.version, "one_matter": "on"})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert "请确认后再提交。" in words(refused)
    assert road.fresh(paper).state == "submitted"


def test_a_paper_with_a_silent_cosigner_says_why_it_cannot_go(road, cast, visit, words):
    answer = visit(cast.lin, "submit", road.cosigning())

    assert answer.status_code == 409
    assert "还有1名代表未确认联名" in words(answer)


def test_no_grade_is_preset(road, cast, visit, words):
    shown = words(visit(cast.lin, "rate", road.replied()))

    assert shown.count('type="radio"') == 6
    assert " checked" not in shown


@pytest.mark.parametrize(
    ("grades", "sentence"),
    [
        ({}, "请对办理态度作出评价。"),
        ({"attitude": "satisfied"}, "请对办理结果作出评价。"),
        ({"attitude": "satisfied", "result": "dissatisfied"}, "评价为不满意的，请写明原因。"),
        ({"attitude": "dissatisfied", "result": "satisfied", "reason": "  "}, "评价为不满意的，请写明原因。"),
    ],
)
def test_an_incomplete_rating_is_told_at_the_field_and_rates_nothing(grades, sentence, road, cast, visit, words):
    answer = visit(cast.lin, "rate", road.replied(), post=grades)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Rating.objects.exists()


def test_a_dissatisfied_rating_opens_the_next_round(road, cast, visit, words):
    paper = road.replied()
    bad = {"attitude": "satisfied", "result": "dissatisfied", "reason": "站点没有增设。", "version": paper.version}

    answer = visit(cast.lin, "rate", paper, post=bad)

    assert answer.status_code == 302
    assert road.fresh(paper).state == "rehandling"
    shown = words(visit(cast.lin, "detail", paper))
    assert "第2轮办理" in shown
    assert "第1轮办理" in shown
    assert "站点没有增设。" in shown


def test_a_record_of_contact_is_denied_only_with_a_word(road, cast, visit, words):
    record = road.part(road.contacted()).contacts.get()

    refused = visit(cast.lin, "confirm-contact", record, post={"confirmed": "no"})
    visit(cast.lin, "confirm-contact", record, post={"confirmed": "no", "note": "当天没有来人。"})

    assert refused.status_code == 422
    assert "与实际不符的，请说明情况。" in words(refused)
    assert road.fresh(record).confirmed is False


def test_my_list_shows_what_i_lead_and_what_i_signed(road, cast, visit, words):
    joint, own = road.joint(title="关于甲的建议"), road.draft(title="关于乙的建议")

    assert [row.pk for row in visit(cast.lin, "mine").context["page"].rows] == [own.pk, joint.pk]
    assert [row.pk for row in visit(cast.zhou, "mine").context["page"].rows] == [joint.pk]
    assert visit(cast.he, "mine").status_code == 403


def test_visitors_are_asked_to_sign_in(db):
    for name in ("new", "mine", "list"):
        assert Client().get(reverse(f"suggestions:{name}")).status_code == 302


def test_who_may_not_write_here_is_not_offered_to(road, cast, signed_in):
    client, link = signed_in(cast.lin), 'href="/suggestions/new/"'
    for page in ("/desk/", "/suggestions/mine/"):
        assert client.get(page).content.decode().count(link) >= 2
    Mandate.objects.filter(deputy__user=cast.lin).update(level=Level.PROVINCE)

    for page in ("/desk/", "/suggestions/mine/"):
        assert link not in client.get(page).content.decode()
    assert client.get("/suggestions/new/").status_code == 403
