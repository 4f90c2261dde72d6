"""Default closed: which addresses anybody may open is a list somebody has decided on."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Name of the address → why a person without an account may open it.
OPEN = {
    "health:live": "monitors",
    "health:ready": "monitors",
    "health:deep": "monitors with the token; strangers get 404",
    "admin:login": "sign-in of the admin",
    "web:look": "size of type, contrast and brightness, for every reader",
}


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """(namespace:name, pattern) of every address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name or entry.pattern}", entry


def test_the_open_addresses_are_those_decided_on() -> None:
    found = {name for name, entry in addresses(get_resolver()) if not getattr(entry.callback, "login_required", True)}
    assert found == set(OPEN)
