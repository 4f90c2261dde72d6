"""The cast's part in the life of a clock. Any object can carry one; here it is an organisation."""

import pytest


@pytest.fixture
def unit(cast):
    """The handling unit whose duty it is, and the object of the clock as well."""
    return cast.education


@pytest.fixture
def other_unit(cast):
    return cast.transport


@pytest.fixture
def clerk(cast):
    return cast.he


@pytest.fixture
def kinds(monkeypatch):
    """Registers kinds of clocks for one test; what the rooms registered comes back afterwards."""
    from foundation.deadlines import registry
    from tests.foundation.deadlines.kinds import register

    monkeypatch.setattr(registry, "_kinds", {})
    register()
    return register
