"""Trays: rows of several models on one desk, in one query."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from foundation.accounts.models import Organisation, User
from foundation.web import cards, trays
from foundation.web.cards import Card
from foundation.web.trays import MOST, SHOWN, Tray


def organisations(user, on):
    return Organisation.objects.filter(name__startswith="试").order_by("-name")


def people(user, on):
    return User.objects.filter(pk=user.pk)


def line(pk, name):
    return {"title": name, "url": f"/{pk}/", "meta": ""}


TRAY = Tray(organisations, ("pk", "name"), line, "web:look")


@pytest.fixture
def some(db):
    kind = Organisation.objects.create(name="别处", kind="handling_unit").kind
    return [Organisation.objects.create(name=f"试{number}", kind=kind) for number in range(SHOWN + 2)]


def test_the_first_rows_are_shown_and_all_are_counted(some):
    facts = trays.read({"a": TRAY}, None, None, 1)["a"]

    assert facts["count"] == len(some)
    assert facts["count_text"] == str(len(some))
    assert [row["title"] for row in facts["rows"]] == ["试4", "试3", "试2"]
    assert facts["rows"][0]["url"] == f"/{some[-1].pk}/"


def test_trays_of_several_models_cost_one_query(some, cast, django_assert_num_queries):
    both = {"a": TRAY, "b": Tray(people, ("pk", "name"), line, "web:look")}

    with django_assert_num_queries(1):
        found = trays.read(both, cast.he, None, 2)
    assert (found["a"]["count"], found["b"]["count"]) == (len(some), 1)
    assert found["b"]["rows"][0]["title"] == cast.he.name


def test_a_desk_mixes_trays_and_other_cards(some, monkeypatch):
    monkeypatch.setattr(cards, "_cards", {})
    cards.register(Card("tray", "托盘", frozenset({"clerk"}), TRAY, order=2))
    cards.register(Card("other", "其他", frozenset({"clerk"}), lambda user, on: {"count": 7}, order=1))

    filled = cards.cards_for(SimpleNamespace(roles={"clerk"}), None, 3)
    assert [(one.card.key, one.count) for one in filled] == [("other", 7), ("tray", len(some))]


def test_nothing_is_asked_where_there_is_no_tray(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert trays.read({}, None, None, 4) == {}


def test_sums_of_money_stay_exact_and_many_rows_are_cut_off():
    seen = []
    told = Tray(organisations, ("pk", "name"), lambda **row: seen.append(row) or line(**row), "web:look")
    facts = trays._facts(told, ['{"pk": 120000.10, "name": "甲"}'] * (MOST + 1))

    assert seen[0] == {"pk": Decimal("120000.10"), "name": "甲"}
    assert (facts["count"], facts["count_text"], len(facts["rows"])) == (MOST, "1000+", SHOWN)
