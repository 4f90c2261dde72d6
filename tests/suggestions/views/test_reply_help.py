"""Templates, preview and plan on the pages of a unit."""

import pytest
from django.urls import reverse

from suggestions.models import HandlingPlan, Reply, ReplyTemplate
from tests.suggestions.views.test_unit import POINTS

STEPS = {
    "steps-TOTAL_FORMS": "1",
    "steps-INITIAL_FORMS": "0",
    "steps-MIN_NUM_FORMS": "1",
    "steps-MAX_NUM_FORMS": "20",
    "steps-0-what": "现场察看",
    "steps-0-who": "运输科",
    "steps-0-due_on": "2026-03-20",
}


def test_a_template_is_added_below_what_is_written_and_saved_only_by_the_writer(road, cast, visit, signed_in, words):
    part, template = road.part(road.handling()), ReplyTemplate.objects.get(class_code="B")
    post = {**POINTS, "body": "初稿。", "version": part.version, "then": "template", "template": str(template.pk)}

    answer = visit(cast.feng, "reply", part, post=post)
    page = signed_in(cast.feng).get(answer.url)

    body = page.context["form"]["body"].value()
    assert body.startswith("初稿。\n您提出的“关于增设人民路公交站点的建议”收悉。")
    assert "【完成时间】" in body
    assert Reply.objects.get().body == "初稿。"
    assert "已套用模板" in words(page)


@pytest.mark.parametrize("number", ["999999", "abc", "", "１"])
def test_a_template_there_is_none_of_changes_nothing(road, cast, signed_in, number):
    part = road.part(road.handling())
    page = signed_in(cast.feng).get(reverse("suggestions:reply", args=[part.pk]), {"template": number})

    assert page.status_code == 200
    assert not page.context["form"]["body"].value()


def test_the_head_sees_letter_message_and_public_text_side_by_side(road, cast, visit, words):
    part = road.part(road.drafted())

    shown = words(visit(cast.chen, "sign", part))

    for text in ("答复函", "代表收到的消息", "公开的内容", "林晓梅代表：", "已答复：", "经代表工作机构保密审查后公开"):
        assert text in shown


@pytest.mark.parametrize(
    ("wish", "publish", "word"),
    [
        (False, True, "领衔代表没有同意公开"),
        (True, False, "公开页面只写明“答复不公开”"),
        (True, None, "尚未选择答复是否公开"),
    ],
)
def test_the_preview_says_what_will_not_be_public(road, cast, visit, words, wish, publish, word):
    paper = road.assigned(road.registered(road.submitted(agree_to_publish=wish)))
    part = road.part(road.drafted(road.contacted(road.handling(paper)), publish=publish))

    assert word in words(visit(cast.feng, "reply-preview", part))


def test_the_preview_names_the_blanks(road, cast, visit, words):
    part = road.part(road.drafted(body="已于【完成时间】解决。"))

    assert "请先填写：【完成时间】" in words(visit(cast.feng, "reply-preview", part))


def test_the_preview_is_the_units_own(road, cast, visit):
    part = road.part(road.drafted())

    for who in (cast.lin, cast.he, cast.sun, cast.wu, cast.stranger):
        assert visit(who, "reply-preview", part).status_code == 404
    assert visit(cast.feng, "reply-preview", road.part(road.handling())).status_code == 404


def test_a_plan_is_made_on_its_page_and_read_by_the_deputy(road, cast, visit, words):
    part = road.part(road.handling())

    answer = visit(cast.feng, "plan", part, post={**STEPS, "text": "先易后难。", "version": part.version})
    shown = words(visit(cast.lin, "detail", part.suggestion))

    assert answer.status_code == 302
    for text in ("办理方案", "先易后难。", "现场察看", "运输科", "2026年3月20日"):
        assert text in shown
    assert "现场察看" not in words(visit(cast.deng, "detail", part.suggestion))


def test_an_incomplete_plan_comes_back_with_what_was_typed(road, cast, visit, words):
    part = road.part(road.handling())

    empty = visit(cast.feng, "plan", part, post={**STEPS, "steps-0-who": "", "version": part.version})
    past = visit(cast.feng, "plan", part, post={**STEPS, "steps-0-due_on": "2026-03-01", "version": part.version})

    for answer, status in ((empty, 422), (past, 422)):
        assert answer.status_code == status
        assert "现场察看" in words(answer)
    assert "完成时间不能早于今天" in words(past)
    assert not HandlingPlan.objects.exists()


def test_a_changed_plan_begins_with_the_former_one(road, cast, visit, words):
    part = road.part(road.handling())
    visit(cast.feng, "plan", part, post={**STEPS, "version": part.version})
    visit(cast.feng, "plan", part, post={**STEPS, "steps-0-what": "开工建设"})

    page = words(visit(cast.feng, "plan", part))
    case = words(visit(cast.feng, "detail", part.suggestion))

    assert "开工建设" in page
    assert "已调整" in case
