"""The desk: what waits for whom, and counts that are exactly the rows behind them."""

from datetime import date, timedelta

import time_machine
from django.urls import reverse

from foundation.accounts.models import Membership
from foundation.statements.kept import Statement
from foundation.web import cards, trays
from foundation.web.cards import cards_for
from foundation.workdays.clock import today
from liaison_stations.transitions.turns import ask_swap
from suggestions.cards.desk import _union
from suggestions.cards.queues import queues_of
from suggestions.cards.urgency import by_urgency
from suggestions.models import Suggestion
from suggestions.rules import relations
from tests.cast import PEOPLE
from tests.liaison_stations.receiving import NOW, arranged
from tests.liaison_stations.transitions.test_slots import pair
from tests.workbench import behind
from tests.workbench.behind import DESK, differing


def test_on_every_desk_each_count_is_the_number_of_rows_behind_it(
    stations, cast, signed_in, django_assert_max_num_queries
):
    for person, user in cast.people().items():
        client = signed_in(user)
        answer = client.get(DESK)
        assert answer.status_code == 200
        assert user.name in answer.content.decode()

        assert not list(differing(answer.context, client, user, today())), person
        assert all(behind.total(client.get(tile["url"]).context) == tile["value"] for tile in answer.context["tiles"])

        with django_assert_max_num_queries(12, info=person):
            client.get(DESK)


def test_two_cards_of_one_page_are_its_rows_together(cast, register, signed_in):
    with time_machine.travel(NOW, tick=False):
        mine, free = pair(arranged(cast, register))
        asked = free.deputy.user
        ask_swap(mine, other=free.deputy, other_turn=free, reason="出差", by=mine.deputy.user, at=NOW)
        client = signed_in(asked)
        desk = client.get(DESK).context
        (cards,) = (cards for url, cards in behind.pages(desk).items() if url == reverse("stations:my-turns"))

        assert {one.card.key for one in cards if one.count} == {"my-reception-days", "swaps-to-answer"}
        assert not list(differing(desk, client, asked, today()))
        # A page that tells a row less, and a card that promises one more, are both found.
        mine.swaps.update(state="withdrawn")
        assert len(list(differing(desk, client, asked, today()))) == 1


def test_the_road_leaves_its_mark_on_every_desk_it_passes(stations, cast, signed_in):
    """Guards the test above against counting nothing everywhere."""
    desks = {
        person: signed_in(getattr(cast, person)).get(DESK).context
        for person in ("lin", "zhou", "he", "feng", "chen", "wu", "sun", "zhao")
    }
    counts = {
        person: {one.card.key.removeprefix("suggestions-"): one.count for one in desk["cards"]}
        for person, desk in desks.items()
    }
    tiles = {person: {tile["label"]: tile["value"] for tile in desk["tiles"]} for person, desk in desks.items()}

    assert (counts["lin"]["to-rate"], counts["lin"]["drafts"]) == (2, 4)
    assert counts["zhou"] == {"invitations": 2}
    assert counts["he"].keys() >= {"to-screen", "to-assign", "requests", "to-check", "overdue", "unrated"}
    assert counts["feng"]["to-answer"] == 6
    assert counts["chen"]["to-sign"] == 2
    assert counts["wu"]["opinions"] == 2
    assert counts["sun"].keys() >= {"to-check", "requests", "overdue"}
    assert counts["zhao"].keys() >= {"overdue", "dissatisfied", "overview"}
    assert tiles["feng"]["已逾期"] > 0
    assert tiles["he"]["七日内到期"] > 0
    assert tiles["zhao"] == {}

    rows = signed_in(cast.feng).get(reverse("suggestions:queue", args=["to-answer"])).context["page"].rows
    due = [by_urgency(Suggestion.objects.filter(pk=row.pk)).get().due_first for row in rows]
    assert due == sorted(due)
    assert len(set(due)) > 1
    assert signed_in(cast.feng).get("/desk/todo/some-day/").status_code == 404


def test_the_same_desk_costs_the_same_when_more_waits(road, later, cast, signed_in, django_assert_num_queries):
    road.submitted()
    client = signed_in(cast.he)
    client.get(DESK)

    with django_assert_num_queries(10):
        client.get(DESK)
    road.submitted()
    road.assigned()
    with django_assert_num_queries(10):
        client.get(DESK)


def test_a_person_without_office_is_told_whom_to_ask(cast, signed_in):
    assert "您的账号目前没有任职" in signed_in(cast.stranger).get(DESK).content.decode()
    assert "您的账号目前没有任职" not in signed_in(cast.lin).get(DESK).content.decode()


def test_nobody_is_shown_a_card_of_another_role(road, cast):
    for person, user in cast.people().items():
        role = PEOPLE[person][2]
        assert all(role in one.card.roles for one in cards_for(user, road.day, object()))


def test_a_desk_is_put_into_words_without_asking_anybody(stations, cast, django_assert_num_queries):
    # The words are kept under the person's standing: what they depend on besides would be as old as the process.
    for user in cast.people().values():
        relations.standing(user, date(2026, 3, 1))
        relations.standing(user, today())
        with django_assert_num_queries(0):
            Statement(("aloud", user.pk), lambda user=user: _union(queues_of(user), user, today())).text()
            for key, tray in trays_of(user).items():
                Statement(
                    ("aloud", key, user.pk), lambda user=user, tray=tray: trays.union({"a": tray}, user, today())
                ).text()


def trays_of(user):
    """The trays on the desk of this person."""
    return {
        key: card.context
        for key, card in cards._cards.items()
        if card.roles & user.roles and isinstance(card.context, trays.Tray)
    }


def test_a_new_role_and_a_new_day_are_another_desk(cast):
    before, tomorrow = relations.standing(cast.he, today()), relations.standing(cast.he, today() + timedelta(1))
    Membership.objects.filter(user=cast.he).update(until_date=today() - timedelta(1))
    cast.he.forget_memberships()

    assert len({before, tomorrow, relations.standing(cast.he, today())}) == 3
