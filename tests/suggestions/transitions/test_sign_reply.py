from datetime import timedelta

import pytest

from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from suggestions.models import ResultClass
from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.sign_reply import sign_reply

pytestmark = pytest.mark.django_db


def test_the_head_signs_and_it_goes_to_check(road, cast, heard):
    part = road.part(road.drafted())

    sign_reply(part, by=cast.chen, at=road.at(), version=part.version)

    reply = part.replies.get()
    assert road.fresh(part).state == AssignmentState.UNDER_CHECK
    assert (reply.signed_by, reply.signatory) == (cast.chen, "陈刚")
    assert heard("reply_signed") == {"sun"}


def test_a_court_is_checked_by_the_liaison_office(road, cast, heard):
    paper = road.on(road.assigned(units=[(cast.court, UnitRole.LEAD)]), "drafted")
    since = {"role": Role.UNIT_HEAD, "from_date": road.day}
    Membership.objects.create(user=cast.chu, organisation=cast.court, **since)

    sign_reply(paper.assignments.get(), by=road.fresh(cast.chu), at=road.at())

    assert heard("reply_signed") == {"he", "xu"}


def test_by_nobody_but_the_head_of_the_unit(road, cast, refused):
    subject = road.part(road.drafted())
    for who in ("feng", "zheng", "wu", "he", "sun", "lin", "stranger"):
        refused(sign_reply, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_not_before_one_contact(road, cast, refused):
    paper = road.drafted(road.handling())

    assert "联系" in refused(sign_reply, road.part(paper), by=cast.chen, at=road.at(), code="state")


def test_a_contact_of_the_first_round_does_not_serve_the_second(road, cast, refused):
    paper = road.drafted(road.dissatisfied())

    refused(sign_reply, road.part(paper), by=cast.chen, at=road.at(), code="state")


@pytest.mark.parametrize(
    ("gap", "word"),
    [
        ({"doc_number": ""}, "文号"),
        ({"contact_person": " "}, "联系人"),
        ({"contact_phone": ""}, "联系电话"),
        ({"result_class": None}, "分类"),
        ({"publish": None}, "是否公开"),
        ({"body": "", "points": [{"point": "甲", "answer": " "}]}, "正文"),
    ],
)
def test_not_incomplete(road, cast, refused, gap, word):
    assert word in refused(sign_reply, road.part(road.drafted(**gap)), by=cast.chen, at=road.at(), code="state")


def test_a_class_with_a_promise_needs_promise_and_day(road, cast, refused):
    planned = {"result_class": ResultClass.objects.get(code="B")}
    part = road.part(road.drafted(**planned))
    assert "承诺" in refused(sign_reply, part, by=cast.chen, at=road.at(), code="state")

    past = {**road.promise(), "commitment_due": road.day - timedelta(days=1)}
    draft_reply(part, by=cast.feng, at=road.at(), **past)
    refused(sign_reply, part, by=cast.chen, at=road.at(), code="input")


def test_not_while_a_co_unit_is_silent_unless_it_is_late_and_said_so(road, cast, refused):
    paper = road.contacted(road.handling(road.with_co_unit()))
    lead = road.part(paper)
    draft_reply(lead, by=cast.feng, at=road.at(), **road.reply_content())
    assert "教育局" in refused(sign_reply, lead, by=cast.chen, at=road.at(), code="state")
    draft_reply(lead, by=cast.feng, at=road.at(), co_opinion_note="会办单位逾期未提出意见。")
    refused(sign_reply, lead, by=cast.chen, at=road.at(), code="state")

    # The month of the co-unit ends on 2 April.
    sign_reply(lead, by=cast.chen, at=road.at(days=32))


def test_not_undrafted_and_not_twice(road, cast, refused):
    refused(sign_reply, road.part(road.contacted()), by=cast.chen, at=road.at(), code="state")
    refused(sign_reply, road.part(road.signed()), by=cast.chen, at=road.at(), code="state")
