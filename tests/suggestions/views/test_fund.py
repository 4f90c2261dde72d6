"""The pages of the handling fund: pots, the ledger with its running balance, projects, applications."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suggestions.models import FundApplication, FundPayment, FundProject, FundYear, Switch
from suggestions.transitions.carry_out import pay_project
from suggestions.transitions.fund_projects import adjust_project, cancel_project
from suggestions.views.fund import ledger_of
from tests.suggestions.funds import accepted, pot, project, sitting


@pytest.fixture
def fund(road):
    return pot(road)


def cost(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_pot_is_set_on_a_page_and_keeps_what_was_typed(road, cast, visit, words):
    facts = {"year": "2026", "amount": "3,000,000.001", "meeting": sitting(road).pk, "decision": "关于专项资金的决定"}

    wrong = visit(cast.he, "set-pot", post=facts)
    done = visit(cast.he, "set-pot", post={**facts, "amount": "3,000,000"})

    assert wrong.status_code == 422
    assert "两位小数" in words(wrong)
    assert "关于专项资金的决定" in words(wrong)
    assert done.url == FundYear.objects.get().get_absolute_url()
    assert visit(cast.lin, "set-pot").status_code == 403


def test_the_ledger_adds_up_line_by_line(road, cast, fund):
    first, second = project(road, fund), project(road, fund, amount=Decimal(200_000))
    cancel_project(second, by=cast.he, at=road.at(), reason="用地未落实。")
    facts = {"by": cast.he, "meeting": sitting(road), "reason": "设计变更"}
    adjust_project(first, at=road.at(), amount=Decimal(700_000), **facts)
    paying = {"amount": Decimal(300_000), "paid_on": road.day, "voucher": "1", "payee": "镇政府"}
    pay_project(accepted(road, first), by=cast.he, at=road.at(), **paying)

    lines = ledger_of(fund, list(FundProject.objects.all()))

    assert [(line.kind, int(line.free), int(line.cash)) for line in lines] == [
        ("资金总额", 3_000_000, 3_000_000),
        ("核定金额", 2_200_000, 3_000_000),
        ("核定金额", 2_000_000, 3_000_000),
        ("取消项目", 2_200_000, 3_000_000),
        ("核定金额", 2_300_000, 3_000_000),
        ("拨付", 2_300_000, 2_700_000),
    ]
    assert lines[-1].free == road.fresh(fund).balance


def test_the_ledger_is_shown_and_exported(road, cast, fund, visit, words, signed_in):
    project(road, fund)

    page = words(visit(cast.lin, "fund", fund))
    book = signed_in(cast.he).get(f"{fund.get_absolute_url()}?format=xlsx")
    text = b"".join(signed_in(cast.he).get(f"{fund.get_absolute_url()}?format=csv").streaming_content).decode()

    for wanted in ("3,000,000.00元", "800,000.00元", "2,200,000.00元", "人民路候车亭"):
        assert wanted in page
    assert b"".join(book.streaming_content).startswith(b"PK")
    assert "总额增减,安排,拨付,未安排余额,账面余额" in text
    assert visit(cast.stranger, "fund", fund).status_code == 404


def test_the_fund_costs_the_same_for_one_project_and_for_three(road, cast, fund, signed_in):
    project(road, fund)
    client, url = signed_in(cast.he), fund.get_absolute_url()
    one = cost(client, url)
    for _ in range(2):
        project(road, fund)

    assert cost(client, url) == one


def test_an_amount_over_the_pot_loses_nothing_of_the_form(road, cast, fund, visit, words):
    paper = road.assigned()
    facts = {"fund": fund.pk, "name": "候车亭", "place": "人民路", "carrier": cast.township.pk}
    facts |= {"meeting": sitting(road).pk, "amount": "3000000.01", "version": paper.version}

    over = visit(cast.he, "choose-project", paper, post=facts)
    done = visit(cast.he, "choose-project", paper, post={**facts, "amount": "3000000"})

    assert over.status_code == 422
    assert "余额3,000,000.00元" in words(over)
    assert "人民路" in words(over)
    assert done.url == FundProject.objects.get().get_absolute_url()


def test_the_carrier_sees_its_project_and_reports_with_pictures(road, cast, fund, visit, words):
    row = project(road, fund)

    visit(cast.wei, "start-project", row, post={"started_on": "2026-03-02", "version": row.version})
    lie = SimpleUploadedFile("现场.png", b"MZ\x90\x00", "image/png")
    post = {"held_on": "2026-03-02", "text": "基础已完成。"}
    false = visit(cast.wei, "report-project", row, post={**post, "files": lie})
    visit(cast.wei, "report-project", row, post=post)

    assert false.status_code == 422
    assert "基础已完成。" in words(false)
    assert words(visit(cast.lin, "fund-project", row)).count("基础已完成。") == 1
    assert visit(cast.wu, "fund-project", row).status_code == 404
    assert visit(cast.wei, "pay-project", row).status_code == 403


def test_a_second_payment_over_the_approved_amount_keeps_what_was_typed(road, cast, fund, visit, words):
    row = accepted(road, project(road, fund))
    post = {"amount": "800000", "paid_on": "2026-03-02", "voucher": "2026-1", "payee": "青石镇人民政府"}
    visit(cast.he, "pay-project", row, post={**post, "amount": "500000"})

    over = visit(cast.he, "pay-project", row, post={**post, "voucher": "2026-2"})

    assert over.status_code == 422
    assert "最多可拨300,000.00元" in words(over)
    assert "2026-2" in words(over)
    assert FundPayment.objects.count() == 1


def test_where_switched_on_a_unit_applies_and_the_clerk_screens(road, cast, fund, visit, words):
    paper = road.handling()
    assert "申请专项资金：" not in words(visit(cast.feng, "fund-applications"))
    Switch.objects.filter(key__in=["fund_application", "fund_screening"]).update(enabled=True)

    assert "申请专项资金：" in words(visit(cast.feng, "fund-applications"))
    visit(cast.feng, "apply-for-fund", road.part(paper), post={"amount": "500000", "reason": "建候车亭。"})
    application = FundApplication.objects.get()
    listed = words(visit(cast.he, "fund-applications"))
    bare = visit(cast.he, "screen-application", application, post={"passed": "no"})
    visit(cast.he, "screen-application", application, post={"passed": "yes"})

    assert "待初审" in listed
    assert bare.status_code == 422
    assert road.fresh(application).passed is True
