"""`make_load`: the same seed gives the same rows, the database accepts them, pages show them, production refuses."""

from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Model, TextField
from django.db.models.functions import Cast
from django.test import Client, override_settings
from django.urls import reverse

from deputies.models import Congress, Mandate, Meeting
from foundation.accounts.models import User
from foundation.deadlines.models import Deadline
from foundation.search.text import vector_of
from suggestions.models import (
    Assignment,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    Mediation,
    Rating,
    Reply,
    Round,
    Suggestion,
    TextVersion,
)
from suggestions.states import SuggestionState as S

DAY = "2026-11-20"
KEYS = ("id", "_id")
# So many that a paper of every kind is among them.
MANY = 600
# Objections and extensions that are still open are left out: one in some thousand papers has them.
PAPERS = (
    *(Suggestion, Cosigner, TextVersion, Assignment, Round, Rating, Mediation, Commitment, Deadline),
    *(ContactRecord, CoOpinion, Reply),
)


def make(**options: int) -> str:
    said = StringIO()
    wanted = {"deputies": 80, "suggestions": 120, "years": 2, "seed": 3, **options}
    call_command("make_load", on=date.fromisoformat(DAY), stdout=said, **wanted)
    return said.getvalue()


def rows(model: type) -> list[tuple]:
    """All columns that are neither keys nor encrypted."""
    names = [
        field.attname
        for field in model._meta.concrete_fields
        if not field.attname.endswith(KEYS) and field.attname != "contact_phone"
    ]
    return list(model._base_manager.order_by("pk").values_list(*names))


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_rows() -> None:
    first = _loaded_and_undone(seed=3)
    assert first == _loaded_and_undone(seed=3)
    assert first != _loaded_and_undone(seed=4)


def _loaded_and_undone(seed: int) -> list[list[tuple]]:
    with transaction.atomic():
        make(seed=seed)
        found = [rows(model) for model in (Suggestion, Assignment, Reply, Rating, Deadline)]
        transaction.set_rollback(True)
    return found


def test_earlier_terms_are_made_for_many_years(db: None) -> None:
    make(years=7, suggestions=70)
    terms = set(Suggestion.objects.values_list("term__number", flat=True))
    assert terms == {4, 5}
    connection.check_constraints()


def test_letters_are_said_to_come_later(db: None) -> None:
    assert "来信 0（要求 7 件" in make(suggestions=0, letters=7)


@pytest.mark.parametrize("options", [{"years": 0}, {"years": 99}, {"suggestions": -1}, {"deputies": 10**6}])
def test_nonsense_is_refused_with_a_sentence(db: None, options: dict[str, int]) -> None:
    with pytest.raises(CommandError, match="应在"):
        make(**options)
    assert not Congress.objects.exists()


def test_another_district_is_left_alone(db: None) -> None:
    Congress.objects.create(name="某县人民代表大会", short_name="县人大", is_home=True)
    with pytest.raises(CommandError, match="另一个区县"):
        make()
    assert not User.objects.exists()


def test_production_refuses(db: None) -> None:
    with override_settings(REQUIRE_SETTINGS=True), pytest.raises(CommandError, match="正式环境"):
        make()


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """One load for all tests that only look at it or whose own changes are rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        make(suggestions=MANY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(once: None, db: None) -> None:
    """The load, inside the test's own transaction."""


def test_every_constraint_holds_and_every_open_case_has_its_clock(loaded: None) -> None:
    connection.check_constraints()
    assert Suggestion.objects.count() == MANY
    assert Suggestion.objects.without_clock().count() == 0
    for row in Suggestion.objects.all()[:40]:
        row.full_clean(exclude=["search_vector"])


@pytest.mark.parametrize("model", PAPERS)
def test_a_paper_of_every_kind_and_state_is_sound(loaded: None, model: type[Model]) -> None:
    """Bulk inserts pass every `clean`: what a form would refuse must not come in this way."""
    rows = model._base_manager.order_by("pk")
    states = set(rows.values_list("state", flat=True)) if hasattr(model, "state") else set()
    some = [rows.filter(state=state).last() for state in sorted(states)] or [rows.last()]
    assert some != [None], "make_load makes none of these"
    for row in some:
        row.full_clean(exclude=["search_vector"])


def test_what_is_loaded_is_found_like_what_is_typed(loaded: None) -> None:
    some = Suggestion.objects.exclude(number_text="").last()
    assert some.refresh_search() is False
    columns = {"written": Cast("search_vector", TextField()), "wanted": Cast(vector_of(some.search_text), TextField())}
    compared = Suggestion.objects.annotate(**columns).get(pk=some.pk)
    assert compared.written == compared.wanted
    assert some in Suggestion.objects.search(some.title)


def test_the_years_and_seats_are_those_asked_for(loaded: None) -> None:
    assert Mandate.objects.at_home().count() == 80
    years = {day.year for day in Suggestion.objects.values_list("submitted_at", flat=True) if day}
    assert years == {2025, 2026}
    assert Meeting.objects.sessions().count() == 2


def test_a_second_load_adds_more_and_goes_on_with_the_numbers(loaded: None) -> None:
    make(seed=9, suggestions=30)
    assert Suggestion.objects.count() == MANY + 30
    assert Mandate.objects.at_home().count() == 80
    connection.check_constraints()


@pytest.mark.parametrize("username", ["lianluo1", "daibiao1", "chengban", "zhengfuban", "zhuren"])
def test_pages_work(loaded: None, signed_in: Callable[[User], Client], username: str) -> None:
    user = User.objects.get(username=username)
    client = signed_in(user)
    some = list(Suggestion.objects.visible_to(user).order_by("pk"))[::60]
    addresses = [reverse("workbench:desk"), reverse("suggestions:list"), *(row.get_absolute_url() for row in some)]
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)


def test_citizens_read_what_is_published(loaded: None, client: Client) -> None:
    some = Suggestion.objects.published().filter(state=S.CLOSED).first()
    assert some.title in client.get(reverse("suggestions:public-page", args=[some.pk])).text
