"""The roster an office really has, imported completely, twice, and refused where it is wrong."""

import io
import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.db import connection

from deputies.importing import UnreadableFile, import_roster
from deputies.models import Congress, Delegation, Deputy, DeputyContact, Mandate, MandateStatusChange, Term
from deputies.models.contact import phone_hash
from foundation.audit.models import Event

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
ROSTER = SAMPLES / "代表名册.xlsx"
AT = datetime(2026, 2, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))

pytestmark = pytest.mark.django_db


def take(content: bytes | None = None, **options):
    return import_roster(content or ROSTER.read_bytes(), "代表名册.xlsx", by=None, at=AT, **options)


def mended(change) -> bytes:
    """The sample with `change(sheet)` done to it."""
    book = openpyxl.load_workbook(ROSTER)
    change(book.active)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_workbook(rows: list[list]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def register_as_expected() -> list[dict]:
    found = []
    home = Mandate.objects.filter(level="district").select_related("deputy__contact", "delegation", "constituency")
    for seat in home.order_by("pk"):
        person = seat.deputy
        levels = person.mandates.order_by("pk").values_list("level", flat=True)
        found.append(
            {
                "name": person.name,
                "delegation": seat.delegation.name,
                "sex": person.get_sex_display(),
                "birth": f"{person.birth_month:%Y-%m}",
                "phone": person.contact.phone,
                "constituency": seat.constituency.name,
                "ethnic_group": person.ethnic_group,
                "levels": list(levels),
                "status": seat.status,
                "by_election": seat.by_election,
            }
        )
    return found


def expected_people() -> list[dict]:
    people = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["people"]
    return [{key: value for key, value in person.items() if key != "note"} for person in people]


def test_the_sample_is_read_completely():
    report = take()
    assert report.written
    assert report.counts == {"new": 147, "changed": 0, "unchanged": 0, "refused": 0}
    assert register_as_expected() == expected_people()


def test_what_is_created_beside_the_people_is_listed():
    report = take()
    assert report.created["term"] == ["第五届"]
    assert report.created["delegation"] == list(dict.fromkeys(person["delegation"] for person in expected_people()))
    assert set(report.created["delegation"]) == set(Delegation.objects.values_list("name", flat=True))
    assert len(report.created["constituency"]) == 52
    assert Congress.objects.get().name == "示范区人民代表大会"
    assert Term.objects.current().number == 5


def test_ended_and_by_elected_mandates_carry_their_dates():
    take()
    ended = Mandate.objects.filter(status="ended")
    assert {(seat.reason, seat.status_since.isoformat()) for seat in ended} == {("moved_away", "2025-09-01")}
    assert MandateStatusChange.objects.filter(to_status="ended").count() == 3
    assert {seat.elected_on.isoformat() for seat in Mandate.objects.filter(by_election=True)} == {"2025-03-01"}
    assert not Mandate.objects.filter(imported_at=None).exists()


def test_the_same_file_again_changes_nothing():
    take()
    before = Event.objects.count()
    report = take()
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 147, "refused": 0}
    assert report.created == {}
    assert Deputy.objects.count() == 147
    assert Event.objects.count() == before + 1


def test_a_dry_run_answers_the_same_and_writes_nothing():
    report = take(dry_run=True)
    assert report.counts["new"] == 147
    assert not report.written
    assert report.created["term"] == ["第五届"]
    assert not Deputy.objects.exists()
    assert not Congress.objects.exists()


def test_a_new_telephone_is_a_change():
    take()
    report = take(mended(lambda sheet: sheet.__setitem__("K5", "１３８ ０００１ ２３４５")))
    assert report.counts == {"new": 0, "changed": 1, "unchanged": 146, "refused": 0}
    assert report.rows[0].changes == ["联系电话：100****0777→138****2345"]
    assert Deputy.objects.get(name="张洋杰").contact.phone == "13800012345"


def test_two_deputies_may_exchange_their_telephones():
    take()

    def exchange(sheet):
        sheet["K5"].value, sheet["K6"].value = sheet["K6"].value, sheet["K5"].value

    assert take(mended(exchange)).counts["changed"] == 2
    assert Deputy.objects.get(name="张洋杰").contact.phone == "10011696105"


def test_a_blank_cell_does_not_erase_what_is_known():
    take()
    assert take(mended(lambda sheet: sheet.__setitem__("K5", None))).counts["unchanged"] == 147
    assert Deputy.objects.get(name="张洋杰").contact.phone == "10038360777"


def test_a_new_ending_in_the_remarks_ends_the_mandate():
    take()
    report = take(mended(lambda sheet: sheet.__setitem__("L5", "2025年12月辞去代表职务")))
    seat = Mandate.objects.get(deputy__name="张洋杰", level="district")
    assert report.counts["changed"] == 1
    assert (seat.status, seat.reason, seat.changes.get().from_status) == ("ended", "resigned", "serving")


def test_an_ended_mandate_is_not_revived_by_an_old_file():
    take(mended(lambda sheet: sheet.__setitem__("L5", "2025年12月辞去代表职务")))
    report = take()
    assert report.counts["unchanged"] == 147
    assert "导入不改变" in report.rows[0].messages[0].text
    assert Mandate.objects.get(deputy__name="张洋杰").status == "ended"


def test_a_deputy_who_changed_delegation_is_the_same_person():
    take()

    def move(sheet):
        # 张洋杰 moves under 柳林镇: his row takes the place of the blank one below that heading's first row.
        values = [cell.value for cell in sheet[5]]
        sheet.delete_rows(5)
        sheet.insert_rows(29)
        for index, value in enumerate(values, 1):
            sheet.cell(29, index, value)

    report = take(mended(move))
    assert (report.counts["new"], report.counts["changed"]) == (0, 1)
    assert Deputy.objects.filter(name="张洋杰").count() == 1
    assert Mandate.objects.get(deputy__name="张洋杰").delegation.name == "柳林镇"


def test_the_next_term_knows_the_re_elected_by_name_birth_and_telephone():
    take()
    report = take(term_number=6)
    assert report.written
    assert Deputy.objects.count() == 147
    assert Mandate.objects.filter(term__number=6, level="district").count() == 147
    assert any("第5届" in note for note in report.notes)


def test_contacts_are_not_readable_in_the_database():
    take()
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(phone, ' ') FROM deputies_deputycontact")
        stored = cursor.fetchone()[0]
    assert "10038360777" not in stored
    assert DeputyContact.objects.get(phone_hash=phone_hash("10038360777")).deputy.name == "张洋杰"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"PK\x03\x04 nonsense", "损坏"),
        ("甲,乙\n1,2\n".encode(), "没有找到表头"),
        ("姓名,性别\n".encode(), "没有代表信息"),
        (b"<html><table></table></html>", "网页"),
    ],
)
def test_what_is_no_roster_is_told_in_a_sentence(content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        import_roster(content, "名册.csv", by=None, at=AT)
    assert not Term.objects.exists()


FULL = ["姓名", "性别", "代表团", "籍贯", "学位", "首次当选届次", "是否连任", "归侨", "常委会组成人员", "专门委员会"]
PERSON = ["石小梅", "女", "石桥镇", "湖南长沙", "工学学士", "第四届", "是", "否", "是", "法制委员会"]


def test_the_further_columns_of_a_roster_are_read_and_the_second_time_nothing_is_written():
    content = as_workbook([FULL, PERSON])
    take(content)
    seat = Mandate.objects.select_related("deputy").get(deputy__name="石小梅")
    assert (seat.deputy.native_place, seat.deputy.degree, seat.deputy.first_elected) == ("湖南长沙", "工学学士", 4)
    assert (seat.re_elected, seat.sc_member, seat.special_committee) == (True, True, "法制委员会")
    assert not seat.deputy.returned_overseas

    again = take(content)
    assert [row.outcome for row in again.rows] == ["unchanged"]
    assert Mandate.objects.get(pk=seat.pk).version == seat.version

    changed = take(as_workbook([FULL, [*PERSON[:6], "否", "", "", ""]]))
    assert changed.rows[0].changes == ["连任：是→否"]


def test_a_column_of_yes_and_no_takes_nothing_else():
    report = take(as_workbook([FULL, [*PERSON[:5], "很早", "也许", *PERSON[7:]]]))
    told = [message.text for message in report.rows[0].messages]
    assert told == ["“很早”不是届次，请填写如“4”或“第四届”。", "“也许”看不出是或否，请填“是”或“否”。"]
    assert not Deputy.objects.exists()


def test_who_sat_in_the_term_before_is_re_elected_and_keeps_his_seat_there():
    sheet = [["姓名", "性别", "出生年月", "联系电话", "代表团"], ["石小梅", "女", "1980.05", "13900003333", "石桥镇"]]
    take(as_workbook(sheet), term_number=5)
    Term.objects.create(congress=Congress.objects.get(is_home=True), number=6)
    take(as_workbook(sheet), term_number=6)
    person = Deputy.objects.get(name="石小梅")
    told = person.mandates.order_by("term__number").values_list("term__number", "re_elected")
    assert list(told) == [(5, False), (6, True)]
