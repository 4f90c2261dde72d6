"""The unhappy road through the pages: sent back, contested, re-assigned, extended, returned, twice dissatisfied."""

from datetime import date
from typing import Any

from suggestions.models import Category, ResultClass, Suggestion
from suggestions.states import AssignmentState, Ending, Grade, UnitRole
from tests.journeys.traveller import Traveller
from tests.suggestions.road import TEXT

OFFICE = {"he", "xu"}
A = "A类（所提问题已经解决或者基本解决）"
NOT_DONE = "站点至今没有增设。"


def test_a_suggestion_that_is_contested(journey: Traveller) -> None:
    sent_back_and_mended(journey)
    contested_and_moved(journey)
    given_more_time(journey)
    returned_and_answered(journey)
    dissatisfied_and_handled_anew(journey)
    dissatisfied_again_and_mediated(journey)
    nothing_was_overwritten(journey.paper)


def sent_back_and_mended(journey: Traveller) -> None:
    cast = journey.cast
    journey.does(cast.lin, "new", **{**TEXT, "proposals": "增设站点。"})
    journey.does(cast.lin, "submit", journey.paper, one_matter="on")
    journey.on(3, 3)
    journey.does(cast.he, "send-back", journey.paper, reason="请写明站点的具体位置。")
    line = "退回修改：请写明站点的具体位置。"
    assert journey.found() == {"state": "sent_back", "lines": [line], "heard": {"sent_back": {"lin"}}}
    assert journey.running() == set()

    journey.on(3, 4)
    journey.does(cast.lin, "edit", journey.paper, proposals=TEXT["proposals"])
    assert journey.found() == {"state": "sent_back", "lines": ["修改文本，留存第2版。"], "heard": {}}
    journey.does(cast.lin, "submit", journey.paper, one_matter="on")
    assert journey.found() == {"state": "submitted", "lines": ["提交建议。"], "heard": {"submitted": OFFICE}}


def contested_and_moved(journey: Traveller) -> None:
    cast = journey.cast
    journey.on(3, 5)
    journey.does(cast.he, "register", journey.paper, category=Category.objects.get(code="urban").pk)
    journey.on(3, 9)
    units = {"units-0-unit": cast.education.pk, "units-0-role": UnitRole.LEAD}
    journey.does(cast.he, "assign", journey.paper, **units, confirm="1")

    journey.on(3, 11)
    wrong = journey.paper.assignments.get()
    words = {"legal_basis": "“三定”规定第三条", "reason": "站点设置不属于教育部门职责。"}
    journey.does(cast.wu, "object", wrong, **words, proposed_unit=cast.transport.pk)
    line = "示范区教育局申请改由示范区交通运输局承办：站点设置不属于教育部门职责。"
    heard = {"objection_raised": {*OFFICE, "sun"}}
    assert journey.found() == {"state": "assigned", "lines": [line], "heard": heard}
    assert journey.running() == {"objection_decision", "first_contact", "reply"}

    journey.on(3, 12)
    journey.does(cast.sun, "decide-objection", wrong.objections.get(), accept="yes", note="经核实，同意调整。")
    days = "首次交办2026年3月9日，本次交办2026年3月12日"
    line = f"同意调整，由示范区教育局改派示范区交通运输局（{days}）。经核实，同意调整。"
    heard = {"released": {"wu", "zheng"}, "assigned_anew": {"feng", "chen"}, "reassigned": {"lin", *OFFICE}}
    assert journey.found() == {"state": "assigned", "lines": [line], "heard": heard}
    assert journey.running() == {"sign_in", "objection", "first_contact", "reply"}
    assert journey.reads(cast.wu) == ""


def given_more_time(journey: Traveller) -> None:
    cast, part = journey.cast, present(journey)
    # The law counts from the first day, whoever has it now.
    assert part.reply_due_on() == date(2026, 6, 9)
    journey.on(3, 13)
    journey.does(cast.feng, "acknowledge", part, person_in_charge="冯磊", contact_phone="0000-8888123")
    journey.on(5, 20)
    journey.does(cast.feng, "extend", part, until="2026-07-31", reason="管线迁改需要协调。")
    line = "示范区交通运输局申请延期至2026年7月31日：管线迁改需要协调。"
    heard = {"extension_requested": {*OFFICE, "sun"}}
    assert journey.found() == {"state": "handling", "lines": [line], "heard": heard}

    journey.on(5, 21)
    journey.does(cast.he, "decide-extension", part.extensions.get(), accept="yes")
    line = "同意示范区交通运输局延期至2026年7月31日。"
    heard = {"extension_decided": {"feng", "chen"}, "extension_told": {"lin"}}
    assert journey.found() == {"state": "handling", "lines": [line], "heard": heard}
    assert part.reply_due_on() == date(2026, 7, 31)


def returned_and_answered(journey: Traveller) -> None:
    cast, part = journey.cast, present(journey)
    journey.on(7, 1)
    talks_writes_signs(journey, part, "正在研究。")
    journey.on(7, 2)
    journey.does(cast.sun, "check", part, passed="no", reason="没有写明办理结果。")
    line = "退回示范区交通运输局的答复：没有写明办理结果。"
    assert journey.found() == {"state": "handling", "lines": [line], "heard": {"reply_returned": {"feng", "chen"}}}
    assert "正在研究。" not in journey.reads(cast.lin)

    journey.on(7, 6)
    writes_signs(journey, part, "站点将于八月增设。")
    journey.does(cast.sun, "check", part, passed="yes")
    lines = [f"示范区交通运输局答复代表，{A}。", "各承办单位均已答复，请代表评价。"]
    heard = {"reply_delivered": {"lin"}, "rating_asked": {"lin"}}
    assert journey.found() == {"state": "replied", "lines": lines, "heard": heard}


def dissatisfied_and_handled_anew(journey: Traveller) -> None:
    cast, part = journey.cast, present(journey)
    journey.on(7, 15)
    journey.does(cast.lin, "rate", journey.paper, **bad())
    words = f"代表评价：办理态度满意，办理结果不满意。原因：{NOT_DONE}"
    heard = {"rated": {*OFFICE, "feng", "chen"}, "rehandled": {*OFFICE, "feng", "chen", "fang"}}
    assert journey.found() == {"state": "rehandling", "lines": [words, f"第2轮办理。{words}"], "heard": heard}
    assert journey.running() == {"re_reply"}
    assert part.reply_due_on() == date(2026, 8, 17)  # the fifteenth is a Saturday

    journey.on(7, 20)
    talks_writes_signs(journey, part, "站点已选址，待施工。")
    journey.does(cast.sun, "check", part, passed="yes")
    assert journey.found()["state"] == "replied"
    assert journey.running() == {"rating"}


def dissatisfied_again_and_mediated(journey: Traveller) -> None:
    cast = journey.cast
    journey.on(7, 25)
    journey.does(cast.lin, "rate", journey.paper, **bad())
    words = f"代表评价：办理态度满意，办理结果不满意。原因：{NOT_DONE}"
    heard = {"rated": {*OFFICE, "feng", "chen"}, "mediation_opened": {"lin", *OFFICE, "feng", "chen", "fang"}}
    lines = [words, f"进入协调评估。第2次评价为不满意。{words}"]
    assert journey.found() == {"state": "mediation", "lines": lines, "heard": heard}
    assert journey.running() == {"mediation"}

    journey.on(8, 5)
    meeting = {"held_on": "2026-08-04", "participants": "林晓梅代表、区交通局", "record": "站点八月底前建成。"}
    journey.does(cast.he, "resolve-mediation", journey.paper, **meeting, resolution="close")
    heard = {"mediation_resolved": {"lin", "feng", "chen"}, "closed": {"lin", "feng", "chen"}}
    lines = ["协调结果：办结。站点八月底前建成。", "办结（协调后办结）。"]
    assert journey.found() == {"state": "closed", "lines": lines, "heard": heard}
    assert journey.running() == set()


def nothing_was_overwritten(paper: Suggestion) -> None:
    """Both rounds stand side by side: replies, ratings, texts, and the unit that had it first."""
    assert paper.ending == Ending.MEDIATED
    replies = [reply.points[0]["answer"] for turn in paper.rounds.order_by("number") for reply in turn.replies.all()]
    assert replies == ["站点将于八月增设。", "站点已选址，待施工。"]
    assert paper.ratings.count() == 2
    assert paper.versions.count() == 2
    assert list(paper.assignments.order_by("pk").values_list("state", flat=True)) == ["released", "delivered"]


def present(journey: Traveller) -> Any:
    return journey.paper.assignments.exclude(state=AssignmentState.RELEASED).get()


def bad() -> dict[str, str]:
    return {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": NOT_DONE}


def talks_writes_signs(journey: Traveller, part: Any, answer: str) -> None:
    talk = {"phase": "during", "method": "phone", "rank": "head", "unit_persons": "冯磊、陈刚", "content": "通报进展。"}
    journey.does(journey.cast.feng, "contact", part, **talk)
    writes_signs(journey, part, answer)


def writes_signs(journey: Traveller, part: Any, answer: str) -> None:
    words = {"points-0-answer": answer, "body": "您提出的建议收悉，现答复如下。", "doc_number": "示交函〔2026〕12号"}
    more = {"result_class": ResultClass.objects.get(code="A").pk, "contact_phone": "0000-8888123"}
    more["publish"] = "True"
    journey.does(journey.cast.feng, "reply", part, **words, **more)
    journey.does(journey.cast.chen, "sign", part)
