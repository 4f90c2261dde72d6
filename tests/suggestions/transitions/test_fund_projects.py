from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from suggestions.models import FundProject, ProjectAmount, Switch
from suggestions.states import ProjectState
from suggestions.transitions.apply_for_fund import apply_for_fund, screen_application
from suggestions.transitions.carry_out import pay_project
from suggestions.transitions.fund_projects import adjust_project, cancel_project, choose_project
from tests.suggestions.funds import accepted, pot, project, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def fund(road):
    return pot(road)


def chosen(road, fund, **changes):
    given = {"name": "候车亭", "place": "人民路", "carrier": road.cast.township, "meeting": sitting(road)}
    return {"by": road.cast.he, "at": road.at(), "fund": fund, "amount": Decimal(100), **given, **changes}


def test_a_project_takes_its_amount_from_the_pot(road, cast, fund, heard, clocks, told):
    row = project(road, fund)

    assert road.fresh(fund).balance == Decimal("2200000.00")
    assert clocks(row) == {"fund_project": "2026-12-31"}
    assert heard("project_carrier") == {"wei"}
    assert heard("project_chosen") == {"lin", "feng", "chen"}
    assert told(row.suggestion)[-1] == "choose_project"


def test_an_amount_over_the_pot_is_refused_with_what_is_left(road, cast, fund, refused):
    project(road, fund)

    said = refused(choose_project, road.assigned(), **chosen(road, fund, amount=Decimal("2200000.01")), code="input")

    assert "余额2,200,000.00元" in said
    assert FundProject.objects.count() == 1
    assert choose_project(road.assigned(), **chosen(road, fund, amount=Decimal("2200000.00")))


def test_only_by_the_office_once_a_year_and_with_all_it_needs(road, cast, fund, refused):
    paper = road.assigned()
    for who in ("lin", "fang", "feng", "wei", "zhao", "stranger"):
        refused(choose_project, paper, **chosen(road, fund, by=getattr(cast, who)), code="role")
    for wrong in ({"name": " "}, {"place": " "}, {"amount": Decimal(0)}, {"carrier": cast.sc_office}):
        refused(choose_project, paper, **chosen(road, fund, **wrong), code="input")
    refused(choose_project, road.submitted(), **chosen(road, fund), code="state")
    choose_project(paper, **chosen(road, fund))
    refused(choose_project, paper, **chosen(road, fund), code="input")


def test_an_adjustment_is_a_new_row_within_pot_and_payments(road, cast, fund, refused):
    row = accepted(road, project(road, fund))
    pay_project(row, by=cast.he, at=road.at(), amount=Decimal(300_000), paid_on=road.day, voucher="1", payee="镇政府")
    facts = {"by": cast.he, "at": road.at(), "meeting": sitting(road), "reason": "设计变更"}

    assert "余额" in refused(adjust_project, row, amount=Decimal(3_000_001), **facts, code="input")
    assert "已拨付300,000.00元" in refused(adjust_project, row, amount=Decimal(299_999), **facts, code="input")
    adjust_project(row, amount=Decimal(500_000), **facts)

    assert road.fresh(fund).allotted == Decimal(500_000)
    assert [entry.change for entry in ProjectAmount.objects.order_by("pk")] == [Decimal(800_000), Decimal(-300_000)]
    with pytest.raises(DatabaseError), transaction.atomic():
        ProjectAmount.objects.update(change=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        FundProject.objects.update(paid=Decimal(500_001))


def test_what_is_given_up_goes_back_to_the_pot_and_stays_on_record(road, cast, fund, refused, clocks):
    row = project(road, fund)
    refused(cancel_project, row, by=cast.wei, at=road.at(), reason="不建了。", code="role")
    refused(cancel_project, row, by=cast.he, at=road.at(), reason=" ", code="input")

    cancel_project(row, by=cast.he, at=road.at(), reason="用地未落实。")

    assert (road.fresh(row).state, road.fresh(fund).allotted) == (ProjectState.CANCELLED, 0)
    assert clocks(row) == {}
    refused(cancel_project, row, by=cast.he, at=road.at(), reason="用地未落实。", code="state")
    assert project(road, fund, row.suggestion)


def switch_on(*keys: str) -> None:
    Switch.objects.filter(key__in=keys).update(enabled=True)


def test_where_switched_on_units_apply_and_the_office_screens(road, cast, fund, refused, heard):
    paper = road.handling()
    part, asked = road.part(paper), {"amount": Decimal(500_000), "reason": "建候车亭。"}
    refused(apply_for_fund, part, by=cast.feng, at=road.at(), **asked, code="state")
    switch_on("fund_application", "fund_screening")
    assert "尚未申请" in refused(choose_project, paper, **chosen(road, fund), code="input")
    for who in ("lin", "he", "wu"):
        refused(apply_for_fund, part, by=getattr(cast, who), at=road.at(), **asked, code="role")
    application = apply_for_fund(part, by=cast.feng, at=road.at(), **asked)
    refused(apply_for_fund, part, by=cast.chen, at=road.at(), **asked, code="state")
    assert heard("fund_applied") == {"he", "xu"}
    assert "尚未初审" in refused(choose_project, paper, **chosen(road, fund), code="input")
    refused(screen_application, application, by=cast.feng, at=road.at(), passed=True, code="role")
    refused(screen_application, application, by=cast.he, at=road.at(), passed=False, code="input")

    screen_application(application, by=cast.he, at=road.at(), passed=True)

    refused(screen_application, application, by=cast.he, at=road.at(), passed=True, code="state")
    assert heard("fund_screened") == {"feng", "chen"}
    assert choose_project(paper, **chosen(road, fund))


def test_the_window_closes_a_month_after_the_assignment(road, cast, refused):
    part = road.part(road.handling())
    switch_on("fund_application")
    asked = {"by": cast.feng, "amount": Decimal(1), "reason": "建候车亭。"}

    assert "2026年4月2日届满" in refused(apply_for_fund, part, at=road.later(32).at(), **asked, code="date")
    assert apply_for_fund(part, at=road.later(-1).at(), **asked)


def test_where_switched_on_the_list_of_exclusions_bars(road, cast, fund, refused):
    switch_on("fund_exclusions")

    assert "闭会期间" in refused(choose_project, road.assigned(), **chosen(road, fund), code="input")
    paper = road.assigned()
    paper.channel = "session"
    paper.save(update_fields=["channel"])
    assert "逐项核对" in refused(choose_project, paper, **chosen(road, fund), code="input")
    assert choose_project(paper, **chosen(road, fund, no_exclusion=True))
