"""Other offices, other habits: kinds of files, order and words of columns, ways of writing."""

import csv
import io
from datetime import date, datetime

import pytest

from deputies.models import Delegation, Meeting, Term
from foundation.accounts.models import Organisation
from foundation.audit import timeline
from foundation.deadlines.models import Deadline
from suggestions.models import Category, Commitment, Reply, Suggestion
from tests.suggestions.importing.workbooks import AT, SAMPLES, expected, found, mended, rows_of_sample, take

pytestmark = pytest.mark.usefixtures("registered")
HEADER = ["编号", "标题", "提出代表", "联名", "代表团", "承办单位", "协办单位", "交办时间", "答复时间", "分类"]
PLAIN = ["编号", "标题", "领衔代表", "主办单位", "交办日期", "答复日期", "结果分类"]


def as_csv(rows: list[list], encoding: str = "utf-8") -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode(encoding)


def small(*rows: list, header: list[str] = HEADER) -> bytes:
    """A list of an office with other words."""
    return as_csv([["示范区第五届人民代表大会第五次会议代表建议办理情况"], header, *rows])


def line(number: object = "1", title: str = "关于修路的建议", lead: str = "钱兰", **others: object) -> list:
    """A row of HEADER; `others` by header word."""
    values = {
        "编号": number,
        "标题": title,
        "提出代表": lead,
        "承办单位": "区教育局",
        "交办时间": "2026-02-12",
        **others,
    }
    return [values.get(word, "") for word in HEADER]


def one(*rows: list, **options: object) -> Suggestion:
    report = take(small(*rows), "台账.csv", **options)
    assert report.written, [row.messages for row in report.refused]
    return Suggestion.objects.get(number=1, channel="session")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_comma_separated_list_is_the_same_list(encoding):
    report = take(as_csv(rows_of_sample(), encoding), "台账.csv")
    assert report.counts["new"] == 95
    assert found() == expected()


def test_an_old_workbook_is_the_same_list():
    report = take((SAMPLES.parent / "代表建议交办汇总表.xls").read_bytes(), "代表建议交办汇总表.xls")
    assert report.counts["new"] == 95
    assert found() == expected()


def test_columns_stand_in_any_order():
    rows = [list(reversed([*row, *[None] * (16 - len(row))])) for row in rows_of_sample()]
    assert take(as_csv(rows), "台账.csv").written
    assert found() == expected()


def test_other_header_words_and_full_width_digits():
    paper = one(line("第００１号", 联名="花艳国\u3000戚　轩", 分类="城建环资类", 答复时间="２０２６年４月１日"))
    assert (paper.number, paper.category.name, paper.first_assigned_on) == (1, "城建环资", date(2026, 2, 12))
    assert paper.state == "replied"


def test_names_may_be_parted_by_blanks_and_carry_their_delegation():
    paper = one(line(联名="戚　轩 花艳国；褚杰（石桥镇代表团）"))
    signed = [(row.mandate.deputy.name, row.mandate.delegation.name) for row in paper.cosigners.all()]
    assert signed == [("戚轩", "石桥镇"), ("花艳国", "城关街道"), ("褚杰", "石桥镇")]


def test_the_other_deputy_of_the_name_signed_along_with_his_namesake():
    paper = one(line(lead="褚杰", 代表团="石桥镇代表团", 联名="褚杰"))
    assert paper.lead.delegation.name == "石桥镇"
    assert paper.cosigners.get().mandate.delegation.name == "河口镇"


def test_a_deputy_whose_seat_has_ended_is_still_found():
    paper = one(line(lead="凤平", 代表团="青山乡"))
    assert paper.lead.status == "ended"


def test_a_recess_part_has_its_own_numbers():
    one(line(), ["二、闭会期间建议（2件）"], line("1", "关于补路的建议"), line("闭会第2号", "关于清淤的建议"))
    recess = Suggestion.objects.filter(channel="recess").order_by("number")
    assert [paper.number_text for paper in recess] == ["闭会第1号", "闭会第2号"]
    assert {paper.series.last_number for paper in recess} == {2}


def test_several_units_without_a_lead_handle_it_separately():
    paper = one(line(承办单位="区教育局、区财政局"))
    assert {part.role for part in paper.assignments.all()} == {"separate"}
    assert Deadline.objects.open().filter(kind="reply").count() == 2


def test_totals_repeated_headers_and_signatures_are_no_suggestions():
    report = take(small(line(), HEADER, ["合计", "1件"], [], ["制表人：王某　2026年5月"]), "台账.csv")
    assert len(report.rows) == 1
    assert "按说明文字处理" in report.notes[0]


def test_what_is_unknown_is_made_and_listed():
    report = take(
        small(line(代表团="河口工业园", 承办单位="区人民法院", 协办单位="区委组织部", 分类="园区建设")), "台账.csv"
    )
    assert report.created["delegation"] == ["河口工业园"]
    assert report.created["category"] == ["园区建设"]
    assert dict(Organisation.objects.values_list("name", "kind")) == {"区人民法院": "court", "区委组织部": "party_body"}
    assert Delegation.objects.filter(name="河口工业园").exists()
    assert Category.objects.filter(name="园区建设").exists()


def test_a_known_unit_goes_by_every_name():
    known = Organisation.objects.create(name="示范区教育局", short_name="区教体局", kind="handling_unit")
    paper = one(line(承办单位="区教育局"), line("2", 承办单位="区教体局"), line("3", 承办单位="示范区教育局"))
    assert set(Suggestion.objects.values_list("assignments__unit", flat=True)) == {known.pk}
    assert paper.assignments.get().unit == known


def test_the_government_office_stands_between_as_on_the_road():
    office = Organisation.objects.create(name="区政府办公室", kind="government_office")
    paper = one(line(承办单位="区教育局", 协办单位="区人民法院"))
    assert {part.unit.name: part.through for part in paper.assignments.all()} == {
        "区教育局": office,
        "区人民法院": None,
    }


def test_term_and_session_of_the_command_come_before_the_title():
    report = take(small(line()), "台账.csv", session_number=4)
    assert Suggestion.objects.get().meeting.number == 4
    assert report.created["session"] == ["区五届人大四次会议"]
    assert "现按区五届人大四次会议导入" in report.notes[0]


def test_without_a_title_the_latest_session_is_meant():
    latest = Meeting.objects.create(term=Term.objects.get(), kind="session", number=3)
    assert take(as_csv([HEADER, line()]), "台账.csv").created.get("session") is None
    assert Suggestion.objects.get().meeting == latest


def test_one_grade_for_both_and_a_promise():
    header = [
        "编号",
        "标题",
        "领衔代表",
        "主办单位",
        "交办日期",
        "答复日期",
        "结果分类",
        "满意度",
        "承诺事项",
        "承诺时限",
    ]
    row = [
        "3",
        "关于修桥的建议",
        "钱兰",
        "区教育局",
        "2026.2.12",
        "2026.4.2",
        "乙",
        "基本满意",
        "年底前建成。",
        "2026.12.31",
    ]
    assert take(small(row, header=header), "台账.csv").written
    paper = Suggestion.objects.get()
    assert str(paper.ratings.get()) == "态度基本满意，结果基本满意"
    assert paper.state == "tracking"
    promise = Commitment.objects.get()
    assert (promise.text, promise.reply.result_class.code) == ("年底前建成。", "B")
    assert Deadline.objects.open().of(promise).get().due_on == date(2026, 12, 31)


def test_a_column_headed_result_that_holds_grades_is_the_rating():
    header = [*PLAIN, "办理态度", "办理结果"]
    row = ["3", "关于修桥的建议", "钱兰", "区教育局", "2026.2.12", "2026.4.2", "A", "满意", "不满意"]
    assert take(small(row, header=header), "台账.csv").written
    assert str(Suggestion.objects.get().ratings.get()) == "态度满意，结果不满意"


def test_a_list_imported_at_once_has_every_clock_of_the_road():
    paper = one(line(), at=datetime(2026, 2, 13, 9, tzinfo=AT.tzinfo))
    running = Deadline.objects.open().of(paper.assignments.get())
    # Between lie the Spring Festival (15 to 23 February) and two worked Saturdays (14 and 28 February).
    assert {row.kind: row.due_on.isoformat() for row in running} == {
        "sign_in": "2026-02-24",
        "objection": "2026-02-26",
        "first_contact": "2026-03-18",
        "reply": "2026-05-12",
    }
    assert not running.filter(next_milestone_on__lt="2026-02-13").exists()


def test_signing_may_stand_in_the_list():
    header = [*PLAIN[:5], "签收日期"]
    row = ["3", "关于修桥的建议", "钱兰", "区教育局", "2026.2.12", "2026.2.14"]
    assert take(small(row, header=header), "台账.csv").written
    paper = Suggestion.objects.get()
    part = paper.assignments.get()
    assert (paper.state, part.state) == ("handling", "acknowledged")
    assert set(Deadline.objects.open().of(part).values_list("kind", flat=True)) == {"reply"}


def test_a_withdrawn_one_owes_nothing():
    take(mended(P3="撤回"))
    paper = Suggestion.objects.get(number=1)
    assert paper.state == "withdrawn"
    assert not Deadline.objects.open().of(paper.assignments.get()).exists()


def test_what_the_portal_runs_itself_is_left_alone():
    paper = one(line())
    Suggestion.objects.filter(pk=paper.pk).update(imported_at=None)
    same = take(small(line(答复时间="2026-4-1")), "台账.csv")
    assert same.counts["unchanged"] == 1
    assert "以系统中的办理情况为准" in same.rows[0].messages[-1].text
    other = take(small(line(title="关于修桥的建议")), "台账.csv")
    assert "编号已被占用" in other.refused[0].messages[0].text


def test_the_consent_to_publish_is_never_presumed():
    paper = one(line())
    assert paper.agree_to_publish is None


def test_the_office_due_day_and_unread_remarks_are_kept():
    take(mended(K3="2026年5月10日", P3="重点督办；与第9号相近"))
    event = timeline(Suggestion.objects.get(number=1)).get(verb="suggestions.import")
    assert event.data["office_due_on"] == "2026-05-10"
    assert event.data["remark"] == "与第9号相近"


@pytest.mark.parametrize(("word", "kept"), [("", None), ("是", True), ("否", False)])
def test_an_imported_reply_is_public_only_if_the_list_says_so(word, kept):
    row = [*line(答复时间="2026-4-1"), word]
    take(small(row, header=[*HEADER, "是否公开"]), "台账.csv")
    assert Reply.objects.get().publish is kept
