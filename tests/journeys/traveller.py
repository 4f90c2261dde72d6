"""A journey through the pages as the cast: sign in, open the page, fill in its form, send it, see what came of it."""

from datetime import date
from typing import Any

import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from foundation.accounts.models import User
from foundation.audit.models import Event
from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from suggestions.models import Suggestion
from tests.cast import PASSWORD, Cast
from tests.suggestions.road import moment


class Traveller:
    """Walks one suggestion; `does` takes a step, `found` answers what the portal made of it."""

    def __init__(self, cast: Cast, clock: time_machine.Traveller) -> None:
        self.cast, self.clock = cast, clock
        self.seen = (0, 0)

    @property
    def paper(self) -> Suggestion:
        return Suggestion.objects.get()

    def on(self, month: int, day: int, hour: int = 10) -> None:
        """It becomes that day of 2026."""
        self.clock.move_to(moment(date(2026, month, day), hour))

    def does(self, user: User, page: str, about: Any = None, **typed: str) -> HttpResponse:
        """Signs in, opens the page, changes what `typed` names in its form and sends it; a refusal fails the test."""
        self.mark()
        client = signed_in(user)
        url = reverse(f"suggestions:{page}", args=[about.pk] if about else [])
        opened = client.get(url)
        assert opened.status_code == 200, (url, opened.status_code, complaints(opened))
        answer = client.post(url, filled(opened, typed))
        assert answer.status_code == 302, (url, answer.status_code, complaints(answer))
        return client.get(answer.url)

    def mark(self) -> None:
        """What happens from now on is new."""
        last = (Event.objects.order_by("-pk").first(), Notice.objects.order_by("-pk").first())
        self.seen = tuple(getattr(row, "pk", 0) for row in last)

    def found(self) -> dict[str, Any]:
        """Where the paper stands, the new lines on its timeline, and exactly who has a new message of which kind."""
        events, notices = Event.objects.filter(pk__gt=self.seen[0]), Notice.objects.filter(pk__gt=self.seen[1])
        heard: dict[str, set[str]] = {}
        for kind, who in notices.values_list("kind", "recipient__username"):
            heard.setdefault(kind.removeprefix("suggestions."), set()).add(who)
        lines = events.filter(verb__startswith="suggestions.").order_by("pk").values_list("summary", flat=True)
        return {"state": self.paper.state, "lines": list(lines), "heard": heard}

    def running(self) -> set[str]:
        """Kinds of the clocks that run on the suggestion, its parts and its promises."""
        return set(Deadline.objects.open().values_list("kind", flat=True))

    def reads(self, user: User) -> str:
        """The words of the case page as this person sees it; empty for whoever may not open it."""
        opened = signed_in(user).get(self.paper.get_absolute_url())
        return " ".join(html.fromstring(opened.content).find(".//main").text_content().split()) * (
            opened.status_code == 200
        )


def signed_in(user: User) -> Client:
    """A browser of one's own, through the door with name and password."""
    client = Client()
    answer = client.post(reverse("accounts:login"), {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302, f"{user.username} was not let in"
    return client


def filled(opened: HttpResponse, typed: dict[str, str]) -> dict[str, str]:
    """What a browser would send: the fields of the page's form as they stand, hidden ones too, and what was typed."""
    tree = html.fromstring(opened.content)
    for template in tree.findall(".//template"):
        template.drop_tree()
    form = next(form for form in tree.find(".//main").iter("form") if form.method == "POST")
    return {**dict(form.form_values()), **typed}


def complaints(answer: HttpResponse) -> list[str]:
    """The sentences of refusal on a page."""
    tree = html.fromstring(answer.content)
    marks = "contains(@class,'invalid-feedback') or contains(@class,'error-summary') or contains(@class,'callout')"
    return [" ".join(node.text_content().split()) for node in tree.xpath(f"//*[{marks}]")]
