"""What is told of promises once they are followed, of year-end statements, and of looking back."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from suggestions.models import (
    CarryOver,
    Commitment,
    CommitmentProgress,
    CommitmentRating,
    CommitmentStatement,
    LookBack,
    LookBackItem,
)
from suggestions.notices.telling import tell_of, tell_people
from suggestions.rules.relations import UNIT
from suggestions.rules.words import day_word


def progress_recorded(entry: CommitmentProgress, *, by: Any, at: datetime) -> None:
    """The colour is in the title, so that a red one is seen in the inbox."""
    paper, part = entry.suggestion, entry.commitment.assignment
    need = f"\n困难和需要协调的事项：{entry.obstacle}" if entry.obstacle else ""
    body = f"承诺事项：{entry.commitment.text}\n进展情况：{entry.text}{need}"
    title = f"承诺进展（{entry.colour.name}）：{paper}"
    tell_of("progress_recorded", paper, title, by=by, at=at, body=body, assignment=part, mark=f"g{entry.pk}")


def promise_rating_asked(commitment: Commitment, due_on: date, *, by: Any, at: datetime) -> None:
    paper = commitment.suggestion
    body = f"承诺事项：{commitment.text}\n兑现情况：{commitment.evidence}\n请于{day_word(due_on)}前对兑现情况再次评价。"
    title = f"请您对承诺兑现再次评价：{paper}"
    tell_of("promise_rating_asked", paper, title, by=by, at=at, body=body, mark=f"p{commitment.pk}")


def promise_rated(rating: CommitmentRating, *, by: Any, at: datetime) -> None:
    """Grades and reasons, never the name of who gave them."""
    paper, part = rating.suggestion, rating.commitment.assignment
    body = f"承诺事项：{rating.commitment.text}\n{rating}。{rating.reason}"
    tell_of(
        "promise_rated", paper, f"代表再次评价：{paper}", by=by, at=at, body=body, assignment=part, mark=f"r{rating.pk}"
    )


def promise_settled(commitment: Commitment, *, by: Any, at: datetime) -> None:
    paper, part = commitment.suggestion, commitment.assignment
    body = f"承诺事项：{commitment.text}\n代表未再评价，按已兑现记载，答复类别不变。"
    title = f"承诺按已兑现记载：{paper}"
    tell_of("promise_settled", paper, title, by=by, at=at, body=body, assignment=part, mark=f"p{commitment.pk}")


def carried_over(carried: CarryOver, due_on: date, *, at: datetime) -> None:
    event = "carried_overdue" if carried.was_overdue else "carried_over"
    paper, promise = carried.suggestion, carried.commitment
    late = "，已逾期" if carried.was_overdue else ""
    body = f"承诺事项：{promise.text}\n承诺期限{day_word(promise.due_on)}{late}。"
    body += f"请{carried.assignment.unit}于{day_word(due_on)}前书面说明未完成原因和下一步措施。"
    title = f"承诺{carried}{late}：{paper}"
    tell_of(event, paper, title, by=None, at=at, body=body, assignment=carried.assignment, mark=f"c{carried.pk}")


def carry_over_explained(carried: CarryOver, *, by: Any, at: datetime) -> None:
    paper = carried.suggestion
    body = f"未完成原因：{carried.explanation}\n下一步措施：{carried.plan}"
    title = f"承诺{carried}的说明：{paper}"
    part = carried.assignment
    tell_of("carry_over_explained", paper, title, by=by, at=at, body=body, assignment=part, mark=f"c{carried.pk}")


def statements_opened(statements: Sequence[CommitmentStatement], until: date, *, at: datetime) -> None:
    """One message to each unit, however many deputies it has to write to."""
    counts = Counter(statement.unit_id for statement in statements)
    for unit in Organisation.objects.filter(pk__in=counts):
        body = f"请于{day_word(until)}前，将本年度和上年度承诺事项的落实情况逐项告知{counts[unit.pk]}位代表。"
        title = f"年终承诺情况待告知：{counts[unit.pk]}位代表"
        people, url = people_with(UNIT, unit, on=timezone.localdate(at)), reverse("suggestions:statements")
        tell_people("statements_opened", people, None, title, by=None, at=at, body=body, url=url, mark=unit.pk)


def statement_sent(statement: CommitmentStatement, *, by: Any, at: datetime) -> None:
    body = f"{statement.unit}告知了本年度和上年度承诺事项的落实情况，请查阅并签收。{statement.note}"
    people = [user for user in (statement.deputy.user,) if user]
    tell_people("statement_sent", people, statement, str(statement), by=by, at=at, body=body)


def statement_received(statement: CommitmentStatement, *, by: Any, at: datetime) -> None:
    people = people_with(UNIT, statement.unit_id, on=timezone.localdate(at))
    tell_people("statement_received", people, statement, f"已签收：{statement}", by=by, at=at, body=statement.reply)


def look_back_opened(look_back: LookBack, items: Iterable[LookBackItem], *, by: Any, at: datetime) -> None:
    """One message to each unit with how many it has to answer."""
    counts = Counter(item.assignment.unit_id for item in items)
    for unit, count in counts.items():
        people = people_with(UNIT, unit, on=timezone.localdate(at))
        body = f"请于{day_word(look_back.due_on)}前，逐件填报{count}件答复现在的落实情况。{look_back.note}"
        title = f"{look_back}：待填报{count}件"
        tell_people("look_back_opened", people, look_back, title, by=by, at=at, body=body, mark=unit)


def look_back_answered(item: LookBackItem, *, by: Any, at: datetime) -> None:
    paper = item.suggestion
    title = f"回头看（{item.colour.name}）：{paper}"
    part = item.assignment
    tell_of("look_back_answered", paper, title, by=by, at=at, body=item.text, assignment=part, mark=f"l{item.pk}")


def look_back_closed(look_back: LookBack, *, by: Any, at: datetime) -> None:
    day = timezone.localdate(at)
    units = look_back.items.values_list("assignment__unit", flat=True)
    there = people_with(UNIT, on=day).filter(memberships__organisation__in=units, memberships__role__in=UNIT)
    people = {*there.values_list("pk", flat=True), *people_with(Role.CLERK, on=day).values_list("pk", flat=True)}
    tell_people("look_back_closed", people, look_back, f"{look_back}已办结", by=by, at=at, body=look_back.conclusion)
