"""Other rooms push duties into the file, once each, and take them out again with a reason."""

from datetime import date
from decimal import Decimal

import pytest

from deputies.models import DutyEntry, DutyKind
from deputies.states import DutyState
from deputies.transitions.record_duty import record_duty, strike_duty
from foundation.audit.models import Event
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.cast import assemble
from tests.deputies.duty import AT, DAY, HALF, line
from tests.deputies_cast import seat
from tests.suggestions.transitions.test_concurrency import at_once

GONE = "会议改期，签到作废"


@pytest.fixture
def push(cast, register):
    """Pushes a half day of the session for lin; `facts` change what is said of it."""

    def act(kind="session_half_day", **facts):
        given = {"on": DAY, "title": "第五次会议第一次全体会议", "source": register.session, "by": cast.he, "at": AT}
        return record_duty(register.lin.deputy, kind, **{**given, **facts})

    return act


def test_a_pushed_duty_counts_at_once_and_says_where_it_comes_from(push, cast, register):
    entry = push(quantity=Decimal(2))

    kept = DutyEntry.objects.counting().get()
    assert kept == entry
    assert (kept.source, kept.confirmed_by, kept.reported_by) == (register.session, cast.he, None)
    assert kept.amount_text == "2半天"
    event = Event.objects.get(verb="deputies.record_duty")
    assert event.actor == cast.he
    assert event.summary == "出席代表大会会议记入履职档案：第五次会议第一次全体会议"


def test_the_same_source_again_answers_the_line_that_stands(push):
    first = push(part="上午")

    assert push(part="上午", title="别的标题") == first
    assert push(part="下午") != first
    assert DutyEntry.objects.count() == 2
    assert Event.objects.filter(verb="deputies.record_duty").count() == 2


def test_what_the_office_corrected_is_not_pushed_again(push):
    entry = push()
    DutyEntry.objects.filter(pk=entry.pk).update(state=DutyState.CORRECTED, reason="重复登记")

    assert push() == entry
    assert not DutyEntry.objects.counting().exists()


def test_a_kind_the_office_has_ended_is_not_counted_any_more(push):
    DutyKind.objects.filter(code="session_half_day").update(valid_until=date(2026, 2, 28))

    assert push() is None
    assert push(on=date(2026, 2, 27)) is not None


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"kind": "session_quarter"}, "没有代码为“session_quarter”的履职事项，请在管理后台登记后再试。"),
        ({"quantity": Decimal(0)}, "履职记录的数量应当大于零。"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(push, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        push(**facts)
    assert not DutyEntry.objects.exists()


def test_striking_marks_every_line_of_the_source_and_tells_the_deputy_once(push, cast, register):
    push(part="上午")
    push(part="下午")
    other = line(register.lin)

    struck = strike_duty(register.session, reason=GONE, by=cast.he, at=AT)

    assert {entry.part for entry in struck} == {"上午", "下午"}
    assert {(row.state, row.reason) for row in DutyEntry.objects.exclude(pk=other.pk)} == {("struck", GONE)}
    assert Notice.objects.filter(kind="deputies.duty_struck", recipient=cast.lin).count() == 2
    assert strike_duty(register.session, reason=GONE, by=cast.he, at=AT) == []
    assert Notice.objects.filter(kind="deputies.duty_struck").count() == 2


def test_one_part_or_one_kind_can_be_struck_and_pushed_again(push, cast, register):
    push(part="上午")
    push("suggestion_lead", part="上午")
    strike_duty(register.session, part="上午", kind="session_half_day", reason=GONE, by=cast.he, at=AT)
    assert [entry.kind.code for entry in DutyEntry.objects.counting()] == ["suggestion_lead"]

    push(part="上午")

    assert DutyEntry.objects.counting().count() == 2


def test_striking_needs_a_reason(push, cast, register):
    push()
    with pytest.raises(Refused, match="请写明撤销履职记录的理由。"):
        strike_duty(register.session, reason=" ", by=cast.he, at=AT)
    assert DutyEntry.objects.counting().exists()


@pytest.mark.django_db(transaction=True)
def test_two_pushes_at_the_same_moment_write_one_line():
    cast = assemble()
    register = seat(cast)

    def push():
        facts = {"on": DAY, "title": "半天会议", "quantity": HALF, "source": register.session}
        return record_duty(register.lin.deputy, "session_half_day", **facts, by=cast.he, at=AT)

    first, second = at_once(push, push)

    assert first == second
    assert DutyEntry.objects.count() == 1
