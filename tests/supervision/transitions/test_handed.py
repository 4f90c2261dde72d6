"""Tasks handed down: taken, reported, late, given back, sent up, and counted in the year-end report."""

from datetime import date

import pytest
from docx import Document

from foundation import deadlines
from foundation.files import storage
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import HandedTask
from supervision.transitions import handed, local_years
from tests.supervision import handed_hand as hand
from tests.supervision import local_hand
from tests.supervision.handed_hand import AT, DUE, LATE


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_a_task_of_a_township_until_it_is_closed(cast, register):
    task, other = hand.given(cast, cast.township, cast.street)
    assert cast.wei.pk in told("handed_given")
    assert deadlines.clock_of("handed_task", task).due_on == DUE
    with pytest.raises(Refused, match="已经交给"):
        hand.given(cast)
    with pytest.raises(Refused, match="承办单位"):
        hand.taken(other, cast.wei)
    with pytest.raises(Refused):
        hand.reported(task, cast.wei)
    hand.taken(task, cast.wei)
    handed.note_handed(task.pk, text="已察看水厂。", by=cast.wei, at=AT)
    with pytest.raises(Refused, match="逾期原因") as late:
        hand.reported(task, cast.wei, at=LATE)
    assert late.value.field == "late_reason"
    hand.reported(task, cast.wei, at=LATE, late_reason="汛期推迟入户。")
    assert cast.he.pk in told("handed_reported")
    assert deadlines.clock_of("handed_task", task) is None
    with pytest.raises(Refused, match="今天以后"):
        handed.return_handed(task.pk, reason="补充", due_on=DUE, by=cast.he, at=LATE)
    again = handed.return_handed(task.pk, reason="补充整改情况", due_on=date(2026, 6, 30), by=cast.he, at=LATE)
    assert (again.state, deadlines.clock_of("handed_task", again).due_on) == ("under_way", date(2026, 6, 30))
    hand.reported(task, cast.wei, at=LATE, result="意见四条全部落实。")
    with pytest.raises(Refused, match="不用报送上级"):
        handed.send_handed_up(task.pk, up_number="1号", sent_up_on=LATE.date(), by=cast.he, at=LATE)
    with pytest.raises(Refused, match="办事机构"):
        handed.close_handed(task.pk, by=cast.wei, at=LATE)
    done = handed.close_handed(task.pk, by=cast.he, at=LATE)
    kinds = list(done.entries.values_list("kind", flat=True))
    assert (done.state, kinds) == ("closed", ["progress", "report", "returned", "report", "closed"])
    assert not [clock for clock in deadlines.clocks_of(done) if clock.is_open]


def test_what_comes_from_above_goes_up_when_its_parts_are_done(cast, register):
    upper = hand.from_above(cast)
    with pytest.raises(Refused, match="上级的期限"):
        hand.given(cast, parent=upper, due_on=date(2026, 6, 30))
    (part,) = hand.given(cast, parent=upper)
    hand.taken(upper, cast.he)
    with pytest.raises(Refused, match="青石镇人大的事项还没有办结"):
        hand.reported(upper, cast.he)
    hand.taken(part, cast.wei)
    hand.reported(part, cast.wei)
    handed.close_handed(part.pk, by=cast.xu, at=AT)
    hand.reported(upper, cast.he)
    with pytest.raises(Refused, match="请先报送上级"):
        handed.close_handed(upper.pk, by=cast.he, at=AT)
    handed.send_handed_up(upper.pk, up_number="示人常〔2026〕9号", sent_up_on=AT.date(), by=cast.he, at=AT)
    back = handed.bounce_handed(upper.pk, reason="补充数据", due_on=date(2026, 6, 10), by=cast.he, at=AT)
    assert back.state == "under_way"
    hand.reported(upper, cast.he)
    handed.send_handed_up(upper.pk, up_number="示人常〔2026〕10号", sent_up_on=AT.date(), by=cast.he, at=AT)
    assert handed.close_handed(upper.pk, comment="市人大已接受。", by=cast.he, at=AT).state == "closed"


def test_who_finds_it_and_what_is_taken_back(cast, register):
    task, _ = hand.given(cast, cast.township, cast.street)

    def found():
        people = ("wei", "jiang", "lin", "he", "zhao", "luo", "fang", "feng", "stranger")
        seen = HandedTask.objects.filter(pk=task.pk)
        return {name for name in people if seen.visible_to(getattr(cast, name)).exists()}

    assert found() == {"wei", "he", "zhao", "luo", "fang"}
    assert HandedTask.objects.visible_to(cast.wei).get() == task
    handed.cancel_handed(task.pk, reason="与市里合并", by=cast.he, at=AT)
    assert not HandedTask.objects.of_year(cast.township, 2026).exists()
    assert told("handed_cancelled") == {cast.wei.pk}


def test_the_year_end_report_counts_them(cast, register):
    presidium = local_hand.seated(cast, cast.wei)
    (task,) = hand.given(cast)
    hand.taken(task, cast.wei)
    hand.reported(task, cast.wei)
    handed.close_handed(task.pk, by=cast.he, at=AT)
    hand.given(cast, number="示人常代〔2026〕8号", title="调研集镇停车")
    plan = local_hand.filed(presidium, cast.wei)
    item = plan.items.get()
    local_years.finish_item(item.pk, done_on=AT.date(), result="已视察。", by=cast.wei, at=AT)
    local_years.report_year(plan.pk, effect="有成效。", by=cast.wei, at=AT)
    paper = Document(str(storage.path_of(files_of(plan).get().sha256)))
    words = [paragraph.text for paragraph in paper.paragraphs]
    assert "承办上级人大常委会交办的事项2件，已办结1件。" in words
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"开展农村饮水安全专项视察", "视察两次，提出意见四条。", "待签收"} <= cells
