"""What never reaches a log."""

import pytest

from congress_portal.settings.logging import without_secrets


@pytest.mark.parametrize(
    ("key", "logged", "kept"),
    [
        ("request", "GET /deadlines/calendar/geheim-1.ics", "GET /deadlines/calendar/***.ics"),
        ("event", "Not Found: /deadlines/calendar/geheim-1.ics", "Not Found: /deadlines/calendar/***.ics"),
        ("request", "GET /suggestions/public/?q=%E5%BC%A0%E4%B8%89&page=2", "GET /suggestions/public/"),
        ("request", "POST /login/?next=/desk/", "POST /login/"),
        ("event", "已交办", "已交办"),
    ],
)
def test_tokens_and_queries_are_left_out(key, logged, kept):
    assert without_secrets(None, "info", {key: logged}) == {key: kept}
