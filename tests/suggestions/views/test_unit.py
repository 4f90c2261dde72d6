"""A unit signs for its part, talks to the deputy, writes and signs its reply."""

from datetime import date

from foundation.workflow.models import EditPresence
from suggestions.models import ContactRecord, Extension, Reply

JSON = {"Accept": "application/json"}
POINTS = {
    "points-TOTAL_FORMS": "1",
    "points-INITIAL_FORMS": "0",
    "points-MIN_NUM_FORMS": "0",
    "points-MAX_NUM_FORMS": "30",
    "points-0-point": "增设站点",
    "points-0-answer": "已列入计划。",
}


def test_signing_for_a_part_names_who_is_in_charge(road, cast, visit, words):
    part = road.part(road.assigned())

    refused = visit(cast.feng, "acknowledge", part, post={"person_in_charge": "", "contact_phone": "0000-123"})
    visit(cast.feng, "acknowledge", part, post={"person_in_charge": "冯磊", "contact_phone": "0000-123", "version": 1})

    assert refused.status_code == 422
    assert "0000-123" in words(refused)
    assert road.fresh(part).person_in_charge == "冯磊"


def test_an_objection_names_the_law_and_another_unit(road, cast, visit):
    part = road.part(road.assigned())
    full = {
        "legal_basis": "“三定”规定第三条",
        "reason": "不属于本局职责。",
        "proposed_unit": cast.education.pk,
        "version": 1,
    }

    assert visit(cast.feng, "object", part, post={**full, "legal_basis": ""}).status_code == 422
    assert visit(cast.feng, "object", part, post=full).status_code == 302
    assert road.fresh(part).state == "objected"


def test_a_talk_is_recorded_with_all_it_needs(road, cast, visit, words):
    part = road.part(road.handling())
    talk = dict(road.talk().items()) | {"held_on": "2026-03-02", "version": part.version}

    refused = visit(cast.feng, "contact", part, post={**talk, "unit_persons": ""})
    tomorrow = visit(cast.feng, "contact", part, post={**talk, "held_on": "2026-03-03"})
    visit(cast.feng, "contact", part, post=talk)

    assert refused.status_code == 422
    assert talk["content"] in words(refused)
    assert tomorrow.status_code in (403, 409, 422)
    assert talk["content"] in words(tomorrow)
    assert [row.held_on for row in ContactRecord.objects.all()] == [date(2026, 3, 2)]


def test_the_editor_begins_with_one_point_for_each_proposal(road, cast, visit):
    paper = road.handling(road.assigned(road.registered(road.submitted(proposals="一、增设站点。\n2. 调整班次。\n"))))

    points = visit(cast.feng, "reply", road.part(paper)).context["form"].points

    assert [form.initial["point"] for form in points] == ["增设站点。", "调整班次。"]


def test_a_reply_is_saved_while_it_is_written(road, cast, visit):
    part = road.part(road.handling())

    answer = visit(cast.feng, "reply", part, post={**POINTS, "body": "初稿。", "version": part.version}, **JSON)

    assert answer.json() == {"saved": True, "version": part.version + 1}
    assert (Reply.objects.get().body, Reply.objects.get().points[0]["answer"]) == ("初稿。", "已列入计划。")


def test_without_scripts_a_point_is_added_by_the_server(road, cast, visit, signed_in):
    part = road.part(road.handling())

    answer = visit(cast.feng, "reply", part, post={**POINTS, "version": part.version, "then": "more"})
    again = signed_in(cast.feng).get(answer.headers["Location"])

    assert [form["point"].value() or "" for form in again.context["form"].points] == ["增设站点", ""]


def test_a_colleague_who_writes_at_the_same_time_is_named_and_overwrites_nothing(road, cast, visit, words):
    part = road.part(road.handling())
    visit(cast.feng, "reply", part)

    shown = words(visit(cast.chen, "reply", part))
    visit(cast.chen, "reply", part, post={**POINTS, "body": "局长改的。", "version": part.version})
    late = visit(cast.feng, "reply", part, post={**POINTS, "body": "初稿。", "version": part.version}, **JSON)

    assert "冯磊正在编辑这份答复" in shown
    assert late.status_code == 409
    assert Reply.objects.get().body == "局长改的。"


def test_the_writer_learns_what_is_still_missing(road, cast, visit, signed_in, words):
    part, head = road.part(road.contacted()), signed_in(cast.chen)
    editor = f"/suggestions/assignments/{part.pk}/reply/"

    answer = head.post(editor, {**POINTS, "body": "初稿。", "then": "sign", "version": part.version})
    told = words(head.get(answer.url))

    assert answer.url == editor
    assert "签发前还需补充：文号" in told
    assert "保存并签发" in told
    assert "保存并签发" not in words(visit(cast.feng, "reply", part))


def test_taking_over_puts_ones_own_name(road, cast, visit, signed_in):
    part = road.part(road.handling())
    visit(cast.feng, "reply", part)

    signed_in(cast.chen).post(f"/suggestions/assignments/{part.pk}/reply/", {"take-over": "1"})

    assert EditPresence.objects.get().user == cast.chen


def test_saved_states_of_a_draft_are_the_units_own(road, cast, visit, words):
    part = road.part(road.drafted())
    visit(cast.feng, "reply", part, post={**POINTS, "body": "第二稿正文。", "version": road.fresh(part).version})

    shown = words(visit(cast.feng, "reply-versions", part))

    assert "第1稿" in shown
    assert "第2稿" in shown
    assert "<ins>" in shown
    assert visit(cast.lin, "reply-versions", part).status_code == 404
    assert visit(cast.wu, "reply-versions", part).status_code == 404


def test_the_head_signs_what_is_complete(road, cast, visit, words):
    paper = road.handling()
    part = road.part(paper)
    visit(cast.feng, "reply", part, post={**POINTS, "body": "", "version": part.version})
    early = visit(cast.chen, "sign", part)

    done = road.part(road.drafted(road.contacted(paper)))
    answer = visit(cast.chen, "sign", done, post={"signatory": "陈刚", "version": done.version})

    assert early.status_code == 409
    assert "答复尚不完整" in words(early)
    assert answer.status_code == 302
    assert (road.fresh(part).state, Reply.objects.get().signatory) == ("under_check", "陈刚")


def test_an_extension_beyond_six_months_is_told_and_not_filed(road, cast, visit, words):
    part = road.part(road.handling())
    far = {"until": "2026-12-31", "reason": "管线迁改。", "version": part.version}

    answer = visit(cast.feng, "extend", part, post=far)

    assert answer.status_code == 422
    assert "管线迁改。" in words(answer)
    assert "最长不超过6个月" in answer.context["form"].errors["until"][0]
    assert not Extension.objects.exists()


def test_a_co_unit_gives_its_opinion_and_the_lead_returns_it(road, cast, visit, words):
    part = road.part(road.handling(road.with_co_unit()), "co")

    empty = visit(cast.wu, "opinion", part, post={"text": " "})
    visit(cast.wu, "opinion", part, post={"text": "同意。", "version": part.version})
    opinion = part.opinions.get()
    visit(cast.feng, "bounce", opinion, post={"reason": "请写明学校出入口的要求。"})

    assert empty.status_code == 422
    assert road.fresh(opinion).bounce_reason == "请写明学校出入口的要求。"
    assert "请写明学校出入口的要求。" in words(visit(cast.wu, "detail", part.suggestion))
