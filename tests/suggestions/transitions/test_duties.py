"""What a deputy does for a suggestion goes into his performance file, and out of it again when it falls away."""

from decimal import Decimal

import pytest

from deputies.models import DutyEntry
from deputies.states import DutyState
from suggestions.models import AppraisalScheme
from suggestions.states import CosignerState, Grade, MarkDimension
from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.appraise import decide_awards, mark, open_appraisal
from suggestions.transitions.ask_withdrawal import ask_withdrawal
from suggestions.transitions.confirm_contact import confirm_contact
from suggestions.transitions.merge import merge
from suggestions.transitions.rate import rate
from suggestions.transitions.split import answer_split, propose_split
from suggestions.transitions.supervise_key import remove_key
from suggestions.transitions.withdraw import withdraw
from tests.suggestions.council import council, key_item

pytestmark = pytest.mark.django_db
PARTS = [{"title": f"关于分件{number}的建议", "facts": "案由。", "proposals": "办法。"} for number in (1, 2)]


def counted() -> list[tuple[str, str]]:
    """(kind, deputy) of every line that counts, in order."""
    rows = DutyEntry.objects.counting().order_by("pk")
    return list(rows.values_list("kind__code", "deputy__user__username"))


def test_registration_counts_for_the_lead_and_for_everybody_who_signed(road, cast):
    paper = road.registered(road.submitted(road.joint()))

    assert counted() == [("suggestion_lead", "lin"), ("suggestion_cosign", "zhou")]
    line = DutyEntry.objects.filter(deputy__user=cast.lin).get()
    assert (line.source, line.on, line.level) == (paper, road.day, paper.level)
    assert line.title == f"{paper.number_text}建议"


def test_a_withdrawn_paper_is_taken_out_once_and_a_merged_one_not_at_all(road, cast):
    first, second = road.registered(), road.registered()
    merge(first, by=cast.he, at=road.at(), members=[second.pk], reason="同一事项")
    assert len(counted()) == 2

    withdraw(second, by=cast.lin, at=road.at(), reason="已并入")

    gone = DutyEntry.objects.get(state=DutyState.STRUCK)
    assert (gone.source, gone.reason) == (second, "建议已撤回")
    assert counted() == [("suggestion_lead", "lin")]


def test_with_the_paper_the_signatures_go_too(road, cast):
    paper = road.registered(road.submitted(road.joint()))
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="情况变化")
    signed = paper.cosigners.get(state=CosignerState.CONFIRMED)
    agree_withdrawal(signed, by=cast.zhou, at=road.at())
    withdraw(road.fresh(paper), by=cast.lin, at=road.at())
    assert counted() == []


def test_a_paper_taken_apart_counts_by_its_parts(road, cast):
    split = propose_split(road.registered(), by=cast.he, at=road.at(), reason="两个事项", parts=PARTS)
    answer_split(split, by=cast.lin, at=road.at(), agree=True)

    assert counted() == [("suggestion_lead", "lin")] * 2
    assert DutyEntry.objects.get(state=DutyState.STRUCK).reason == "已拆分，按拆分后的各件记入"


def test_a_rating_in_time_counts_and_a_late_one_does_not(road, cast):
    good = {"attitude": Grade.SATISFIED, "result": Grade.SATISFIED}
    rate(road.replied(), by=cast.lin, at=road.at(), **good)
    assert counted()[-1] == ("reply_rated", "lin")
    before = len(counted())

    late = road.replied()
    rate(late, by=cast.lin, at=road.later(200).at(), **good)

    assert [code for code, _ in counted()[before:]] == ["suggestion_lead"]


def test_a_meeting_the_deputy_confirms_is_taking_part(road, cast):
    contact = road.part(road.contacted()).contacts.get()
    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=True)
    assert counted()[-1] == ("handling_joined", "lin")


def test_a_meeting_the_deputy_denies_is_none(road, cast):
    contact = road.part(road.contacted()).contacts.get()
    confirm_contact(contact, by=cast.lin, at=road.at(), confirmed=False, note="没有见过面。")
    assert counted() == [("suggestion_lead", "lin")]


def test_a_key_item_counts_until_the_council_takes_it_off(road, cast, register):
    key = key_item(road)
    assert counted()[-1] == ("suggestion_key", "lin")

    again = council(register, road.day, number=11)
    remove_key(key, by=cast.he, at=road.at(), meeting=again, reason="已解决")

    assert counted() == [("suggestion_lead", "lin")]


def test_an_excellent_suggestion_counts_on_the_day_it_was_chosen(road, cast, register):
    AppraisalScheme.objects.update(least_cases=1, most_share=100)
    words = {"dimension": MarkDimension.QUALITY, "score": Decimal(80), "basis": "评审组意见"}
    mark(road.closed(), by=cast.he, at=road.at(), **words)
    appraisal = open_appraisal(by=cast.he, at=road.at(), kind="suggestion", year=2026)
    chosen = [row.key for row in appraisal.sheet.rows if appraisal.sheet.cell(row.key, "place").value]
    facts = {"chosen": chosen, "meeting": council(register, road.day), "decided_on": road.day}
    decide_awards(appraisal.pk, by=cast.he, at=road.at(), **facts)
    assert counted()[-1] == ("suggestion_excellent", "lin")
