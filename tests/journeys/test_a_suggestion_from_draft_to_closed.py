"""The main road through the pages: after every step where the paper stands, what its timeline says, who hears of it.

Seven people walk it: lead deputy, co-signer, clerk, officer and head of the lead unit, co-unit, government office.
"""

from datetime import date

from django.test import Client

from suggestions.models import Category, CosignerWord, ResultClass
from suggestions.states import CheckPoint, Ending, Grade, UnitRole
from tests.journeys.traveller import Traveller
from tests.suggestions.road import TEXT

OFFICE = {"he", "xu"}
UNITS = {"feng", "chen", "wu", "zheng"}
A = "A类（所提问题已经解决或者基本解决）"


def test_a_suggestion_from_draft_to_closed(journey: Traveller) -> None:
    written_and_signed_along(journey)
    filed_and_assigned(journey)
    handled(journey)
    answered(journey)
    talked_over(journey)
    rated_and_published(journey)


def written_and_signed_along(journey: Traveller) -> None:
    lin, zhou = journey.cast.lin, journey.cast.zhou
    journey.does(lin, "new", **TEXT)
    assert journey.found() == {"state": "draft", "lines": ["起草。"], "heard": {}}
    assert journey.running() == set()

    journey.does(lin, "invite", journey.paper, mandates=zhou.deputy.mandates.get().pk, until="2026-03-09")
    line = "邀请周建国联名，请于2026年3月9日前答复。"
    assert journey.found() == {"state": "cosigning", "lines": [line], "heard": {"cosign_asked": {"zhou"}}}

    journey.on(3, 3)
    journey.does(zhou, "cosign", journey.paper.cosigners.get(), agree="yes")
    heard = {"cosign_answered": {"lin"}}
    assert journey.found() == {"state": "cosigning", "lines": ["周建国确认联名。"], "heard": heard}

    journey.does(lin, "submit", journey.paper, one_matter="on")
    line = "提交建议，留存第1版。"
    assert journey.found() == {"state": "submitted", "lines": [line], "heard": {"submitted": OFFICE}}
    assert journey.running() == {"screening"}


def filed_and_assigned(journey: Traveller) -> None:
    cast = journey.cast
    journey.on(3, 5)
    journey.does(cast.he, "register", journey.paper, category=Category.objects.get(code="urban").pk)
    line = "立案，编号闭会第1号，类别城建环资。"
    assert journey.found() == {"state": "registered", "lines": [line], "heard": {"registered": {"lin", "zhou"}}}
    assert journey.running() == {"recess_assign"}

    journey.on(3, 9)
    journey.does(cast.he, "assign", journey.paper, **two_units(cast), confirm="1")
    line = "2026年3月9日交办：主办示范区交通运输局，会办示范区教育局。"
    heard = {"assigned": {*UNITS, "sun", "fang"}, "assignment_told": {"lin", "zhou"}}
    assert journey.found() == {"state": "assigned", "lines": [line], "heard": heard}
    assert journey.running() == {"sign_in", "objection", "first_contact", "reply", "co_opinion"}
    assert journey.paper.first_assigned_on == date(2026, 3, 9)


def two_units(cast) -> dict[str, object]:
    """The two lines of the assignment, as the page's script names them."""
    return {
        "units-TOTAL_FORMS": 2,
        "units-0-unit": cast.transport.pk,
        "units-0-role": UnitRole.LEAD,
        "units-1-unit": cast.education.pk,
        "units-1-role": UnitRole.CO,
    }


def handled(journey: Traveller) -> None:
    cast = journey.cast
    lead, co = journey.paper.assignments.order_by("pk")
    journey.on(3, 10)
    journey.does(cast.feng, "acknowledge", lead, person_in_charge="冯磊", contact_phone="0000-8888123")
    heard = {"acknowledged": {"lin", *OFFICE}}
    assert journey.found() == {"state": "handling", "lines": ["示范区交通运输局签收。"], "heard": heard}
    journey.does(cast.wu, "acknowledge", co, person_in_charge="吴倩", contact_phone="0000-8888456")
    assert journey.found() == {"state": "handling", "lines": ["示范区教育局签收。"], "heard": heard}
    assert journey.running() == {"first_contact", "reply", "co_opinion"}

    journey.on(3, 20)
    talk = {"phase": "before", "method": "on_site", "rank": "deputy_head", "place": "人民路", "unit_persons": "冯磊"}
    journey.does(cast.feng, "contact", lead, **talk, content="现场察看客流，商定站点位置。")
    line = "示范区交通运输局于2026年3月20日以现场调研方式联系代表。"
    assert journey.found() == {"state": "handling", "lines": [line], "heard": {"contact_recorded": {"lin"}}}

    journey.does(cast.lin, "confirm-contact", lead.contacts.get(), confirmed="yes")
    heard = {"contact_answered": {"feng", "chen"}}
    assert journey.found() == {"state": "handling", "lines": ["代表确认联系记录属实。"], "heard": heard}

    journey.on(3, 30)
    journey.does(cast.wu, "opinion", co, text="同意增设，周边学校出入口无影响。")
    heard = {"co_opinion_given": {"feng", "chen"}}
    assert journey.found() == {"state": "handling", "lines": ["示范区教育局提出会办意见。"], "heard": heard}
    assert journey.running() == {"reply"}


def answered(journey: Traveller) -> None:
    cast, lead = journey.cast, journey.paper.assignments.get(role=UnitRole.LEAD)
    journey.on(4, 8)
    words = {"points-0-answer": "站点已于四月增设。", "body": "您提出的建议收悉，现答复如下。"}
    more = {"result_class": ResultClass.objects.get(code="A").pk, "doc_number": "示交函〔2026〕12号"}
    journey.does(cast.feng, "reply", lead, **words, **more, contact_phone="0000-8888123", publish="True")
    assert journey.found() == {"state": "handling", "lines": ["示范区交通运输局保存答复稿。"], "heard": {}}
    assert "保存答复稿" not in journey.reads(cast.lin)

    journey.on(4, 9)
    journey.does(cast.chen, "sign", lead)
    line = f"示范区交通运输局签发答复，{A}，送审。"
    assert journey.found() == {"state": "handling", "lines": [line], "heard": {"reply_signed": {"sun"}}}
    assert "站点已于四月增设。" not in journey.reads(cast.lin)

    journey.on(4, 10)
    journey.does(cast.sun, "check", lead, passed="yes")
    lines = [f"示范区交通运输局答复代表，{A}。", "各承办单位均已答复，请代表评价。"]
    heard = {"reply_delivered": {"lin", "zhou"}, "rating_asked": {"lin"}}
    assert journey.found() == {"state": "replied", "lines": lines, "heard": heard}
    assert journey.running() == {"rating"}
    assert "站点已于四月增设。" in journey.reads(cast.lin)


def talked_over(journey: Traveller) -> None:
    """The lead of a joint paper asks who signed along; their words are nobody else's."""
    lin, zhou = journey.cast.lin, journey.cast.zhou
    journey.on(4, 13)
    journey.does(lin, "ask-cosigners", journey.paper)
    lines = ["征求1名联名代表意见。"]
    assert journey.found() == {"state": "replied", "lines": lines, "heard": {"word_asked": {"zhou"}}}
    assert journey.running() == {"rating", "cosigner_word"}

    word = CosignerWord.objects.get()
    journey.does(zhou, "give-word", word, attitude=Grade.SATISFIED, result=Grade.BASICALLY, words="站点位置合适。")
    lines = ["周建国代表对答复提出意见。"]
    assert journey.found() == {"state": "replied", "lines": lines, "heard": {"word_given": {"lin"}}}
    assert journey.running() == {"rating"}
    assert "站点位置合适。" in journey.reads(lin)
    assert "站点位置合适。" not in journey.reads(journey.cast.he) + journey.reads(journey.cast.feng)


def rated_and_published(journey: Traveller) -> None:
    cast, public = journey.cast, f"/suggestions/public/{journey.paper.pk}/"
    journey.on(4, 15)
    journey.does(cast.lin, "rate", journey.paper, attitude=Grade.SATISFIED, result=Grade.BASICALLY)
    lines = ["代表评价：办理态度满意，办理结果基本满意。", "办结（代表已评价）。"]
    heard = {"rated": {*OFFICE, *UNITS}, "closed": {"lin", "zhou", *UNITS}}
    assert journey.found() == {"state": "closed", "lines": lines, "heard": heard}
    assert (journey.paper.ending, journey.running()) == (Ending.RATED, set())
    assert Client().get(public).status_code == 404

    ticked = {f"check-{point}": "on" for point in CheckPoint.values}
    journey.does(cast.he, "publish", journey.paper, secrecy_note="经审查不涉密，可以公开。审查人：许静", **ticked)
    assert journey.found() == {"state": "closed", "lines": ["向社会公开。"], "heard": {"published": {"lin", *UNITS}}}
    shown = Client().get(public).content.decode()
    assert TEXT["title"] in shown
    assert "站点已于四月增设。" in shown
    assert "0000-8888123" not in shown
