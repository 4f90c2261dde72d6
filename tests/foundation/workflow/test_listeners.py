import pytest
from django.db import transaction

from foundation.workdays.clock import now
from foundation.workflow import after, announce, listeners


@pytest.fixture
def _no_listeners(monkeypatch):
    monkeypatch.setattr(listeners, "_listeners", {})


@pytest.mark.usefixtures("_no_listeners")
class TestListeners:
    def test_a_listener_hears_its_verb_with_all_facts(self, cast):
        heard = []

        @after("papers.reply")
        def told(obj, *, by, at, **facts):
            heard.append((obj, by, facts))

        after("papers.reply")(told)
        with transaction.atomic():
            announce("papers.reply", cast.education, by=cast.wu, at=now(), round=2)
            announce("papers.close", cast.education, by=cast.wu, at=now())
        assert heard == [(cast.education, cast.wu, {"round": 2})]
        assert listeners.listed() == {"papers.reply": [f"{told.__module__}.{told.__qualname__}"]}

    def test_a_failing_listener_undoes_the_act(self, cast):
        @after("papers.reply")
        def fails(obj, *, by, at, **facts):
            raise RuntimeError("no")

        def act():
            cast.education.name = "改名"
            cast.education.save()
            announce("papers.reply", cast.education, by=cast.wu, at=now())

        with pytest.raises(RuntimeError), transaction.atomic():
            act()
        cast.education.refresh_from_db()
        assert cast.education.name == "示范区教育局"

    @pytest.mark.django_db(transaction=True)
    def test_nothing_is_announced_outside_a_transaction(self, cast):
        with pytest.raises(RuntimeError, match="outside a transaction"):
            announce("papers.reply", cast.education, by=cast.wu, at=now())
