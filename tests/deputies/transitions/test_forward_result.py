"""What deputies found is passed on and answered within its time (代表法 31); money goes where it was meant to."""

from datetime import timedelta
from decimal import Decimal

import pytest

from deputies.models import ActivityKind, BudgetEntry, BudgetLine, ForwardedResult
from deputies.transitions.activity_budget import allot, open_line, spend
from deputies.transitions.forward_result import forward_result, give_feedback
from deputies.transitions.record_attendance import record_attendance
from foundation import deadlines
from foundation.deadlines.reminding import KIND as REMINDED
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, STARTS, asked, planned

DAY = AFTER.date()


def passed(cast, register) -> ForwardedResult:
    row = asked(cast, register)["lin"]
    with pytest.raises(Refused, match="活动举行后"):
        forward_result(row.activity, by=cast.he, at=STARTS, body=cast.transport, text="配齐管护人员。")
    record_attendance(row, "present", by=cast.he, at=STARTS)
    return forward_result(row.activity, by=cast.he, at=AFTER, body=cast.transport, text="配齐管护人员。")


def test_the_body_answers_in_time_and_who_was_there_hears(cast, register, signed_in):
    result = passed(cast, register)
    assert {cast.feng.pk, cast.chen.pk} == told("deputies.result_forwarded")
    clock = deadlines.clock_of("activity_feedback", result)
    assert (clock.organisation, clock.started_on) == (cast.transport, DAY)
    with pytest.raises(Refused, match="转交的单位"):
        give_feedback(result, by=cast.he, at=AFTER, feedback="已办。")
    unit = signed_in(cast.feng)
    assert "配齐管护人员。" in unit.get(result.get_absolute_url()).content.decode()
    unit.post(result.get_absolute_url(), {"feedback": "已配备两名管护员。", "version": result.version})
    # The organiser who planned it, and lin who was there; zhou was not.
    assert told("deputies.feedback_given") == {cast.lin.pk, cast.he.pk}
    assert deadlines.clock_of("activity_feedback", result) is None
    shown = signed_in(cast.lin).get(result.get_absolute_url()).content.decode()
    assert "已配备两名管护员。" in shown
    with pytest.raises(Refused, match="已经反馈"):
        give_feedback(result, by=cast.feng, at=AFTER, feedback="再次反馈。")


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_a_body_sees_its_own_and_strangers_nothing(cast, register):
    passed(cast, register)
    found = {
        name: ForwardedResult.objects.visible_to(getattr(cast, name)).count()
        for name in ("he", "lin", "feng", "wu", "sun", "deng", "stranger")
    }
    assert found == {"he": 1, "lin": 1, "feng": 1, "wu": 0, "sun": 0, "deng": 0, "stranger": 0}


@pytest.fixture
def line(cast, register) -> BudgetLine:
    kinds = ActivityKind.objects.filter(code__in=("inspection", "research"))
    facts = {
        "year": 2026,
        "purpose": "视察调研经费",
        "kinds": kinds,
        "amount": Decimal("10000"),
        "words": "区财预〔2026〕8号",
    }
    return open_line(by=cast.he, at=AFTER, **facts)


def pay(line, cast, **changes):
    facts = {"amount": Decimal("3000"), "spent_on": DAY, "voucher": "2026-1", "words": "租车费"}
    facts["activity"] = changes.pop("activity", None) or planned(cast)
    return spend(line, by=cast.he, at=AFTER, **{**facts, **changes})


def test_money_is_spent_within_its_purpose_and_its_sum(cast, register, line, signed_in):
    pay(line, cast)
    for changes, words in (
        ({"activity": planned(cast, kind="training")}, "专款专用：“视察调研经费”用于视察、专题调研，不能用于学习培训"),
        ({"amount": Decimal("7000.01"), "voucher": "2"}, "余额7,000.00元"),
        ({"voucher": "2026-1"}, "同一凭证只登记一次"),
        ({"amount": Decimal("-1"), "voucher": "3"}, "大于零"),
    ):
        with pytest.raises(Refused, match=words):
            pay(line, cast, **changes)
    line.refresh_from_db()
    assert (line.spent, line.balance) == (Decimal("3000"), Decimal("7000"))
    assert BudgetEntry.objects.count() == 2
    page = signed_in(cast.he).get(line.get_absolute_url()).content.decode()
    assert "7,000.00元" in page
    assert signed_in(cast.lin).get(line.get_absolute_url()).status_code == 404


def test_the_sum_is_never_taken_below_what_is_spent(cast, register, line):
    pay(line, cast)
    with pytest.raises(Refused, match="已支出3,000"):
        allot(line, by=cast.he, at=AFTER, amount=Decimal("-7000.01"), words="压减预算")
    allot(line, by=cast.he, at=AFTER, amount=Decimal("-7000"), words="压减预算")
    with pytest.raises(Refused, match="代表联络工作机构"):
        allot(line, by=cast.zhao, at=AFTER, amount=Decimal("1"), words="增加")


def test_a_wrong_purpose_is_told_at_the_field_and_nothing_is_lost(cast, register, line, signed_in):
    training = planned(cast, kind="training", starts_at=STARTS)
    facts = {"activity": training.pk, "amount": "800", "spent_on": "2026-03-12", "voucher": "9", "words": "讲课费"}
    answer = signed_in(cast.he).post(f"/deputies/budget/{line.pk}/spend/", facts | {"version": line.version})
    assert answer.status_code == 422
    assert "专款专用" in str(answer.context["form"].errors["activity"])
    assert "讲课费" in answer.content.decode()


def test_a_body_that_keeps_silent_is_reminded_and_the_office_hears_when_it_is_late(cast, register):
    result = passed(cast, register)
    due = deadlines.clock_of("activity_feedback", result).due_on
    heard = {}
    for left in range((due - DAY).days, -8, -1):
        remind_due(due - timedelta(days=left))
        rows = Notice.objects.filter(created_at__date=due - timedelta(days=left), kind=REMINDED)
        if people := set(rows.values_list("recipient__username", flat=True)):
            heard[left] = people
    body = {"feng", "chen"}
    assert heard == {7: body, 3: body, 1: body, 0: body, -7: body | {"he", "xu"}}
    assert remind_due(due).messages == 0


def test_who_has_answered_is_left_in_peace(cast, register):
    result = passed(cast, register)
    due = deadlines.clock_of("activity_feedback", result).due_on
    give_feedback(result, by=cast.feng, at=AFTER, feedback="已配备两名管护员。")
    assert remind_due(due + timedelta(days=3)).messages == 0
