"""A bundle answers what its querysets would have answered, in one statement that is composed once."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import F, Q

from foundation.accounts.models import Membership, Organisation, User
from foundation.statements.bundle import DAY, KEY, KEYS, Bundle, Shape, by, give
from tests.cast import Cast

POSTS = Membership.objects.filter(user=KEY).select_related("organisation")


def columns(row) -> dict:
    """Every column of a row that was fetched."""
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_rows_are_what_their_querysets_would_have_answered(cast: Cast, django_assert_num_queries) -> None:
    bundle = Bundle({"posts": (POSTS, ()), "people": (User.objects.filter(pk=KEY).only("name"), ())})

    for user in (cast.he, cast.feng, cast.lin):
        with django_assert_num_queries(1):
            found = bundle.fetch(key=user.pk)
        posts = Membership.objects.filter(user=user).select_related("organisation").order_by("pk")
        assert list(map(columns, found["posts"])) == list(map(columns, posts))
        with django_assert_num_queries(0):
            assert [str(post.organisation) for post in found["posts"]] == [str(post.organisation) for post in posts]
        assert [person.name for person in found["people"]] == [user.name]
        assert "password" in found["people"][0].get_deferred_fields()


def test_a_list_of_keys_and_a_day_take_their_places(cast: Cast) -> None:
    since = Membership.objects.filter(user__in=KEYS).filter(
        Q(until_date=None) | Q(until_date__gte=DAY), from_date__lte=DAY
    )
    bundle = Bundle({"posts": (since.annotate(who=F("user__name")), ("user__name",))})
    people, day = [cast.he.pk, cast.feng.pk], date(2026, 3, 1)

    found = bundle.fetch(keys=people, day=day)["posts"]

    wanted = Membership.objects.active_on(day).filter(user__in=people).order_by("pk")
    assert found == list(wanted)
    assert {post.who for post in found} == {cast.he.name, cast.feng.name}
    assert all(vars(post)["user__name"] == post.who for post in found)
    assert bundle.fetch(keys=people, day=date(1990, 1, 1)) == {"posts": []}
    assert bundle.fetch(keys=[], day=day) == {"posts": []}


def test_text_that_looks_like_a_place_for_a_value_stays_text(db) -> None:
    rows = Organisation.objects.filter(pk__in=KEYS).exclude(name__contains="100%s")
    office = Organisation.objects.create(name="百分之 100%(key)s 办公室", kind="handling_unit")

    assert Bundle({"offices": (rows, ())}).fetch(keys=[office.pk])["offices"] == [office]


def test_what_is_encrypted_stays_behind_until_somebody_asks(cast: Cast, django_assert_num_queries) -> None:
    User.objects.filter(pk=cast.he.pk).update(phone="13800000000")
    user = Bundle({"people": (User.objects.filter(pk=KEY), ())}).fetch(key=cast.he.pk)["people"][0]

    assert "phone" in user.get_deferred_fields()
    with django_assert_num_queries(1):
        assert user.phone == "13800000000"


def test_the_server_plans_a_statement_once(cast: Cast) -> None:
    bundle = Bundle({"kept_plan": (User.objects.filter(pk=KEY).only("name"), ())})

    for user in (cast.he, cast.feng, cast.lin, cast.he):
        assert bundle.fetch(key=user.pk)["kept_plan"] == [user]

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans > 0, custom_plans FROM pg_prepared_statements WHERE statement LIKE '%kept_plan%'"
        )
        assert cursor.fetchall() == [(True, 0)]


def test_given_rows_are_what_the_relation_answers(cast: Cast, django_assert_num_queries) -> None:
    posts = list(cast.he.memberships.all())

    give(cast.he, "memberships", posts)

    with django_assert_num_queries(0):
        assert list(cast.he.memberships.all()) == posts
        assert all(post.user is cast.he for post in cast.he.memberships.all())
    assert cast.he.memberships.filter(pk=posts[0].pk).exists()


def test_rows_are_told_apart_by_a_column(cast: Cast) -> None:
    told = by("user_id", Membership.objects.filter(user__in=[cast.he, cast.feng]))

    assert {post.user_id for post in told[cast.he.pk]} == {cast.he.pk}
    assert told[0] == []


@pytest.mark.parametrize("model", [User, Membership, Organisation])
def test_a_row_fits_into_one_object(model) -> None:
    # PostgreSQL takes a hundred arguments in a call.
    assert len(Shape.of(model.objects.all()).columns()) <= 50
