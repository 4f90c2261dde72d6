"""One process that answers pages of one database and says how long each took. Started by pages.py.

Reads a line of JSON, {"page": key, "times": n}, and answers one: milliseconds of each request through the whole WSGI
handler, number of queries, milliseconds of the page's own statements through the bare driver.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks import byhand
from benchmarks.page_list import PAGES, Page
from congress_portal.wsgi import application
from foundation.accounts.models import User
from suggestions.models import Suggestion

HOST = "bench.local"
SAMPLE = 25
# A line of a table of the desk, and one of the public list.
LINES, PER_PAGE = (b'<tr role="row"><td', b'class="public-row-title"'), 20


def main() -> None:
    measured = {page.key: Measured(page) for page in PAGES}
    print(json.dumps({"rows": Suggestion.objects.count()}), flush=True)
    for line in sys.stdin:
        wanted = json.loads(line)
        print(json.dumps(measured[wanted["page"]].measure(wanted["times"])), flush=True)


class Measured:
    """A page with its reader's session and the addresses that are asked for in turn."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.user = User.objects.get(username=page.username) if page.username else None
        self.cookie = signed_in(self.user) if self.user else ""
        self.keys = keys_of(page, self.user)
        self.addresses = [reverse(page.addresses[0], args=[key]) for key in self.keys] or list(page.addresses)
        self.turn = cycle(enumerate(self.addresses))
        self.queries: int | None = None

    def measure(self, times: int) -> dict[str, Any]:
        if self.queries is None:
            self._look_closely()
        turns = [next(self.turn) for _ in range(times)]
        took = [timed(lambda address=address: get(address, self.cookie)) for _, address in turns]
        plain = [timed(lambda: replay(self.statements)) for _ in range(max(1, times // 2))]
        hand = [timed(lambda turn=turn: byhand.run(self.page.key, turn, self.keys)) for turn in range(times // 2)]
        facts = {"queries": self.queries, "full": self.full, "by_hand": byhand.run(self.page.key, 0, self.keys)}
        return {"ms": took, "turns": [place for place, _ in turns], "sql": plain, "hand": hand, **facts}

    def _look_closely(self) -> None:
        """Warms up, then counts the statements of every address; those of the last one are replayed later.

        `full` are the places of the addresses whose list fills its page.
        """
        for address in self.addresses[:5]:
            get(address, self.cookie)
        counts, self.full = [], []
        for place, address in enumerate(self.addresses):
            with CaptureQueriesContext(connection) as captured:
                shown = get(address, self.cookie)
            counts.append(len(captured))
            self.full += [place] if sum(map(shown.count, LINES)) >= PER_PAGE else []
        self.queries, self.statements = max(counts), [query["sql"] for query in captured]


def keys_of(page: Page, user: Any) -> list[int]:
    """For the page of one object: a spread of objects this reader may open, old and new."""
    if page.kind != "detail":
        return []
    rows = Suggestion.objects.visible_to(user) if user else Suggestion.objects.published()
    keys = list(rows.registered().order_by("pk").values_list("pk", flat=True))
    return [keys[place * (len(keys) - 1) // (SAMPLE - 1)] for place in range(SAMPLE)]


def signed_in(user: User) -> str:
    client = Client()
    client.force_login(user, backend="foundation.accounts.backends.NameOrPhoneBackend")
    return f"sessionid={client.cookies['sessionid'].value}"


def get(address: str, cookie: str) -> bytes:
    """One request as a web server hands it over, with everything until the answer is closed."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": HOST,
        "HTTP_COOKIE": cookie,
        "HTTP_ACCEPT": "text/html",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    status: list[str] = []
    answer = application(environ, lambda line, headers, *rest: status.append(line))
    body = b"".join(answer)
    answer.close()
    if not status[0].startswith("200"):
        sys.exit(f"{address}: {status[0]}")
    return body


def replay(statements: list[str]) -> None:
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.encode())
            if cursor.description:
                cursor.fetchall()


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
    os._exit(0)
