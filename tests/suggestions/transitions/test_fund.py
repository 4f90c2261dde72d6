from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Sum

from suggestions.models import FundYear, PotChange
from suggestions.transitions.fund import adjust_pot, set_pot
from tests.suggestions.funds import DECISION, POT, pot, project, sitting

pytestmark = pytest.mark.django_db


def test_the_pot_names_the_meeting_and_its_decision(road, cast, heard):
    fund = pot(road)

    assert (fund.pot, fund.balance) == (POT, POT)
    assert fund.changes.get().decision == DECISION
    assert heard("pot_set") == {"xu", "zhao", "qian", "fang"}


def test_a_change_is_a_new_row(road, cast):
    fund = pot(road)

    adjust_pot(fund, by=cast.he, at=road.at(), amount=Decimal(-500_000), meeting=sitting(road), decision="调减")

    assert FundYear.objects.get().pot == Decimal("2500000.00") == PotChange.objects.aggregate(all=Sum("amount"))["all"]
    for change in (lambda rows: rows.update(amount=1), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(PotChange.objects.all())


def test_only_by_the_office(road, cast, refused):
    fund = pot(road)
    for who in ("lin", "fang", "zhao", "feng", "wei", "stranger"):
        facts = {"by": getattr(cast, who), "at": road.at(), "amount": Decimal(1), "meeting": sitting(road)}
        refused(set_pot, year=2030, decision="决定", **facts, code="role")
        refused(adjust_pot, fund, decision="决定", **facts, code="role")


def test_what_was_typed_wrongly_is_refused_with_a_sentence(road, cast, refused):
    facts = {"by": cast.he, "at": road.at(), "year": 2026, "meeting": sitting(road), "decision": "决定"}
    assert "金额" in refused(set_pot, **facts, amount=Decimal(0), code="input")
    assert "两位小数" in refused(set_pot, **facts, amount=Decimal("1.001"), code="input")
    assert "决定" in refused(set_pot, **{**facts, "decision": " "}, amount=POT, code="input")
    tomorrow = sitting(road, road.day + timedelta(days=1), number=31)
    assert "尚未召开" in refused(set_pot, **{**facts, "meeting": tomorrow}, amount=POT, code="input")
    council = sitting(road, kind="council")
    assert "常委会会议" in refused(set_pot, **{**facts, "meeting": council}, amount=POT, code="input")
    pot(road)
    assert "已经设立" in refused(set_pot, **facts, amount=POT, code="input")


def test_never_below_what_is_given_away(road, cast, refused):
    fund = pot(road)
    project(road, fund)
    facts = {"by": cast.he, "at": road.at(), "meeting": sitting(road), "decision": "调减"}

    assert "已安排800,000.00元" in refused(adjust_pot, fund, amount=Decimal(-2_500_000), **facts, code="input")
    with pytest.raises(IntegrityError), transaction.atomic():
        FundYear.objects.update(allotted=POT + 1)
