"""A visit: written down once, sent on its path, and the visitor is told; nobody's data where they do not belong."""

from datetime import timedelta

import pytest
from django.db import connection

from foundation import deadlines
from foundation.deadlines.registry import kind_of
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.privacy.erasing import purge_due
from foundation.privacy.reveal import reveal
from foundation.workdays.arithmetic import add_workdays
from foundation.workflow import Refused, announce
from liaison_stations.models import Letter, MailboxRule, ReceptionRecord
from liaison_stations.states.letter import MailboxCode
from liaison_stations.transitions.post_letter import Writer
from liaison_stations.transitions.receptions import record_reception, tell_visitor
from tests.liaison_stations.receiving import NOW, arranged, station_of, told
from tests.suggestions.views.scans import scan

VISITOR = Writer(name="秦晓月", phone="13912345678", address="桥头村12号")
WORDS = {"kind": "opinion", "title": "桥头路灯不亮", "text": "村口三盏路灯坏了半个月。", "path": "unit"}
SPOT = {"path": "spot", "answer": "已讲明政策。", "satisfaction": 5}


@pytest.fixture
def station(cast, register):
    return station_of(cast, register)


@pytest.fixture
def visit(cast, register, station):
    def record(token="t1", **changes):
        facts = {"deputies": [register.lin.deputy], "received_at": NOW, "by": cast.jiang, "at": NOW, **WORDS}
        return record_reception(station, token=token, **{**facts, **changes})

    return record


def test_a_matter_that_goes_on_is_the_visitor_s_letter_and_the_deputy_hears(cast, visit):
    received = visit(visitor=VISITOR, agreed=True, proposal="请交通局现场查看。")
    letter = Letter.objects.with_names().get()
    assert (letter.channel, letter.to_station.name, letter.state) == ("station", "青石镇代表联络站", "posted")
    assert (letter.title, letter.writer.phone) == ("桥头路灯不亮", "13912345678")
    assert Letter.objects.opened_by(letter.number, received.code) == letter
    record = received.record
    assert (record.state, record.visitor_name, record.text, record.words) == ("handling", "", "", letter.text)
    assert told("received") == {"lin"}
    assert not Notice.objects.filter(body__contains="秦晓月").exists()


def test_settled_on_the_spot_is_kept_here_encrypted_and_no_letter(cast, visit):
    record = visit(visitor=VISITOR, agreed=True, **SPOT).record
    assert (record.state, record.letter, record.satisfaction) == ("settled", None, 5)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM liaison_stations_receptionrecord r")
        stored = cursor.fetchone()[0]
    assert not any(word in stored for word in ("秦晓月", "13912345678", "桥头", "已讲明"))
    assert reveal("visitor_phone", record, by=cast.lin, at=NOW, purpose="告知办理结果") == "13912345678"
    with pytest.raises(Refused, match="经办人员查看"):
        reveal("visitor_phone", record, by=cast.zhao, at=NOW, purpose="了解情况")
    with pytest.raises(Refused):
        reveal("visitor_phone", record, by=cast.zhou, at=NOW, purpose="了解情况")


def test_sent_twice_it_is_there_once_with_the_same_code(visit):
    first, second = visit(), visit(title="改了字也一样")
    assert (first.record, first.code) == (second.record, second.code)
    assert ReceptionRecord.objects.count() == Letter.objects.count() == 1
    assert visit("t2").record != first.record


def test_the_visit_belongs_to_the_reception_day_and_keeps_the_paper_sheet(cast, register):
    slot = arranged(cast, register)[0]
    at = slot.starts_at + timedelta(minutes=20)
    facts = {"deputies": [register.lin.deputy], "received_at": at, "by": cast.jiang, "at": at + timedelta(days=3)}
    received = record_reception(slot.station, token="paper", source="paper", sheet=scan(), **facts, **WORDS)
    assert received.record.slot == slot
    assert files_of(received.record, "sheet").count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"deputies": []}, "deputies", "接待的本站代表"),
        ({"received_at": NOW + timedelta(hours=1)}, "received_at", "不能晚于现在"),
        ({"received_at": NOW - timedelta(days=61)}, "received_at", "最近60天"),
        ({"kind": "x"}, "kind", "选择类别"),
        ({"path": "x"}, "path", "选择办理途径"),
        ({"title": " "}, "title", "事由"),
        ({"text": " "}, "text", "群众反映的情况"),
        ({**SPOT, "answer": ""}, "answer", "当场怎样答复"),
        ({**SPOT, "satisfaction": 6}, "satisfaction", "1至5分"),
        ({"visitor": VISITOR}, "agreed", "征得来访人同意"),
        ({"visitor": Writer(phone="123"), "agreed": True}, "phone", "手机号"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_written(visit, changes, field, words):
    with pytest.raises(Refused, match=words) as refusal:
        visit(**changes)
    assert refusal.value.field == field
    assert not ReceptionRecord.objects.exists()
    assert not Letter.objects.exists()


def test_who_may_write_down_and_who_reads(cast, visit, station):
    for stranger in (cast.wu, cast.stranger, cast.luo):
        with pytest.raises(Refused, match="进站代表登记"):
            visit(by=stranger)
    record = visit(by=cast.deng).record
    seen = {key for key, person in cast.people().items() if record in ReceptionRecord.objects.visible_to(person)}
    assert seen == {"he", "xu", "gao", "zhao", "qian", "jiang", "wei", "lin"}
    station.closed_on, station.close_reason = NOW.date(), "合并"
    station.save()
    with pytest.raises(Refused, match="没有开放"):
        visit("t2")


def test_the_answer_to_the_letter_is_told_to_the_visitor_and_a_reopened_one_opens_again(cast, visit):
    record = visit().record
    with pytest.raises(Refused, match="办理中"):
        tell_visitor(record, on=NOW.date(), how="phone", by=cast.jiang, at=NOW)
    announce("liaison_stations.answer_letter", record.letter, by=cast.he, at=NOW)
    record.refresh_from_db()
    assert record.state == "answered"
    assert told("result_in") == {"jiang", "wei", "lin"}
    clock = deadlines.clock_of("visitor_told", record)
    assert clock.due_on == add_workdays(NOW.date(), 3)
    kind = kind_of("visitor_told")
    assert {cast.jiang.pk, cast.lin.pk} <= kind.recipients([clock], 1)[clock.pk]
    assert cast.he.pk in kind.recipients([clock], 3)[clock.pk] - kind.recipients([clock], 1)[clock.pk]
    assert kind.still_due([clock]) == {clock.pk}
    for facts, words in (({"how": "x"}, "告知方式"), ({"on": NOW.date() + timedelta(days=1)}, "告知日期")):
        with pytest.raises(Refused, match=words):
            tell_visitor(record, **{"on": NOW.date(), "how": "phone", **facts}, by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="可以维护这个联络站"):
        tell_visitor(record, on=NOW.date(), how="phone", by=cast.zhou, at=NOW)
    assert tell_visitor(record, on=NOW.date(), how="phone", by=cast.lin, at=NOW).state == "told"
    assert deadlines.clock_of("visitor_told", record) is None
    announce("liaison_stations.reopen_letter", record.letter, by=None, at=NOW)
    record.refresh_from_db()
    assert record.state == "handling"
    announce("liaison_stations.decline_letter", record.letter, by=cast.he, at=NOW)
    record.refresh_from_db()
    assert record.state == "answered"
    announce("liaison_stations.reopen_letter", record.letter, by=None, at=NOW)
    assert deadlines.clock_of("visitor_told", record) is None


def test_what_was_settled_is_emptied_when_its_time_is_over(visit):
    record = visit(visitor=VISITOR, agreed=True, **SPOT).record
    days = MailboxRule.amounts_on(NOW.date())[MailboxCode.RECEPTION_KEEP]
    purge_due(NOW.date() + timedelta(days=days), at=NOW)
    record.refresh_from_db()
    assert record.visitor_name
    purge_due(NOW.date() + timedelta(days=days + 1), at=NOW)
    record.refresh_from_db()
    assert (record.matter, record.visitor_name, record.path) == ("", "", "spot")
    assert record.erased_at
