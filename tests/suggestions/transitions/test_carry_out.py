from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from suggestions.models import FundPayment, Switch
from suggestions.states import ProjectState
from suggestions.transitions.carry_out import (
    accept_project,
    complete_project,
    pay_project,
    report_project,
    start_project,
)
from tests.suggestions.funds import accepted, pot, project

pytestmark = pytest.mark.django_db
LOOK = {"participants": "代表五人", "result": "符合要求。"}


@pytest.fixture
def row(road):
    return project(road, pot(road))


def paying(road, **changes):
    facts = {"amount": Decimal(500_000), "paid_on": road.day, "voucher": "2026-1", "payee": "青石镇人民政府"}
    return {"by": road.cast.he, "at": road.at(), **facts, **changes}


def test_begun_reported_finished_accepted_paid(road, cast, row, heard, clocks):
    start_project(row, by=cast.wei, at=road.at(), started_on=road.day)
    report_project(row, by=cast.wei, at=road.at(), held_on=road.day, text="基础已完成。")
    complete_project(row, by=cast.wei, at=road.at(), completed_on=road.day)
    assert clocks(row) == {}
    accept_project(row, by=cast.he, at=road.at(), held_on=road.day, passed=True, **LOOK)
    pay_project(row, **paying(road))

    done = road.fresh(row)
    assert (done.state, done.paid, done.unpaid) == (ProjectState.ACCEPTED, Decimal(500_000), Decimal(300_000))
    assert heard("project_moved") == {"he", "xu", "lin"}
    assert heard("project_judged") == {"lin", "feng", "chen"}


def test_a_second_payment_over_the_approved_amount_is_refused_with_what_is_left(road, cast, row, refused):
    row = accepted(road, row)
    pay_project(row, **paying(road))

    said = refused(pay_project, row, **paying(road, amount=Decimal("300000.01"), voucher="2026-2"), code="input")

    assert "最多可拨300,000.00元" in said
    assert FundPayment.objects.count() == 1
    refused(pay_project, row, **paying(road, amount=Decimal(1)), code="input")
    pay_project(row, **paying(road, amount=Decimal(300_000), voucher="2026-2"))
    refused(pay_project, row, **paying(road, amount=Decimal(1), voucher="2026-3"), code="state")
    with pytest.raises(DatabaseError), transaction.atomic():
        FundPayment.objects.update(amount=1)


def test_no_money_before_the_acceptance_unless_the_rule_says_so(road, cast, row, refused):
    start_project(row, by=cast.wei, at=road.at(), started_on=road.day)
    refused(pay_project, row, **paying(road), code="state")
    Switch.objects.filter(key="fund_pay_early").update(enabled=True)

    assert pay_project(row, **paying(road)).amount == Decimal(500_000)


def test_sent_back_to_mend_the_work_goes_on_with_a_clock(road, cast, row, clocks):
    start_project(row, by=cast.wei, at=road.at(), started_on=road.day)
    complete_project(row, by=cast.wei, at=road.at(), completed_on=road.day)

    accept_project(row, by=cast.he, at=road.at(), held_on=road.day, passed=False, **LOOK)

    assert road.fresh(row).state == ProjectState.UNDER_WAY
    assert clocks(row) == {"fund_project": "2026-12-31"}


def test_the_carrier_carries_out_and_the_congress_accepts(road, cast, row, refused):
    day = road.day
    for who in ("lin", "he", "feng", "fang", "stranger"):
        refused(start_project, row, by=getattr(cast, who), at=road.at(), started_on=day, code="role")
    refused(start_project, row, by=cast.wei, at=road.at(), started_on=day + timedelta(days=1), code="input")
    refused(complete_project, row, by=cast.wei, at=road.at(), completed_on=day, code="state")
    start_project(row, by=cast.wei, at=road.at(), started_on=day)
    refused(start_project, row, by=cast.wei, at=road.at(), started_on=day, code="state")
    refused(report_project, row, by=cast.he, at=road.at(), held_on=day, text="完成。", code="role")
    refused(report_project, row, by=cast.wei, at=road.at(), held_on=day, text=" ", code="input")
    refused(complete_project, row, by=cast.wei, at=road.at(), completed_on=day - timedelta(days=1), code="input")
    refused(accept_project, row, by=cast.he, at=road.at(), held_on=day, passed=True, **LOOK, code="state")
    complete_project(row, by=cast.wei, at=road.at(), completed_on=day)
    for who in ("wei", "fang", "lin"):
        refused(accept_project, row, by=getattr(cast, who), at=road.at(), held_on=day, passed=True, **LOOK, code="role")
    refused(accept_project, row, by=cast.he, at=road.at(), held_on=day, passed=True, participants="", result="好")
    for who in ("wei", "fang", "lin", "zhao"):
        refused(pay_project, row, **paying(road, by=getattr(cast, who)), code="role")
