"""Many assignments of one day: confirmed by a person, carried out line by line (交办会, L14)."""

from datetime import timedelta

import pytest

from foundation.accounts.models import Organisation
from foundation.audit import timeline
from foundation.notices.models import Notice
from suggestions.models import AssignmentMeeting, HandOver, MeetingRow, Suggestion, Switch
from suggestions.states import RowState, SuggestionState, UnitRole
from suggestions.transitions.assign_many import UNFORESEEN, carry_out_all, start_assigning
from suggestions.transitions.meetings import call_meeting, change_meeting, confirm_row, drop_row
from suggestions.transitions.merge import merge

pytestmark = pytest.mark.django_db
L, C, S = UnitRole.LEAD, UnitRole.CO, UnitRole.SEPARATE


@pytest.fixture
def meeting(road, cast):
    return called(road, cast)


def called(road, cast, **facts):
    wanted = {"title": "2026年交办会", "held_on": road.day, "place": "会议中心", **facts}
    return call_meeting(by=cast.he, at=road.at(), **wanted)


@pytest.fixture
def confirmed(road, cast, meeting):
    """`confirmed(paper, units)` puts a paper on the list."""

    def put(paper, units=None, **facts):
        units = units or [(cast.transport, L)]
        return confirm_row(meeting, by=cast.he, at=road.at(), suggestion=paper, units=units, **facts)

    return put


def run(road, cast, meeting):
    start_assigning(meeting, by=cast.he, at=road.at())
    return carry_out_all(road.fresh(meeting), now=road.at)


def test_one_day_for_all_and_everybody_hears(road, cast, meeting, confirmed, clocks, heard):
    first, second = road.registered(), road.registered()
    confirmed(first, [(cast.transport, L), (cast.education, C)])
    confirmed(second, [(cast.transport, S), (cast.education, S)], is_key=True)
    road.later(3)

    counts = run(road, cast, meeting)

    assert counts == {"done": 2, "failed": 0}
    papers = [road.fresh(paper) for paper in (first, second)]
    assert {paper.state for paper in papers} == {SuggestionState.ASSIGNED}
    assert {paper.first_assigned_on for paper in papers} == {meeting.held_on}
    assert papers[1].is_key
    assert clocks(road.part(papers[0]))["reply"] == "2026-06-02"
    assert heard("assigned") >= {"feng", "wu"}
    assert heard("meeting_done") == {"he", "xu"}


def test_one_bad_line_never_stops_the_rest(road, cast, meeting, confirmed):
    papers = [road.registered() for _ in range(3)]
    rows = [
        confirmed(papers[0]),
        confirmed(papers[1], [(cast.education, L)]),
        confirmed(papers[2]),
    ]
    Organisation.objects.filter(pk=cast.education.pk).update(is_active=False)

    counts = run(road, cast, meeting)

    bad = road.fresh(rows[1])
    assert counts == {"done": 2, "failed": 1}
    assert (bad.state, bad.failure) == (RowState.FAILED, f"{cast.education}不能作为承办单位，请另选。")
    assert road.fresh(papers[1]).state == SuggestionState.REGISTERED
    assert Notice.objects.filter(kind="suggestions.meeting_done", title__contains="1件未能交办").exists()


def test_a_failed_line_is_confirmed_anew_and_assigned(road, cast, meeting, confirmed):
    paper = road.registered()
    confirmed(paper, [(cast.education, L)])
    Organisation.objects.filter(pk=cast.education.pk).update(is_active=False)
    run(road, cast, meeting)

    row = confirmed(paper)
    assert (row.state, row.failure) == (RowState.CONFIRMED, "")
    assert run(road, cast, meeting) == {"done": 1, "failed": 0}


def test_a_fault_of_the_machine_fails_its_own_line_only(road, cast, meeting, confirmed, monkeypatch):
    from suggestions.transitions import assign_many

    papers = [road.registered() for _ in range(2)]
    rows = [confirmed(paper) for paper in papers]
    honest = assign_many.assign

    def stumbling(pk, **facts):
        if pk == papers[0].pk:
            Suggestion.objects.filter(pk=pk).update(title="半途")
            raise RuntimeError("disk full")
        return honest(pk, **facts)

    monkeypatch.setattr(assign_many, "assign", stumbling)
    counts = run(road, cast, meeting)

    assert counts == {"done": 1, "failed": 1}
    assert road.fresh(rows[0]).failure == UNFORESEEN
    assert road.fresh(papers[0]).title != "半途"


def test_a_day_before_registration_fails_that_line(road, cast):
    old = road.registered()
    road.later(5)
    young = road.registered()
    meeting = called(road, cast, held_on=road.day - timedelta(days=2))
    for paper in (old, young):
        confirm_row(meeting, by=cast.he, at=road.at(), suggestion=paper, units=[(cast.transport, L)])

    assert run(road, cast, meeting) == {"done": 1, "failed": 1}
    assert "不能早于立案日期" in MeetingRow.objects.get(suggestion=young).failure


def test_merged_papers_go_with_their_main_one_and_stand_in_no_line(road, cast, meeting, confirmed, refused):
    main, member = road.registered(), road.registered()
    merge(main, by=cast.he, at=road.at(), members=[member], reason="内容相近。")

    refused(confirm_row, meeting, by=cast.he, at=road.at(), suggestion=member, units=[(cast.transport, L)])
    assert list(Suggestion.objects.assignable_at(meeting)) == [main]
    confirmed(main)
    run(road, cast, meeting)

    assert road.fresh(member).state == SuggestionState.ASSIGNED


@pytest.mark.parametrize(
    "units",
    [[], [("transport", L), ("transport", C)], [("transport", L), ("education", S)], [("township", L)]],
)
def test_units_that_make_no_sense_are_refused_when_confirmed(road, cast, meeting, refused, units):
    rows = [(getattr(cast, name), role) for name, role in units]
    paper = road.registered()

    refused(confirm_row, meeting, by=cast.he, at=road.at(), suggestion=paper, units=rows, code="input")

    assert not MeetingRow.objects.exists()


def test_not_before_the_day_and_not_with_an_empty_list(road, cast, refused):
    ahead = called(road, cast, held_on=road.day + timedelta(days=1))
    confirm_row(ahead, by=cast.he, at=road.at(), suggestion=road.registered(), units=[(cast.transport, L)])

    assert "2026年3月3日" in refused(start_assigning, ahead, by=cast.he, at=road.at(), code="date")
    refused(start_assigning, called(road, cast), by=cast.he, at=road.at(), code="state")


def test_only_the_office_calls_confirms_and_starts(road, cast, meeting, confirmed, refused):
    row = confirmed(road.registered())
    facts = {"title": "交办会", "held_on": road.day}
    paper, units = road.registered(), [(cast.transport, L)]
    for who in ("lin", "gao", "fang", "sun", "feng", "chen", "stranger"):
        by = getattr(cast, who)
        refused(call_meeting, by=by, at=road.at(), **facts, code="role")
        refused(change_meeting, meeting, by=by, at=road.at(), **facts, code="role")
        refused(confirm_row, meeting, by=by, at=road.at(), suggestion=paper, units=units, code="role")
        refused(start_assigning, meeting, by=by, at=road.at(), code="role")
        refused(drop_row, row, by=by, at=road.at(), code="role")


def test_what_was_assigned_can_neither_be_taken_off_nor_moved_to_another_day(road, cast, meeting, confirmed, refused):
    paper = road.registered()
    row = confirmed(paper)
    change_meeting(meeting, by=cast.he, at=road.at(), title="春季交办会", held_on=road.day)
    run(road, cast, meeting)

    refused(drop_row, row, by=cast.he, at=road.at(), code="state")
    refused(change_meeting, meeting, by=cast.he, at=road.at(), title="春", held_on=road.day, code="state")
    refused(confirm_row, meeting, by=cast.he, at=road.at(), suggestion=paper, units=[(cast.transport, L)])
    refused(start_assigning, meeting, by=cast.he, at=road.at(), code="state")
    assert carry_out_all(meeting, now=road.at) == {"done": 0, "failed": 0}


def test_a_line_taken_off_leaves_the_paper_waiting(road, cast, meeting, confirmed):
    paper = road.registered()

    drop_row(confirmed(paper), by=cast.he, at=road.at())

    assert not MeetingRow.objects.exists()
    assert list(Suggestion.objects.assignable_at(meeting)) == [paper]


def test_a_meeting_is_visible_to_the_office_alone(road, cast, meeting):
    for who, sees in (("he", 1), ("xu", 1), ("gao", 1), ("lin", 0), ("sun", 0), ("feng", 0), ("stranger", 0)):
        assert AssignmentMeeting.objects.visible_to(getattr(cast, who)).count() == sees


def test_where_there_are_two_steps_a_line_may_go_to_the_government_office(road, cast, meeting, confirmed, refused):
    government, court, direct = (road.registered() for _ in range(3))
    wanted = {"by": cast.he, "at": road.at(), "suggestion": government}
    refused(confirm_row, meeting, **wanted, to_government=True, code="state")
    bad = confirmed(direct)
    Switch.objects.filter(key="two_steps").update(enabled=True)
    refused(confirm_row, meeting, **wanted, units=[(cast.transport, L)], code="input")
    row = confirm_row(meeting, **wanted, to_government=True, advice="主办区交通局")
    confirmed(court, [(cast.court, L)])

    assert run(road, cast, meeting) == {"done": 2, "failed": 1}
    paper = HandOver.objects.get()
    assert (paper.suggestion, paper.handed_on, paper.advice) == (government, meeting.held_on, "主办区交通局")
    assert road.fresh(row).state == RowState.DONE
    assert "政府办公室" in road.fresh(bad).failure


def test_a_substitutes_hand_stands_beside_his_principal_in_what_the_worker_writes(road, cast, meeting, confirmed):
    Switch.objects.filter(key="two_steps").update(enabled=True)
    paper, sent = road.registered(), road.registered()
    confirmed(paper, [(cast.court, L)])
    confirmed(sent, to_government=True, units=())
    cast.he.acted_by = cast.xu

    run(road, cast, meeting)

    for case, verb in ((paper, "suggestions.assign"), (sent, "suggestions.hand_to_government")):
        event = timeline(road.fresh(case)).get(verb=verb)
        assert (event.actor, event.on_behalf_of) == (cast.xu, cast.he)
    cast.he.acted_by = None


def test_a_second_start_carries_the_hand_of_who_pressed_it(road, cast, meeting, confirmed):
    paper = road.registered()
    confirmed(paper)
    cast.he.acted_by = cast.xu
    start_assigning(meeting, by=cast.he, at=road.at())
    cast.he.acted_by = None

    run(road, cast, meeting)

    event = timeline(road.fresh(paper)).get(verb="suggestions.assign")
    assert (event.actor, event.on_behalf_of) == (cast.he, None)


def test_the_second_of_two_clerks_at_one_line_is_told_what_the_first_settled(road, cast, meeting, confirmed, refused):
    paper = road.registered()
    row = confirmed(paper, seen="")
    late = {"by": cast.xu, "suggestion": paper, "units": [(cast.education, L)]}

    for seen in ("", "1.20200101000000000000"):
        told = refused(confirm_row, meeting, at=road.at(), seen=seen, code="stale", **late)
        assert told == f"同事{cast.he.name}已先一步确认为“主办：{cast.transport.label}”，请核对后再确认。"
    assert [each.unit for each in row.units.all()] == [cast.transport]

    again = confirm_row(meeting, at=road.at(), seen=row.stamp, **late)
    assert [each.unit for each in again.units.all()] == [cast.education]
    own = refused(confirm_row, meeting, at=road.at(), seen=row.stamp, code="stale", **late)
    assert own.startswith("您在另一个窗口已先一步确认为")


def test_what_a_colleague_took_off_is_not_put_back_unseen(road, cast, meeting, confirmed, refused):
    paper = road.registered()
    row = confirmed(paper)
    seen = row.stamp
    drop_row(row, by=cast.xu, at=road.at())

    wanted = {"suggestion": paper, "units": [(cast.transport, L)]}
    told = refused(confirm_row, meeting, by=cast.he, at=road.at(), seen=seen, code="stale", **wanted)
    assert "移出清单" in told
    assert not MeetingRow.objects.exists()
