import pytest

from foundation.search import registry


@pytest.fixture
def registered(papers, monkeypatch):
    monkeypatch.setattr(registry, "_sources", {})
    model = papers("停车一", "停车二", "停车三")

    def visible_to(user):
        return model.objects.all() if user == "clerk" else model.objects.none()

    registry.register("代表建议", visible_to, lambda paper: paper.title, lambda paper: f"/papers/{paper.pk}/")
    return model


def test_everybody_finds_what_he_may_see(registered):
    (found,) = registry.search_everywhere("clerk", "停车", limit=2)
    assert (found.label, [hit.title for hit in found.hits], found.total) == ("代表建议", ["停车三", "停车二"], 3)
    assert found.hits[0].url == f"/papers/{registered.objects.get(title='停车三').pk}/"
    assert registry.search_everywhere("stranger", "停车") == []


def test_nothing_asked_nothing_found(registered):
    assert registry.search_everywhere("clerk", "  ") == []


def test_counting_stops(registered, monkeypatch):
    monkeypatch.setattr(registry, "COUNT_CAP", 1)
    (found,) = registry.search_everywhere("clerk", "停车", limit=1)
    assert found.count_text == "1+"
    assert registry.search_everywhere("clerk", "停车一")[0].count_text == "1"
