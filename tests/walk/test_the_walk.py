"""Everybody opens and posts to everything: the answers are those of the table, and no hidden word is in them."""

import pytest
from django.test import Client
from django.urls import reverse

from suggestions.cards.queues import QUEUES
from tests.walk.cases import World
from tests.walk.lists import LISTS
from tests.walk.people import ANONYMOUS, PERSONAS
from tests.walk.refusals import forms_left
from tests.walk.routes import ROUTES
from tests.walk.walker import Walker, shown

COMMENT = "<!--"
REFUSED = frozenset({403, 409})
# Reading leaves a trace where the trace is the point: who opened a file or took a paper away, who has a reply open, a
# key for enrolment.
MAY_WRITE = {
    "deputies:activity-notice": {"audit_event"},
    "reports:deputy-zip": {"audit_event"},
    "suggestions:appraisal-workbook": {"audit_event"},
    "suggestions:meeting-sheet": {"audit_event"},
    "files:download": {"audit_event"},
    "d:page": {"deputies_pagevisits"},
    "z:page": {"liaison_stations_stationvisits"},
    "suggestions:feedback-form": {"audit_event"},
    "suggestions:reply-letter": {"audit_event"},
    "suggestions:opinion-letter": {"audit_event"},
    "suggestions:slip": {"audit_event"},
    "supervision:opinion-paper": {"audit_event"},
    "supervision:clue": {"audit_event"},
    "supervision:amend-clue": {"audit_event"},
    "supervision:clue-paper": {"audit_event"},
    "suggestions:reply": {"workflow_editpresence"},
    "accounts:enrol": {"accounts_authenticator"},
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", PERSONAS)
def test_every_address_answers_by_the_table_and_gives_nothing_away(person: str, walker: Walker) -> None:
    hidden, wrong = walker.world.hidden_from(person), []
    for name, row in ROUTES.items():
        for args, get, post in row.visits(walker.world, person):
            for method, expected in (("get", get), ("post", post)):
                if expected:
                    answer = getattr(walker, method)(name, *args)
                    if answer.status_code != expected:
                        wrong.append(f"{method} {name} {args}: {answer.status_code}, not {expected}")
                    wrong += [f"{method} {name} {args} shows {word}" for word in hidden if word in answer.text_shown]
                    if method == "get" and answer.written - MAY_WRITE.get(name, set()):
                        wrong.append(f"reading {name} writes {answer.written}")
                    if answer.status_code in REFUSED and (left := forms_left(answer)):
                        wrong.append(f"{method} {name} {args} is refused and shows {left}")
                    if COMMENT in answer.text_shown:
                        wrong.append(f"{method} {name} has a comment in its page")
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("person", PERSONAS)
def test_no_search_page_or_export_gives_a_hidden_word_away(person: str, walker: Walker) -> None:
    hidden, given_away = walker.world.hidden_from(person), []
    doors = [(name, (), query) for name, queries in LISTS.items() for query in queries]
    doors += [("suggestions:queue", (key,), query) for key in QUEUES for query in ({}, {"format": "csv"})]
    doors += [("workbench:todo", (when,), {}) for when in ("overdue", "today", "week")]
    for name, args, query in doors:
        answer = walker.get(name, *args, **query)
        assert answer.status_code < 500, (name, query)
        given_away += [f"{name} {args} {query} shows {word}" for word in hidden if word in answer.text_shown]
    assert not given_away, "\n" + "\n".join(given_away)


@pytest.mark.parametrize("person", [person for person in PERSONAS if person != ANONYMOUS])
def test_a_calendar_holds_nothing_its_owner_may_not_see(person: str, world: World) -> None:
    calendar = Client().get(reverse("deadlines:calendar.ics", args=[world.feeds[person]]))

    assert calendar.status_code == 200
    unfolded = shown(calendar).replace("\r\n ", "")
    assert not [word for word in world.hidden_from(person) if word in unfolded]


def test_the_words_are_where_they_may_be(world: World) -> None:
    """A walk that finds nothing must not be one that looks for nothing."""
    walker = Walker(world, "lin")
    for case in world.cases.values():
        if "lin" in case.sees:
            assert case.word in walker.get("suggestions:detail", case.paper.pk).text_shown
    assert world.cases["a-handling"].word in walker.get("suggestions:list", format="xlsx").text_shown
    assert (
        "密会办号" in Walker(world, "feng").get("suggestions:detail", world.cases["a-with-co-unit"].paper.pk).text_shown
    )
    assert world.cases["a-handling"].word in shown(
        Client().get(reverse("deadlines:calendar.ics", args=[world.feeds["feng"]]))
    ).replace("\r\n ", "")
