"""The list an office really has, imported completely and in the state its columns say."""

from collections import Counter
from datetime import date

import pytest
from django.utils import timezone

from deputies.models import Meeting
from foundation.accounts.models import Organisation
from foundation.audit import timeline
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice, OutboxMail
from suggestions.models import Assignment, NumberSeries, Rating, Reply, Suggestion
from suggestions.transitions.numbering import take_number
from tests.suggestions.importing.workbooks import AT, expected, found, rows_of_sample

pytestmark = pytest.mark.usefixtures("imported")


def number(value: int) -> Suggestion:
    return Suggestion.objects.get(number=value)


def clocks(obj: object) -> dict[str, str]:
    return {row.kind: row.due_on.isoformat() for row in Deadline.objects.open().of(obj)}


def test_the_sample_is_read_completely(imported):
    report = imported
    assert report.written
    assert report.counts == {"new": 95, "changed": 0, "unchanged": 0, "refused": 0}
    assert not [message for row in report.rows for message in row.messages]
    assert found() == expected()


def test_units_and_session_that_were_unknown_are_listed(imported):
    report = imported
    named = {name for row in rows_of_sample()[2:] for cell in row[7:9] if cell for name in _split(cell)}
    assert set(report.created["unit"]) == named == set(Organisation.objects.values_list("name", flat=True))
    assert report.created["session"] == ["区五届人大五次会议"]
    assert set(report.created) == {"session", "unit"}
    assert Meeting.objects.get().number == 5


def _split(cell: str) -> list[str]:
    return cell.replace("，", "、").replace("\n", "、").split("、")


def test_each_stands_where_its_columns_say():
    rows = rows_of_sample()[2:]
    dissatisfied = [row for row in rows if "不满意" in (row[13], row[14])]
    rated = [row for row in rows if row[13]]
    replied = [row for row in rows if row[11]]
    assert Counter(Suggestion.objects.values_list("state", flat=True)) == {
        "assigned": 95 - len(replied),
        "replied": len(replied) - len(rated),
        "closed": len(rated) - len(dissatisfied),
        "rehandling": len(dissatisfied),
    }
    assert not Suggestion.objects.filter(imported_at=None).exists()
    assert not Assignment.objects.filter(imported_at=None).exists()
    assert not Reply.objects.filter(imported_at=None).exists()
    assert not Rating.objects.filter(imported_at=None).exists()


def test_two_deputies_of_one_name_are_told_apart():
    assert number(20).lead.delegation.name == "河口镇"
    assert number(94).lead.delegation.name == "石桥镇"
    assert number(20).lead.deputy_id != number(94).lead.deputy_id


def test_remarks_become_facts():
    paper = number(4)
    assert (paper.get_origin_display(), paper.is_key) == ("议案转建议", False)
    assert paper.ratings.get().reason == "问题尚未解决"
    assert number(1).is_key
    assert number(4).number_text == "第004号"


def test_an_open_one_has_its_clocks_from_the_day_of_assignment():
    paper = number(5)
    lead = paper.assignments.get(role="lead")
    assert (paper.first_assigned_on, paper.state, lead.state) == (date(2026, 2, 12), "assigned", "assigned")
    # Whether it was signed for and the deputy contacted, no column says, and those days have passed.
    assert clocks(lead) == {"objection": "2026-02-26", "reply": "2026-05-12"}
    assert clocks(paper.assignments.filter(role="co")[0]) == {"objection": "2026-02-26", "co_opinion": "2026-03-12"}


def test_an_answered_one_has_its_reply_clock_kept_and_asks_for_the_rating():
    paper = number(9)
    lead = paper.assignments.get(role="lead")
    kept = Deadline.objects.of(lead).get()
    assert (kept.kind, kept.met_on, kept.due_on) == ("reply", date(2026, 4, 27), date(2026, 5, 12))
    assert clocks(paper) == {"rating": "2026-05-20"}
    assert timezone.localdate(lead.replies.get().delivered_at) == date(2026, 4, 27)


def test_a_dissatisfied_one_is_handled_anew_from_the_day_of_the_import(imported):
    report = imported
    paper = number(60)
    lead, *helping = paper.assignments.order_by("pk")
    assert [turn.number for turn in paper.rounds.all()] == [1, 2]
    assert clocks(lead) == {"re_reply": "2026-06-08"}
    assert [set(clocks(part)) for part in helping] == [{"co_opinion_redo"}, {"co_opinion_redo"}]
    assert "重新办理的期限自导入当天起算" in "".join(report.notes)


def test_a_finished_one_has_no_clock():
    closed = number(10)
    assert (closed.ending, clocks(closed), clocks(closed.assignments.first())) == ("rated", {}, {})


def test_nobody_is_told_of_history_and_milestones_of_the_past_stay_silent():
    assert not Notice.objects.exists()
    assert not OutboxMail.objects.exists()
    assert not Deadline.objects.filter(next_milestone_on__lt=timezone.localdate(AT)).exists()
    report = remind_due(timezone.localdate(AT), at=AT)
    assert report.superseded == 0


def test_numbers_go_on_after_the_highest():
    assert NumberSeries.objects.get().last_number == 95
    paper = number(95)
    _, following, written = take_number(paper, "session", timezone.localdate(AT))
    assert (following, written) == (96, "第096号")


def test_the_timeline_tells_the_true_days():
    told = [(event.verb, timezone.localdate(event.at).isoformat()) for event in timeline(number(10))]
    assert told == [
        ("suggestions.register", "2026-02-12"),
        ("suggestions.assign", "2026-02-12"),
        ("suggestions.deliver_reply", "2026-04-22"),
        ("suggestions.rate", "2026-05-06"),
        ("suggestions.import", "2026-05-06"),
    ]
