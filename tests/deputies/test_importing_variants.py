"""The same people in other dress: .xls, .csv of both encodings, shuffled columns, other header words, plain lists."""

import csv
import io
import random
from datetime import date

import openpyxl
import pytest

from deputies.importing import import_roster
from deputies.models import Deputy, Mandate
from tests.deputies.test_importing import (
    AT,
    ROSTER,
    SAMPLES,
    as_workbook,
    expected_people,
    mended,
    register_as_expected,
)

pytestmark = pytest.mark.django_db

OTHER_WORDS = {
    "姓名": "姓　名",
    "出生年月": "出生日期",
    "联系电话": "手机号码",
    "政治面貌": "党派",
    "文化程度": "学历（学位）",
    "工作单位及职务": "单位职务",
    "选区": "所在选区",
    "代表类别": "代表构成",
    "备注": "备 注",
}


def rows_of_sample() -> list[list]:
    sheet = openpyxl.load_workbook(ROSTER).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def as_csv(rows: list[list], encoding: str) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows([["" if value is None else value for value in row] for row in rows])
    return held.getvalue().encode(encoding)


def take(content: bytes, filename: str = "名册.xlsx", **options):
    report = import_roster(content, filename, by=None, at=AT, **options)
    assert report.written, [(row.row, row.messages) for row in report.refused]
    return report


def test_the_old_workbook_format():
    take((SAMPLES.parent / "代表名册.xls").read_bytes(), "代表名册.xls")
    assert register_as_expected() == expected_people()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8", "utf-16"])
def test_lists_with_commas_in_every_encoding(encoding):
    take(as_csv(rows_of_sample(), encoding), "名册.csv")
    assert register_as_expected() == expected_people()


def test_shuffled_columns_with_other_header_words():
    rows = rows_of_sample()
    order = random.Random(7).sample(range(12), 12)
    for row in rows[2:]:
        if row[1]:
            row[:] = [row[index] for index in order]
    rows[2] = [OTHER_WORDS.get(title, title) for title in rows[2]]
    take(as_workbook(rows))
    assert register_as_expected() == expected_people()


def test_a_delegation_column_instead_of_headings():
    people = expected_people()
    rows = [["姓名", "性别", "所在代表团", "出生年月", "手机"]]
    rows += [[p["name"], p["sex"], f"{p['delegation']}代表团", p["birth"], p["phone"]] for p in people]
    take(as_workbook(rows))
    assert Mandate.objects.filter(delegation__name="石桥镇").count() == 21
    assert Deputy.objects.count() == 147


def test_a_merged_delegation_cell_counts_for_all_its_rows():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["代表团", "姓名", "性别"])
    for name, sex in (("甲一", "男"), ("乙二", "女"), ("丙三", "男")):
        sheet.append([None, name, sex])
    sheet["A2"], sheet["A4"] = "石桥镇", "柳林镇"
    sheet.merge_cells("A2:A3")
    held = io.BytesIO()
    book.save(held)
    take(held.getvalue())
    assert list(Mandate.objects.order_by("pk").values_list("delegation__name", flat=True)) == [
        "石桥镇",
        "石桥镇",
        "柳林镇",
    ]


def test_one_sheet_per_delegation():
    book = openpyxl.Workbook()
    for name in ("石桥镇代表团", "柳林镇代表团"):
        sheet = book.create_sheet(name)
        sheet.append(["姓名", "性别"])
        sheet.append([f"{name[0]}某", "男"])
    book.remove(book.worksheets[0])
    held = io.BytesIO()
    book.save(held)
    report = take(held.getvalue())
    assert [row.sheet for row in report.rows] == ["石桥镇代表团", "柳林镇代表团"]
    assert set(Mandate.objects.values_list("delegation__name", flat=True)) == {"石桥镇", "柳林镇"}


def test_a_header_of_two_rows():
    rows = [
        ["序号", "姓名", "性别", "代表团", "联系方式", None],
        [None, None, None, None, "手机", "电子邮箱"],
        [1, "赵一", "女", "石桥镇", 13800012345, "zhao@example.cn"],
    ]
    take(as_workbook(rows))
    contact = Deputy.objects.get().contact
    assert (contact.phone, contact.email) == ("13800012345", "zhao@example.cn")


def test_the_same_name_in_two_delegations_is_two_people():
    rows = [["姓名", "性别", "代表团"], ["王兰", "女", "石桥镇"], ["王　兰", "女", "柳林镇"]]
    take(as_workbook(rows))
    assert Deputy.objects.filter(name="王兰").count() == 2


def test_a_remark_that_is_no_status_is_kept():
    take(mended(lambda sheet: sheet.__setitem__("L5", "区人大常委会委员")))
    assert Deputy.objects.get(name="张洋杰").remark == "区人大常委会委员"


def test_headings_with_a_wrong_number_are_remarked_on():
    report = take(mended(lambda sheet: sheet.__setitem__("A4", "一、石桥镇代表团（22名）")))
    assert any("写明“石桥镇”22名，实际读到21名" in note for note in report.notes)


def test_an_unclear_header_is_left_out_until_somebody_says_what_it_means():
    rows = [["姓名", "性别", "代表团", "通讯号"], ["王兰", "女", "石桥镇", "13800012345"]]
    report = take(as_workbook(rows))
    assert any("D列的表头“通讯号”不能确定含义" in note for note in report.notes)
    assert Deputy.objects.get().contact.phone == ""
    take(as_workbook(rows), chosen={"通讯号": "phone"})
    assert Deputy.objects.get().contact.phone == "13800012345"


def test_real_days_keep_their_day():
    rows = [["姓名", "性别", "代表团", "出生日期"], ["王兰", "女", "石桥镇", date(1975, 8, 15)]]
    take(as_workbook(rows))
    assert Deputy.objects.get().birth_text == "1975年8月15日"
