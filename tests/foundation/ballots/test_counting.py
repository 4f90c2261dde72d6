"""Papers counted by one clerk and checked by a second; rules as rows."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from foundation.ballots import Base, Papers, Sign
from foundation.ballots.admin import BallotRuleAdmin
from foundation.ballots.counting import confirm_count, enter_count, return_count
from foundation.ballots.models import BallotClause, BallotGroup, BallotRule, BallotScore, PaperCount
from foundation.workflow import Refused

DAY = date(2026, 10, 20)
GOOD = Papers(present=60, issued=55, returned=50, votes={"称职": 42, "基本称职": 5, "不称职": 2}, invalid=1)


@pytest.fixture
def rule(db):
    row = BallotRule.objects.create(
        code="trial", name="测评", base=Base.RETURNED, grades="称职、基本称职、不称职", otherwise="不称职"
    )
    facts = [
        ("称职", ">=", 80, 100, "称职", False),
        ("称职", ">=", 1, 2, "基本称职", False),
        ("不称职", ">", 1, 2, "整改", True),
    ]
    for order, (grades, sign, top, bottom, outcome, alert) in enumerate(facts):
        named = {"grades": grades, "sign": sign, "top": top, "bottom": bottom, "outcome": outcome}
        BallotClause.objects.create(rule=row, order=order, is_alert=alert, **named)
    return row


@pytest.fixture
def count(cast, rule):
    """Entered for any row at all: a foundation app knows no room."""

    def enter(papers=GOOD, by=cast.he):
        return enter_count(cast.township, rule, papers, topic="述职测评", held_on=DAY, by=by, at=timezone.now())

    return enter


def test_rows_say_what_the_arithmetic_takes(rule):
    terms = rule.terms()

    assert terms.grades == ("称职", "基本称职", "不称职")
    assert [(c.outcome, c.share, c.sign) for c in terms.clauses] == [
        ("称职", Fraction(4, 5), Sign.AT_LEAST),
        ("基本称职", Fraction(1, 2), Sign.AT_LEAST),
    ]
    assert [c.outcome for c in terms.alerts] == ["整改"]
    assert rule.sentence == (
        "称职票达到收回票的80%（含本数）的，为“称职”；称职票达到收回票的半数（含本数）的，为“基本称职”；其他情形为“不称职”。"
    )


def test_the_rule_of_a_day_is_the_version_in_force(rule):
    later = BallotRule.objects.create(
        code="trial", name="新测评", grades="好、差", otherwise="差", valid_from=date(2027, 1, 1)
    )

    assert BallotRule.objects.named("trial", date(2026, 12, 31)) == rule
    assert BallotRule.objects.named("trial", date(2027, 1, 1)) == later
    assert BallotRule.objects.named("nothing", DAY) is None


def test_a_clause_of_an_unknown_grade_is_refused_at_its_field(rule):
    with pytest.raises(ValidationError) as told:
        BallotClause(rule=rule, grades="优秀", top=1, bottom=2, outcome="好").full_clean()
    assert told.value.message_dict == {"grades": ["测评办法的等次中没有“优秀”。"]}


def test_one_enters_and_a_second_checks(cast, count):
    row = count()
    with pytest.raises(Refused, match="另一名工作人员"):
        confirm_count(row, by=cast.he, at=timezone.now())

    done = confirm_count(row, by=cast.shen, at=timezone.now())

    assert (done.stands, done.outcome, done.alerts) == (True, "称职", [])
    assert done.formula == done.recount().formula
    assert done.lines[0][1:] == (42, 84)
    with pytest.raises(Refused, match="已经核对"):
        return_count(done, reason="再看", by=cast.shen, at=timezone.now())


def test_what_was_checked_never_changes(cast, count):
    row = confirm_count(count(), by=cast.shen, at=timezone.now())
    for change in (lambda: PaperCount.objects.filter(pk=row.pk).update(returned=1), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_second_count_waits_until_the_first_is_sent_back(cast, count):
    row = count()
    with pytest.raises(Refused, match="已有计票"):
        count(by=cast.shen)

    return_count(row, reason="不称职票少录一张", by=cast.shen, at=timezone.now())

    assert count().pk != row.pk


def test_a_void_ballot_is_kept_and_may_be_held_again(cast, count):
    void = Papers(present=60, issued=50, returned=51, votes={})
    done = confirm_count(count(void), by=cast.shen, at=timezone.now())

    assert (done.stands, done.outcome) == (False, "")
    assert "收回51张，多于发出的50张" in done.formula
    assert count(by=cast.shen).state == "entered"


def test_figures_that_cannot_be_right_are_refused_before_anything_is_written(count):
    with pytest.raises(Refused) as told:
        count(Papers(present=60, issued=55, returned=50, votes={"称职": 60}))

    assert (told.value.code, told.value.field) == ("input", "returned")
    assert not PaperCount.objects.exists()


def test_a_rule_that_has_counted_is_only_ended(rf, count, rule):
    from django.contrib import admin

    desk = BallotRuleAdmin(BallotRule, admin.site)
    assert desk.get_readonly_fields(rf.get("/"), rule) == ["code"]
    count()
    closed = desk.get_readonly_fields(rf.get("/"), rule)
    assert {"grades", "base", "otherwise"} <= set(closed)
    assert "valid_until" not in closed


def test_several_bodies_are_entered_apart_and_counted_again_to_the_same(cast, rule):
    from_rows = [("选民", 70), ("代表小组", 15), ("工作机构", 15)]
    BallotGroup.objects.bulk_create(
        BallotGroup(rule=rule, name=name, weight=weight, order=order) for order, (name, weight) in enumerate(from_rows)
    )
    BallotScore.objects.create(rule=rule, grade="称职", points=100)
    small = Papers(present=10, issued=10, returned=10, votes={"称职": 8, "基本称职": 2, "不称职": 0})
    given = {"选民": GOOD, "代表小组": small, "工作机构": small}
    facts = {"topic": "述职测评", "held_on": DAY, "at": timezone.now()}
    with pytest.raises(Refused, match="代表小组：请填写计票") as told:
        enter_count(cast.township, rule, {"选民": GOOD}, by=cast.he, **facts)

    row = confirm_count(enter_count(cast.township, rule, given, by=cast.he, **facts), by=cast.xu, at=timezone.now())

    row = PaperCount.objects.get(pk=row.pk)
    assert told.value.field == "1_returned"
    assert (row.present, row.returned, row.votes["称职"], row.outcome) == (80, 70, 58, "称职")
    assert [(name, papers.votes["称职"]) for name, papers in row.bodies] == [
        ("选民", 42),
        ("代表小组", 8),
        ("工作机构", 8),
    ]
    assert row.formula == row.recount().formula
    assert row.score == row.recount().score == Decimal("84.00")
    assert row.rule_text.startswith(
        "选民占70%、代表小组占15%、工作机构占15%，分别计票后加权合计。称职100分，按有效票平均得分。"
    )


def test_a_condition_on_points_needs_points_of_grades(rule):
    clause = BallotClause(rule=rule, points=85, outcome="称职")
    with pytest.raises(ValidationError) as told:
        clause.full_clean()
    assert told.value.message_dict == {"points": ["请先登记各等次的分值，再填写得分条件。"]}
    with pytest.raises(ValidationError, match="没有计票的等次"):
        BallotScore(rule=rule, grade="优秀", points=100).full_clean()
    BallotScore.objects.create(rule=rule, grade="称职", points=100)
    clause.full_clean()
