"""The same list again, corrected and continued: what changed becomes a new row, nothing on record is overwritten."""

import pytest
from django.utils import timezone

from deputies.models import Deputy
from foundation.audit.models import Event
from foundation.deadlines.models import Deadline
from suggestions.models import Suggestion
from tests.suggestions.importing.workbooks import mended, take

pytestmark = pytest.mark.usefixtures("imported")


def number(value: int) -> Suggestion:
    return Suggestion.objects.get(number=value)


def again(**cells: object):
    """Imports the list with these cells changed; answers the rows that are not unchanged."""
    report = take(mended(**cells))
    return [row for row in report.rows if row.outcome != "unchanged"]


def rounds(paper: Suggestion) -> list[tuple]:
    """(class, grades) of every round."""
    told = []
    for turn in paper.rounds.order_by("number"):
        reply = turn.replies.select_related("result_class").first()
        told.append((reply.result_class.code if reply else "", str(getattr(turn, "rating", ""))))
    return told


def open_clocks(obj: object) -> set[str]:
    return set(Deadline.objects.open().of(obj).values_list("kind", flat=True))


def test_the_same_file_changes_nothing():
    events = Event.objects.count()
    report = take()
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 95, "refused": 0}
    assert (report.created, report.notes) == ({}, [])
    assert Event.objects.count() == events + 1


def test_a_reply_that_came_since_is_added():
    (row,) = again(L7="2026年4月30日", M7="A")
    paper = number(5)
    lead = paper.assignments.get(role="lead")
    assert (row.row, row.outcome, row.changes) == (
        7,
        "changed",
        ["答复：2026年4月30日，A类（所提问题已经解决或者基本解决）"],
    )
    assert (paper.state, lead.state, rounds(paper)) == ("replied", "delivered", [("A", "")])
    assert open_clocks(lead) == set()
    assert Deadline.objects.of(lead).get(kind="reply").met_on.isoformat() == "2026-04-30"
    assert open_clocks(paper) == {"rating"}


def test_a_rating_that_came_since_is_added():
    again(N11="满意", O11="基本满意")
    paper = number(9)
    assert (paper.state, paper.ending, rounds(paper)) == ("closed", "rated", [("B", "态度满意，结果基本满意")])
    assert open_clocks(paper) == set()


def test_reply_and_rating_of_the_second_round_go_into_the_open_round():
    again(L5="2026年5月5日", M5="A类", O5="满意")
    paper = number(3)
    assert paper.state == "closed"
    assert rounds(paper) == [("C", "态度满意，结果不满意"), ("A", "态度满意，结果满意")]
    assert all(open_clocks(part) == set() for part in paper.assignments.all())


def test_a_second_dissatisfaction_opens_a_third_round():
    again(L5="2026年5月5日", M5="B")
    paper = number(3)
    assert paper.state == "rehandling"
    assert rounds(paper) == [("C", "态度满意，结果不满意"), ("B", "态度满意，结果不满意"), ("", "")]
    assert open_clocks(paper.assignments.get(role="lead")) == {"re_reply"}


def test_a_corrected_class_is_a_new_reply_beside_the_old_one():
    again(M11="A")
    paper = number(9)
    first, second = paper.rounds.order_by("number")
    assert (paper.state, rounds(paper)) == ("replied", [("B", ""), ("A", "")])
    assert (second.because, first.closed_at is None) == ("据台账更正答复或评价", False)
    assert Deadline.objects.open().of(paper).filter(kind="rating").count() == 1


def test_a_corrected_rating_is_a_new_rating_beside_the_old_one():
    again(O12="不满意", P12="不满意原因：没有动工")
    paper = number(10)
    assert (paper.state, paper.ending, paper.closed_at) == ("rehandling", "", None)
    assert rounds(paper) == [("C", "态度满意，结果满意"), ("C", "态度满意，结果不满意"), ("", "")]


def test_an_outdated_file_does_not_take_the_second_round_back():
    again(L5="2026年5月5日", M5="A类", O5="满意")
    report = take()
    assert report.counts["unchanged"] == 95
    assert "其后已有第2轮办理的答复，导入不改变" in report.rows[2].messages[0].text
    assert number(3).state == "closed"


def test_blank_cells_erase_nothing():
    assert again(L5=None, M5=None, N5=None, O5=None, P5=None, E3=None) == []


def test_title_category_mark_and_signatures_may_be_corrected():
    (row,) = again(C3="关于规范河口镇夜市占道经营的建议", G3="城市管理", E3="花艳国、戚轩", P5="重点督办")[:1]
    paper = number(1)
    assert paper.title == "关于规范河口镇夜市占道经营的建议"
    assert str(paper.category) == "城市管理"
    assert paper.cosigners.count() == 2
    assert paper.versions.count() == 2
    assert "增加附议代表：戚轩" in row.changes
    assert Suggestion.objects.search("夜市占道").count() == 1
    assert number(3).is_key


def test_another_lead_deputy_is_another_paper():
    (row,) = again(D3="戚轩", F3="石桥镇")
    assert (row.outcome, row.messages[0].column) == ("refused", "领衔代表")
    assert "系统中第001号的领衔代表是“钱兰”" in row.messages[0].text


def test_a_list_of_another_session_is_told_from_slips_of_the_pen():
    report = take(mended(D3="戚轩", F3="石桥镇"))
    assert "有1件的编号在" in report.notes[0]
    assert "五次会议中已是另一件建议。台账属于另一次会议的，请重新上传并选择那次会议" in report.notes[0]
    assert not report.written

    as_fourth = take(session_number=4)
    assert as_fourth.written
    assert as_fourth.counts["new"] == 95
    assert Suggestion.objects.filter(number=1).count() == 2


def test_a_roster_of_another_term_is_told_once():
    Deputy.objects.exclude(name="戚轩").update(name="某某")
    report = take()
    assert "位领衔代表不在第五届代表名册中" in report.notes[0]


def test_other_units_and_days_are_left_to_the_office():
    report = take(mended(H3="区民政局", J4="2026年2月13日"))
    assert report.counts["unchanged"] == 95
    assert "如已改派请在系统中办理" in report.rows[0].messages[0].text
    assert "系统中的交办日期是2026年2月12日" in "".join(message.text for message in report.rows[1].messages)
    assert str(number(1).assignments.get().unit) == "区教育局"


def test_a_paper_registered_first_is_assigned_by_a_later_file():
    def add(sheet):
        sheet.append([96, "第096号", "关于增设路灯的建议", "钱兰", None, "河口镇", "城建环资"])

    take(mended(add))
    paper = number(96)
    assert (paper.state, open_clocks(paper)) == ("registered", {"session_assign"})

    def assign(sheet):
        add(sheet)
        sheet["H98"], sheet["J98"] = "区财政局", "2026.3.2"

    report = take(mended(assign))
    paper.refresh_from_db()
    assert report.rows[-1].changes == ["交办：区财政局"]
    assert (paper.state, paper.first_assigned_on.isoformat(), open_clocks(paper)) == ("assigned", "2026-03-02", set())
    assert Deadline.objects.open().of(paper.assignments.get()).get(kind="reply").due_on.isoformat() == "2026-06-02"


def test_the_day_of_a_rating_is_taken_where_the_file_has_it():
    def rated(sheet):
        sheet["Q2"], sheet["Q11"] = "评价日期", "2026-05-04"
        sheet["N11"], sheet["O11"] = "满意", "不满意"

    take(mended(rated))
    paper = number(9)
    rating = paper.ratings.get()
    lead = paper.assignments.get(role="lead")
    assert timezone.localdate(rating.rated_at).isoformat() == "2026-05-04"
    assert Deadline.objects.open().of(lead).get(kind="re_reply").due_on.isoformat() == "2026-06-04"
    assert Deadline.objects.of(paper).get(kind="rating").met_on.isoformat() == "2026-05-04"
