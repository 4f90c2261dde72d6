"""From where the list ends, the road goes on in the portal: signed for, answered, rated, handled anew."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from deputies.models import Deputy
from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.roles import OrganisationKind, Role
from foundation.deadlines.models import Deadline
from suggestions.models import ResultClass, Suggestion
from suggestions.states import Grade, Method, Phase, Rank
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.sign_reply import sign_reply
from tests.suggestions.importing.workbooks import AT, mended, take

pytestmark = pytest.mark.usefixtures("imported")


class Office:
    """Accounts for whoever acts on one imported suggestion."""

    def __init__(self, paper: Suggestion) -> None:
        self.paper, self.minute = paper, 0
        committee = Organisation.objects.create(name="代表工委", kind=OrganisationKind.SC_COMMITTEE)
        self.clerk = self.person("clerk", Role.CLERK, committee)
        self.deputy = self.person("deputy", Role.DEPUTY, None)
        Deputy.objects.filter(pk=paper.lead.deputy_id).update(user=self.deputy)
        self.heads = {part.unit_id: self.person(f"head{part.pk}", Role.UNIT_HEAD, part.unit) for part in self.parts}

    @property
    def parts(self) -> list[Any]:
        return list(self.paper.assignments.select_related("unit").order_by("pk"))

    def person(self, name: str, role: str, place: Organisation | None) -> User:
        user = User.objects.create_user(name, name=name, phone=f"137{len(name):04d}{User.objects.count():04d}")
        Membership.objects.create(user=user, organisation=place, role=role, from_date=date(2022, 1, 1))
        return user

    def at(self) -> datetime:
        self.minute += 1
        return AT + timedelta(minutes=self.minute)

    def answer(self) -> None:
        """Contact, opinions, reply of class A, signed and delivered."""
        for part in self.parts:
            if part.role == "co":
                give_co_opinion(part, by=self.heads[part.unit_id], at=self.at(), text="同意。")
        lead = self.parts[0]
        by = self.heads[lead.unit_id]
        talk = {"phase": Phase.BEFORE, "method": Method.VISIT, "rank": Rank.HEAD}
        record_contact(lead, by=by, at=self.at(), held_on=AT.date(), content="面商。", unit_persons="某某", **talk)
        content = {
            "result_class": ResultClass.objects.get(code="A"),
            "doc_number": "示函〔2026〕1号",
            "body": "现答复如下。",
            "contact_person": "某某",
            "contact_phone": "0000-1",
            "publish": True,
        }
        draft_reply(lead, by=by, at=self.at(), **content)
        sign_reply(lead, by=by, at=self.at())
        check_reply(lead, by=self.clerk, at=self.at(), passed=True)

    def rate(self, effect: str, reason: str = "") -> None:
        rate(self.paper, by=self.deputy, at=self.at(), attitude=Grade.SATISFIED, result=effect, reason=reason)
        self.paper.refresh_from_db()


def number(value: int) -> Suggestion:
    return Suggestion.objects.select_related("lead").get(number=value)


def test_an_assigned_one_goes_all_the_way():
    paper = number(5)
    office = Office(paper)
    for part in office.parts:
        acknowledge(part, by=office.heads[part.unit_id], at=office.at(), person_in_charge="某某")
    office.answer()
    office.rate(Grade.SATISFIED)
    assert (paper.state, paper.ending) == ("closed", "rated")
    assert not Deadline.objects.open().of(paper.assignments.all()).exists()


def test_an_answered_one_can_be_rated_and_answered_again():
    paper = number(9)
    office = Office(paper)
    office.rate(Grade.DISSATISFIED, "没有动工。")
    assert paper.state == "rehandling"
    office.answer()
    office.rate(Grade.BASICALLY)
    assert paper.state == "closed"
    assert paper.rounds.count() == 2


def test_one_that_is_handled_anew_is_answered_in_its_second_round():
    paper = number(60)
    office = Office(paper)
    office.answer()
    office.rate(Grade.SATISFIED)
    assert [turn.replies.get().imported_at is None for turn in paper.rounds.order_by("number")] == [False, True]
    assert paper.state == "closed"


def test_what_was_done_in_the_portal_is_not_overruled_by_a_later_file():
    paper = number(9)
    Office(paper).rate(Grade.SATISFIED)
    report = take(mended(N11="满意", O11="不满意", P11="不满意原因：其他"))
    (row,) = [row for row in report.rows if row.row == 11]
    assert (row.outcome, row.messages[-1].text) == (
        "unchanged",
        "系统中已有承办单位的答复稿或代表评价，以系统中的为准，导入不改变。",
    )
    assert number(9).state == "closed"
