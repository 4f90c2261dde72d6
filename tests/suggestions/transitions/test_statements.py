from datetime import date

import pytest
from django.db import DatabaseError, transaction

from foundation.accounts.models import User
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import kind_of
from suggestions.models import CommitmentStatement, StatementLine, Suggestion
from suggestions.transitions.keep_ledger import keep_ledger
from suggestions.transitions.statements import receive_statement, send_statement
from tests.suggestions.road import moment

pytestmark = pytest.mark.django_db
AUTUMN = moment(date(2026, 10, 9))


@pytest.fixture
def promises(road):
    """Two promises of one unit to one deputy."""
    return [road.tracking().commitments.get() for _ in range(2)]


@pytest.fixture
def statement(promises):
    keep_ledger(at=AUTUMN)
    return CommitmentStatement.objects.get()


def texts(promises) -> dict[int, str]:
    return {promise.pk: f"第{place}项正在施工。" for place, promise in enumerate(promises)}


def test_in_the_fourth_quarter_a_unit_owes_the_deputy_one_statement(statement, heard, clocks):
    assert (statement.year, str(statement.deputy)) == (2026, "林晓梅")
    assert clocks(statement) == {"promise_statement": "2026-12-31"}
    assert heard("statements_opened") == {"feng", "chen"}
    assert keep_ledger(at=AUTUMN)["statements"] == 0


def test_not_before(promises):
    assert keep_ledger(at=moment(date(2026, 9, 30)))["statements"] == 0


def test_last_years_promises_belong_to_it_and_older_ones_do_not(promises):
    assert keep_ledger(at=moment(date(2027, 10, 8)))["statements"] == 1
    assert keep_ledger(at=moment(date(2028, 10, 9)))["statements"] == 0


def test_it_is_sent_with_every_promise_and_received(cast, road, promises, statement, heard, clocks):
    send_statement(statement, by=cast.feng, at=AUTUMN, texts=texts(promises), note="总体顺利。")

    assert StatementLine.objects.count() == 2
    assert clocks(statement) == {}
    assert heard("statement_sent") == {"lin"}

    receive_statement(statement, by=cast.lin, at=AUTUMN, reply="请加快。")

    assert road.fresh(statement).state_text == "代表已签收"
    assert heard("statement_received") == {"feng", "chen"}
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementLine.objects.update(text="改写")


def test_no_promise_is_left_out(cast, promises, statement, refused):
    some = texts(promises[:1])

    assert "还缺" in refused(send_statement, statement, by=cast.feng, at=AUTUMN, texts=some, code="input")
    assert not StatementLine.objects.exists()


def test_only_the_unit_sends_only_the_deputy_receives_and_once(cast, promises, statement, refused):
    words = texts(promises)
    for who in ("lin", "he", "wu", "stranger"):
        refused(send_statement, statement, by=getattr(cast, who), at=AUTUMN, texts=words, code="role")
    refused(receive_statement, statement, by=cast.lin, at=AUTUMN, code="state")
    send_statement(statement, by=cast.feng, at=AUTUMN, texts=words)
    refused(send_statement, statement, by=cast.chen, at=AUTUMN, texts=words, code="state")
    for who in ("zhou", "he", "feng", "stranger"):
        refused(receive_statement, statement, by=getattr(cast, who), at=AUTUMN, code="role")
    receive_statement(statement, by=cast.lin, at=AUTUMN)
    refused(receive_statement, statement, by=cast.lin, at=AUTUMN, code="state")


def test_what_is_not_sent_is_the_units_own(cast, statement, promises):
    seen = CommitmentStatement.objects.visible_to
    assert {who for who in ("lin", "feng", "wu", "he", "zhao", "stranger") if seen(getattr(cast, who)).exists()} == {
        "feng",
        "he",
        "zhao",
    }
    send_statement(statement, by=cast.feng, at=AUTUMN, texts=texts(promises))
    assert seen(cast.lin).exists()
    assert not seen(cast.zhou).exists()


def test_leaders_and_offices_of_the_district_do_not_see_a_townships(cast, road, promises, statement):
    readers = (cast.he, cast.gao, cast.qian, cast.feng, cast.wei)
    seen = [user for user in readers if CommitmentStatement.objects.visible_to(user).exists()]
    assert seen == [cast.he, cast.gao, cast.qian, cast.feng]

    Suggestion.objects.update(level="township", township=cast.township)

    seen = [user for user in readers if CommitmentStatement.objects.visible_to(user).exists()]
    assert seen == [cast.feng, cast.wei]


def test_one_about_papers_of_both_congresses_is_seen_by_both(cast, promises, statement):
    Suggestion.objects.filter(pk=promises[0].suggestion_id).update(level="township", township=cast.township)

    assert CommitmentStatement.objects.visible_to(cast.qian).get() == statement


def test_whose_it_is_hears_that_it_is_late(cast, promises, statement):
    cast.transport.leader_in_charge = cast.qian
    cast.transport.save()

    def late() -> set[str]:
        clock = Deadline.objects.open().get(kind="promise_statement")
        found = kind_of("promise_statement").recipients([clock], 3)[clock.pk]
        return set(User.objects.filter(pk__in=found).values_list("username", flat=True))

    assert late() == {"he", "xu", "qian"}
    Suggestion.objects.filter(pk=promises[0].suggestion_id).update(level="township", township=cast.township)
    assert late() == {"he", "xu", "qian"}
    Suggestion.objects.update(level="township", township=cast.township)
    assert late() == {"wei"}
