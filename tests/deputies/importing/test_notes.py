"""What remarks mean."""

from datetime import date

import pytest

from deputies.importing.notes import read_note
from deputies.states import Level


@pytest.mark.parametrize(
    ("note", "levels"),
    [
        ("省人大代表", [Level.PROVINCE]),
        ("市人大代表", [Level.CITY]),
        ("省、市人大代表", [Level.PROVINCE, Level.CITY]),
        ("全国人大代表", [Level.NATIONAL]),
        ("自治区人大代表", [Level.PROVINCE]),
        ("同时系市第十七届人大代表", [Level.CITY]),
        ("区人大代表", [Level.DISTRICT]),
        ("镇人大代表", [Level.TOWNSHIP]),
    ],
)
def test_further_levels(note, levels):
    reading = read_note(note)
    assert (reading.levels, reading.rest, reading.fault) == (levels, "", "")


def test_a_county_level_city_reads_its_own_word_as_home():
    assert read_note("市人大代表", Level.DISTRICT, "市").levels == [Level.DISTRICT]


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("2025年3月补选", date(2025, 3, 1)),
        ("2025.3补选", date(2025, 3, 1)),
        ("2025年3月18日补选", date(2025, 3, 18)),
        ("补选", None),
        ("2024-12补选当选", date(2024, 12, 1)),
    ],
)
def test_by_elections(note, day):
    reading = read_note(note)
    assert (reading.by_election, reading.elected_on, reading.rest) == (True, day, "")


@pytest.mark.parametrize(
    ("note", "reason", "since"),
    [
        ("2025年9月调离，终止代表资格", "moved_away", date(2025, 9, 1)),
        ("2025年6月辞去代表职务", "resigned", date(2025, 6, 1)),
        ("已辞职", "resigned", None),
        ("2025年1月5日去世", "died", date(2025, 1, 5)),
        ("因病逝世", "died", None),
        ("被罢免", "recalled", None),
        ("两次未经批准不出席会议，代表资格终止", "absent_twice", None),
        ("依法剥夺政治权利，资格终止", "lost_rights", None),
        ("迁出本行政区域，代表资格自行终止", "moved_away", None),
    ],
)
def test_endings(note, reason, since):
    reading = read_note(note)
    assert (reading.status, reading.reason, reading.since, reading.fault) == ("ended", reason, since, "")


def test_suspensions():
    reading = read_note("2025年8月因刑事案件被羁押，暂停执行代表职务")
    assert (reading.status, reading.reason, reading.since) == ("suspended", "detained", date(2025, 8, 1))
    assert read_note("判处拘役，暂停执行代表职务").reason == "sentenced"


def test_several_things_in_one_remark():
    reading = read_note("2025年3月补选；市人大代表；区人大常委会委员")
    assert (reading.by_election, reading.levels, reading.rest) == (True, [Level.CITY], "区人大常委会委员")


@pytest.mark.parametrize("note", ["已终止", "代表资格终止", "暂停执行代表职务", "代表资格待定", "已停职", "恢复资格"])
def test_a_status_without_its_ground_is_refused(note):
    assert "请写明法定情形" in read_note(note).fault


def test_a_date_that_does_not_exist():
    assert "日期不存在" in read_note("2025年13月补选").fault


def test_an_unsaid_ending_is_doubted():
    assert "请核对" in read_note("2025年9月调离").doubt


@pytest.mark.parametrize("note", ["归侨", "区人大常委会委员", "2025年辞去区人大常委会委员职务", "连任"])
def test_other_remarks_are_kept(note):
    reading = read_note(note)
    assert (reading.status, reading.rest, reading.fault) == ("serving", note, "")
