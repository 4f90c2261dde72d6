"""Papers on one matter are handled together, and each keeps what is its own (F15, L15)."""

import pytest
from django.db import DatabaseError, transaction

from foundation.deadlines.models import Deadline
from suggestions.models import Category, Merge, Reply, Suggestion
from suggestions.states import AssignmentState, Grade, Kind, SuggestionState, UnitRole
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.assign import assign
from suggestions.transitions.bounce_co_opinion import bounce_co_opinion
from suggestions.transitions.decide_appeal import decide_appeal
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.merge import end_merge, merge
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.register import register
from suggestions.transitions.request_extension import request_extension
from suggestions.transitions.sign_reply import sign_reply
from suggestions.transitions.withdraw import withdraw
from tests.suggestions.merged import WHY, answered

pytestmark = pytest.mark.django_db

L, C = UnitRole.LEAD, UnitRole.CO


def test_both_keep_their_numbers_and_proposers_and_everybody_hears(road, cast, pair, heard, told):
    main, member = pair()

    assert main.number_text != member.number_text
    assert (member.lead, member.state) == (road.seats.zhou, SuggestionState.REGISTERED)
    assert (member.follows, main.followers) == (main, [member])
    assert heard("merged") == {"zhou"}
    assert heard("merged_to") == {"lin"}
    assert "merge" in told(main)
    assert "merge" in told(member)
    assert Suggestion.objects.registered().count() == 2


def test_a_merged_paper_is_assigned_with_its_main_one(road, cast, pair, refused, heard, clocks):
    main, member = pair()
    units = [(cast.transport, L), (cast.education, C)]

    reason = refused(assign, member, by=cast.he, at=road.at(), units=units, code="state")
    road.assigned(main, units=units)

    assert main.number_text in reason
    member = road.fresh(member)
    assert (member.state, member.first_assigned_on) == (SuggestionState.ASSIGNED, road.day)
    assert {(part.unit, part.role) for part in member.assignments.all()} == set(units)
    assert clocks(road.part(member)) == clocks(road.part(main))
    assert heard("assignment_told") == {"lin", "zhou"}
    assert not Suggestion.objects.without_clock().exists()


def test_units_hear_once_of_what_they_do_once(road, cast, pair):
    main, _ = pair()
    road.assigned(main)

    from foundation.notices.models import Notice

    mine = Notice.objects.filter(recipient=cast.feng, kind="suggestions.assigned")
    assert mine.count() == 1
    assert "并案办理" in mine.get().body


def test_the_unit_signs_and_drafts_under_the_main_paper_alone(road, cast, pair, refused):
    main, member = pair()
    road.assigned(main)
    twin = road.part(road.fresh(member))

    assert main.number_text in refused(acknowledge, twin, by=cast.feng, at=road.at(), code="state")
    road.handling(road.fresh(main))

    twin = road.part(road.fresh(member))
    assert (twin.state, twin.suggestion.state) == (AssignmentState.ACKNOWLEDGED, SuggestionState.HANDLING)
    assert twin.person_in_charge == "冯磊"
    refused(draft_reply, twin, by=cast.feng, at=road.at(), **road.reply_content(), code="state")


def test_no_reply_before_every_proposer_was_contacted(road, cast, pair, refused):
    main, member = pair()
    main = road.drafted(road.contacted(road.handling(road.assigned(main))))
    part = road.part(main)

    reason = refused(sign_reply, part, by=cast.chen, at=road.at(), code="state")
    assert member.number_text in reason
    record_contact(road.part(road.fresh(member)), by=cast.feng, at=road.at(), **road.talk())

    assert sign_reply(part, by=cast.chen, at=road.at()).state == AssignmentState.UNDER_CHECK


def test_each_proposer_gets_the_reply_and_a_rating_of_his_own(road, cast, pair, heard, clocks):
    main, member = answered(road, cast, *pair())

    assert (main.state, member.state) == (SuggestionState.REPLIED, SuggestionState.REPLIED)
    first, second = Reply.objects.order_by("pk")
    assert (first.body, first.doc_number, first.publish) == (second.body, second.doc_number, second.publish)
    assert (second.assignment.suggestion, second.contact_phone) == (member, first.contact_phone)
    assert heard("reply_delivered") == heard("rating_asked") == {"lin", "zhou"}
    assert set(clocks(main)) == set(clocks(member)) == {"rating"}
    met = Deadline.objects.of(road.part(member)).get(kind="reply")
    assert met.met_on == road.day


def test_after_the_reply_each_goes_its_own_way(road, cast, pair, refused):
    main, member = answered(road, cast, *pair())
    refused(rate, member, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied", code="role")

    rate(main, by=cast.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
    bad = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "没有解决。"}
    rate(member, by=cast.zhou, at=road.at(), **bad)

    main, member = road.fresh(main), road.fresh(member)
    assert (main.state, member.state) == (SuggestionState.CLOSED, SuggestionState.REHANDLING)
    assert (main.rounds.count(), member.rounds.count()) == (1, 2)
    assert member.follows is None
    assert member.merged_in == main
    twin = road.part(member)
    record_contact(twin, by=cast.feng, at=road.at(), **road.talk())
    assert draft_reply(twin, by=cast.feng, at=road.at(), **road.reply_content()).pk


def test_a_promise_is_made_to_every_proposer(road, cast, pair):
    main, member = answered(road, cast, *pair(), **road.promise())

    assert [paper.commitments.count() for paper in (main, member)] == [1, 1]


def test_a_co_opinion_stands_in_every_file_and_is_bounced_in_every_file(road, cast, pair):
    main, member = pair()
    main = road.handling(road.assigned(main, units=[(cast.transport, L), (cast.education, C)]))
    opinion = give_co_opinion(road.part(main, C), by=cast.wu, at=road.at(), text="同意。")

    twin = road.part(road.fresh(member), C)
    assert (twin.state, twin.opinions.get().text) == (AssignmentState.OPINION_GIVEN, "同意。")
    bounce_co_opinion(opinion, by=cast.feng, at=road.at(), reason="请写明时间。")

    twin = road.part(road.fresh(member), C)
    assert (twin.state, twin.opinions.get().bounce_reason) == (AssignmentState.BOUNCED, "请写明时间。")


def test_an_extension_moves_every_day(road, cast, pair, clocks, heard):
    main, member = pair()
    part = road.part(road.handling(road.assigned(main)))
    from datetime import date

    asked = request_extension(part, by=cast.feng, at=road.at(), reason="涉及管线迁改。", until=date(2026, 8, 3))
    decide_extension(asked, by=cast.he, at=road.at(), accept=True)

    assert clocks(road.part(road.fresh(member)))["reply"] == clocks(part)["reply"] == "2026-08-03"
    assert heard("extension_told") == {"lin", "zhou"}


def test_another_unit_takes_over_all_of_them(road, cast, pair, heard):
    main, member = pair()
    part = road.part(road.assigned(main))
    facts = {"legal_basis": "三定方案", "reason": "属教育部门职责。", "proposed_unit": cast.education}
    asked = raise_objection(part, by=cast.feng, at=road.at(), **facts)

    assert road.part(road.fresh(member)).state == AssignmentState.ASSIGNED
    decide_objection(asked, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="同意。")

    assert road.part(road.fresh(main)).unit == road.part(road.fresh(member)).unit == cast.education
    assert heard("reassigned") == {"lin", "zhou", "xu"}


def test_a_member_whose_appeal_is_right_leaves(road, cast, pair, clocks):
    main, member = pair()
    road.assigned(main)
    appeal = appeal_assignment(road.fresh(member), by=cast.zhou, at=road.at(), reason="应由教育局办。")
    decide_appeal(appeal, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="属实。")

    member = road.fresh(member)
    assert (road.part(main).unit, road.part(member).unit) == (cast.transport, cast.education)
    assert member.merged_in is None
    assert "reply" in clocks(road.part(member))


def test_undone_the_paper_goes_on_with_its_units_and_days(road, cast, pair, heard, clocks, refused):
    main, member = pair()
    road.handling(road.assigned(main))

    link = end_merge(road.fresh(member), by=cast.he, at=road.at(), reason="诉求不同。")

    member = road.fresh(member)
    assert (link.end_reason, member.follows, member.state) == ("诉求不同。", None, SuggestionState.HANDLING)
    assert "reply" in clocks(road.part(member))
    assert heard("merge_ended") == {"zhou", "feng", "chen", "xu"}
    record_contact(road.part(member), by=cast.feng, at=road.at(), **road.talk())
    draft_reply(road.part(member), by=cast.feng, at=road.at(), **road.reply_content())
    refused(end_merge, member, by=cast.he, at=road.at(), reason="再次。", code="state")
    assert Merge.objects.count() == 1


def test_a_paper_that_comes_later_catches_up(road, cast, other, clocks):
    main = road.handling(road.with_co_unit())
    give_co_opinion(road.part(main, C), by=cast.wu, at=road.at(), text="同意。")
    road.later(20)
    member = other()

    merge(main, by=cast.he, at=road.at(), members=[member], **WHY)

    member = road.fresh(member)
    assert (member.state, member.first_assigned_on) == (SuggestionState.HANDLING, road.day)
    assert clocks(road.part(member))["reply"] == clocks(road.part(main))["reply"]
    assert road.part(member, C).state == AssignmentState.OPINION_GIVEN


def test_a_withdrawn_main_paper_leaves_the_others_to_themselves(road, cast, pair):
    main, member = pair()

    withdraw(main, by=cast.lin, at=road.at(), reason="已经解决。")

    member = road.fresh(member)
    assert (member.merged_in, member.state) == (None, SuggestionState.REGISTERED)
    assert road.assigned(member).state == SuggestionState.ASSIGNED


def test_a_withdrawn_member_leaves(road, cast, pair):
    main, member = pair()

    withdraw(member, by=cast.zhou, at=road.at(), reason="已经解决。")

    assert road.fresh(main).followers == []
    assert Merge.objects.get().end_reason


def test_only_by_the_office(road, cast, other, pair, refused):
    main, member = road.registered(), other()
    for who in ("lin", "zhou", "wei", "gao", "fang", "zhao", "sun", "feng", "chen", "stranger"):
        refused(merge, main, by=getattr(cast, who), at=road.at(), members=[member], **WHY, code="role")
    _, joined = pair()
    for who in ("lin", "zhou", "sun", "feng", "stranger"):
        refused(end_merge, joined, by=getattr(cast, who), at=road.at(), reason="分开。", code="role")


def test_what_makes_no_sense_is_refused(road, cast, other, pair, refused):
    main, member = pair()
    third, submitted = other(), road.submitted()
    at_once = {"by": cast.he, "at": road.at()}

    assert "理由" in refused(merge, main, members=[third], reason="　", **at_once, code="input")
    assert "至少" in refused(merge, main, members=[], **WHY, **at_once, code="input")
    assert "自身" in refused(merge, main, members=[main], **WHY, **at_once, code="input")
    assert "已有并案" in refused(merge, main, members=[third, member], **WHY, **at_once, code="input")
    assert main.number_text in refused(merge, member, members=[third], **WHY, **at_once, code="state")
    assert "待交办" in refused(merge, main, members=[submitted], **WHY, **at_once, code="input")
    assert "已有并案" in refused(merge, third, members=[main], **WHY, **at_once, code="input")


def test_not_with_motions_nor_once_answered(road, cast, other, refused):
    third = other()
    motion = register(road.motion(), by=cast.he, at=road.at(), category=Category.objects.get(code="urban"))
    assert motion.kind == Kind.MOTION
    refused(merge, motion, by=cast.he, at=road.at(), members=[third], **WHY, code="state")
    refused(merge, third, by=cast.he, at=road.at(), members=[motion], **WHY, code="input")
    refused(merge, road.signed(), by=cast.he, at=road.at(), members=[third], **WHY, code="state")
    refused(merge, road.replied(), by=cast.he, at=road.at(), members=[third], **WHY, code="state")


def test_a_link_is_never_deleted_nor_rewritten(pair):
    pair()
    link = Merge.objects.get()
    for harm in (link.delete, lambda: Merge.objects.update(reason="别的理由")):
        with pytest.raises(DatabaseError), transaction.atomic():
            harm()
