"""The desk: what waits for whom, and counts that are exactly the rows behind them."""

from datetime import date, timedelta

from django.urls import reverse

from foundation.accounts.models import Membership
from foundation.statements.kept import Statement
from foundation.web import cards, trays
from foundation.web.cards import cards_for
from foundation.workdays.clock import today
from suggestions.cards.desk import _union
from suggestions.cards.queues import queues_of
from suggestions.cards.urgency import by_urgency
from suggestions.models import Suggestion
from suggestions.rules import relations
from tests.cast import PEOPLE

DESK = "/desk/"


def counts_behind(desk) -> dict[str, int]:
    """Address of a list → the count that leads to it, of cards and tiles alike."""
    filled = [*desk["cards"], *desk["quiet"]]
    shown = {one.facts["url"]: one.count for one in filled if one.facts.get("url", DESK) != DESK}
    return shown | {tile["url"]: tile["value"] for tile in desk["tiles"]}


def behind(context) -> int:
    """The rows of a list; of a deputy's own reception days his turns ahead; of his voters those not yet met;
    of an appointee's own posts all he owes."""
    if "exams" in context:
        reports = [row for row in context["reports"] if row.state == "asked"]
        return sum(map(len, (context["exams"], context["statements"], context["measures"], reports)))
    if "ahead" in context:
        return len(context["ahead"])
    return context["page"].total if "page" in context else len(context["voters"]) - context["met"]


def test_on_every_desk_each_count_is_the_number_of_rows_behind_it(
    stations, cast, signed_in, django_assert_max_num_queries
):
    for person, user in cast.people().items():
        client = signed_in(user)
        answer = client.get(DESK)
        assert answer.status_code == 200
        assert user.name in answer.content.decode()

        shown = counts_behind(answer.context)
        assert {url: behind(client.get(url).context) for url in shown} == shown, person

        with django_assert_max_num_queries(12, info=person):
            client.get(DESK)


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
