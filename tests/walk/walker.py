"""A persona that opens addresses; whatever a request changed is undone at once."""

import html
import io
import json
import re
import zipfile
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.walk.cases import World
from tests.walk.people import ANONYMOUS

WRITING = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
BACKEND = "foundation.accounts.backends.NameOrPhoneBackend"


class Walker:
    """`walker.get("suggestions:detail", 1)` and `walker.post(…)` as one persona."""

    def __init__(self, world: World, person: str) -> None:
        self.world, self.person = world, person
        self.client = Client(raise_request_exception=False)
        if person != ANONYMOUS:
            self.client.force_login(getattr(world.cast, person), backend=BACKEND)

    def get(self, name: str, *args: Any, **query: str) -> HttpResponseBase:
        """The answer, read to its end."""
        return self._undone(lambda: self.client.get(address(name, *args), query))

    def post(self, name: str, *args: Any, data: dict[str, Any] | None = None, **headers: str) -> HttpResponseBase:
        """The answer to a posted form, an empty one unless `data` is given."""
        return self._undone(lambda: self.client.post(address(name, *args), data or {}, headers=headers))

    def _undone(self, ask: Any) -> HttpResponseBase:
        cookies, writes = self.client.cookies.copy(), Writes()
        with transaction.atomic():
            with connection.execute_wrapper(writes):
                answer = ask()
            answer.written = writes.tables
            answer.text_shown = shown(answer)
            transaction.set_rollback(True)
        self.client.cookies = cookies
        return answer


class Writes:
    """Notes the tables statements write to; what the middleware keeps about the session itself is left out."""

    kept_by_the_door = frozenset({"django_session", "accounts_user"})

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = WRITING.match(sql)
        if found and found[1] not in self.kept_by_the_door:
            self.tables.add(found[1])
        return execute(sql, params, many, context)


def address(name: str, *args: Any) -> str:
    """The address of a named route."""
    return reverse(name, args=args)


def shown(answer: HttpResponseBase) -> str:
    """Everything a reader can get out of an answer: text, headers, and what is packed into a workbook."""
    content = b"".join(answer) if answer.streaming else answer.content
    if answer.get("Content-Type", "").startswith("application/json"):
        return json.dumps(json.loads(content), ensure_ascii=False)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    # Workbooks write Chinese as numbered entities.
    return f"{headers}\n{html.unescape(content.decode(errors='replace'))}"
