"""No address without a decision: whoever adds one says here what it answers to whom."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from foundation.accounts.roles import Role
from tests.walk.admin_table import ADMIN, MODELS
from tests.walk.people import roles_with_somebody
from tests.walk.routes import ROUTES


def addresses(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every address, its pattern where it has none."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}"


def test_every_address_has_its_row_in_the_table() -> None:
    found = set(addresses(get_resolver()))
    portal = {name for name in found if not name.startswith("admin")}
    assert portal == set(ROUTES)

    admin = found - portal - ADMIN.keys()
    pages = {f"admin:{model.replace('.', '_')}_{page}" for model in MODELS for page in PAGES}
    assert {name for name in admin if not name.endswith(("/", "$"))} == pages


PAGES = ("changelist", "add", "history", "delete", "change")


def test_every_role_has_somebody_who_walks() -> None:
    assert roles_with_somebody() == set(Role.values)
