"""The list of stations an office really has: GB18030, names that stand twice, imported whole, twice, or not at all."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from deputies.importing import import_roster
from deputies.models import Area
from foundation.documents.reading.faults import UnreadableFile
from liaison_stations.importing import import_stations
from liaison_stations.models import Station, StationDeputy

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
STATIONS = SAMPLES / "联络站台账.csv"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text())["stations"]
AT = datetime(2026, 2, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))

pytestmark = pytest.mark.django_db


def take(content: bytes | None = None, **options):
    return import_stations(content or STATIONS.read_bytes(), "联络站台账.csv", by=None, at=AT, **options)


def lines(*rows: str) -> bytes:
    return "\n".join(["联络站名称,类型,所在乡镇街道,地址,进站代表", *rows]).encode("gb18030")


def messages(report) -> list[str]:
    return [message.text for row in report.rows for message in row.messages]


def test_the_sample_is_read_as_expected():
    import_roster((SAMPLES / "代表名册.xlsx").read_bytes(), "代表名册.xlsx", by=None, at=AT)
    report = take()

    assert report.written
    found = Station.objects.select_related("area").order_by("pk")
    asked = [any("名称与" in message.text for message in row.messages) for row in report.rows]
    assert [
        {"name": station.name, "area": station.area.name, "same_name_above": twice}
        for station, twice in zip(found, asked, strict=True)
    ] == EXPECTED
    assert found[0].phone == "0564-4452357"
    assert (found[0].head_name, found[0].officer_name, found[0].reception_note) == ("凤霞", "袁英", "逢五逢十（农历）")
    # Every deputy of the list serves in the place's own delegation, namesakes elsewhere notwithstanding.
    assert StationDeputy.objects.count() == 51
    assert not [text for text in messages(report) if "进站代表" in text]
    assert take().counts == {"new": 0, "changed": 0, "unchanged": 17, "refused": 0}


def test_without_a_roster_the_stations_stand_and_their_deputies_are_told():
    report = take()
    assert report.created["area"] == ["石桥镇", "柳林镇", "青山乡", "河口镇", "城关街道", "东湖街道"]
    assert Area.objects.get(name="石桥镇").kind == "township"
    assert "“邹春”不在本级在任代表名册中，未登记为进站代表，请到联络站页面补登。" in messages(report)


def test_one_bad_row_keeps_everything_out():
    report = take(lines("甲站,站,石桥镇,人民路1号,", "乙站,馆,石桥镇,,"))
    assert not report.written
    assert not Station.objects.exists()
    assert "“馆”不是有效的类型，请填“家”“站”或“点”。" in messages(report)
    assert any("地址是空的" in text for text in messages(report))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",站,石桥镇,人民路1号,", "联络站名称是空的"),
        ("甲站,站,某处,人民路1号,", "不是已登记的乡镇街道"),
        ("甲站,站,,人民路1号,", "不知道在哪个乡镇街道"),
        (f"甲站,站,石桥镇,{'长' * 121},", "超过120个字"),
    ],
)
def test_a_fault_is_told_in_the_users_words(row, told):
    assert any(told in text for text in messages(take(lines(row))))


def test_the_same_station_twice_is_refused():
    report = take(lines("甲站,站,石桥镇,人民路1号,", "甲站,站,石桥镇,人民路1号,"))
    assert any("都相同，请删去重复的一行" in text for text in messages(report))


def test_an_answer_decides_whether_it_is_one_station_or_two():
    twins = lines("甲站,站,石桥镇,人民路1号,", "甲站,站,石桥镇,人民路2号,")
    take(twins, chosen={"同名站第3行": "same"})
    assert Station.objects.get().address == "人民路1号"

    # Registered already, under another address: it has moved.
    take(lines("甲站,站,石桥镇,幸福路9号,"), chosen={"同名站第2行": "same"})
    assert Station.objects.get().address == "幸福路9号"


def test_a_blank_erases_nothing_and_nobody_is_taken_away(net):
    report = take(lines(f"{net.qingshi.name},站,青石镇,{net.qingshi.address},周建国"))
    net.qingshi.refresh_from_db()
    assert report.rows[0].outcome == "changed"
    assert net.qingshi.head_name == "凤霞"
    assert sorted(place.deputy.name for place in net.qingshi.places.all()) == ["周建国", "林晓梅"]


def test_of_namesakes_the_one_of_the_place_is_posted(net, register):
    from tests.deputies_cast import add_mandate

    add_mandate(register, "林晓梅", register.chengguan)
    take(lines("东街站,站,城关街道,东街1号,林晓梅"))
    assert StationDeputy.objects.get(station__name="东街站").deputy.mandates.get().delegation == register.chengguan


def test_what_is_no_list_is_told():
    with pytest.raises(UnreadableFile, match="没有找到表头"):
        take("随便写点什么".encode())


def test_the_command_answers_as_agreed(capsys, tmp_path):
    call_command("import_stations", str(STATIONS), "--json", "--dry-run")
    answer = json.loads(capsys.readouterr().out)
    assert answer["written"] is False
    assert len(answer["rows"]) == 17
    assert not Station.objects.exists()
    with pytest.raises(CommandError, match="找不到文件"):
        call_command("import_stations", str(tmp_path / "没有.csv"))


def test_the_command_refuses_until_names_that_stand_twice_are_answered(tmp_path):
    rows = ("甲站,站,石桥镇,人民路1号,", "甲站,站,石桥镇,人民路2号,", "甲站,站,石桥镇,人民路3号,")
    place = tmp_path / "台账.csv"
    place.write_bytes(lines(*rows))
    with pytest.raises(CommandError) as told:
        call_command("import_stations", str(place))
    assert "未写入任何数据" in str(told.value)
    assert "第3行“甲站”（人民路2号）与第2行（人民路1号）名称相同：是另一个站的加 --another 3" in str(told.value)
    with pytest.raises(CommandError, match="第4行"):
        call_command("import_stations", str(place), "--another", "3")
    with pytest.raises(CommandError, match="只留一个"):
        call_command("import_stations", str(place), "--another", "3", "--same", "3")
    assert not Station.objects.exists()
    call_command("import_stations", str(place), "--another", "3", "--same", "4")
    assert list(Station.objects.order_by("pk").values_list("address", flat=True)) == ["人民路1号", "人民路2号"]


def test_in_the_browser_names_that_stand_twice_are_answered_first(cast, signed_in):
    office = signed_in(cast.he)
    sent = office.post("/stations/import/", {"file": SimpleUploadedFile("台账.csv", STATIONS.read_bytes())})
    page = office.get(sent.url)
    assert "有名称相同的联络站，请先答复" in page.text
    assert "确认导入" not in page.text
    assert office.post(sent.url, {"confirm": "1"}).status_code == 422
    assert not Station.objects.exists()

    unanswered = office.post(sent.url, {"columns": "1"})
    assert unanswered.status_code == 422
    assert "请选择是不是同一个站" in unanswered.text
    answers = dict.fromkeys(["same_6", "same_9", "same_14", "same_18"], "another")
    office.post(sent.url, {"columns": "1", **answers, "same_13": "same"})
    done = office.post(sent.url, {"confirm": "1"}, follow=True)
    assert "联络站台账已导入" in done.text
    assert Station.objects.count() == 16
