"""Navigation, cards, panels and tones: registered by rooms, drawn for whom they are."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from foundation.accounts.models import Organisation
from foundation.web import cards, context, navigation, panels, tones
from foundation.web.cards import Card
from foundation.web.navigation import NavItem
from foundation.web.panels import Panel


@pytest.fixture(autouse=True)
def _empty_registries(monkeypatch):
    monkeypatch.setattr(navigation, "_items", {})
    monkeypatch.setattr(cards, "_cards", {})
    monkeypatch.setattr(panels, "_panels", {})
    monkeypatch.setattr(tones, "_tones", {})


def test_navigation_is_ordered_and_closed_to_those_it_is_not_for():
    for label, order, allowed in [("丙", 30, True), ("甲", 10, True), ("乙", 20, False)]:
        navigation.register(
            NavItem(label, "web:styleguide", order=order, allowed=lambda user, yes=allowed: yes, area=label)
        )
        navigation.register(
            NavItem(
                label,
                f"web:{'look' if order == 30 else 'styleguide'}",
                order=order,
                allowed=lambda user, yes=allowed: yes,
            )
        )

    shown = navigation.items_for(SimpleNamespace())
    assert [item.label for item in shown] == ["丙"]
    assert navigation.items_for(SimpleNamespace(), "甲")[0].url == reverse("web:styleguide")


def test_sections_stand_together_at_the_place_of_their_first_entry():
    orders = [("工作台", 1, ""), ("建议", 2, "办理"), ("消息", 3, ""), ("名册", 4, "代表"), ("期限", 5, "办理")]
    items = [NavItem(label, "web:styleguide", order=order, section=section) for label, order, section in orders]

    assert [item.label for item in navigation.grouped(items)] == ["工作台", "消息", "建议", "期限", "名册"]


def test_an_entry_registered_twice_stands_once_and_a_missing_page_never():
    navigation.register(NavItem("旧名", "web:styleguide"))
    navigation.register(NavItem("新名", "web:styleguide"))
    navigation.register(NavItem("未建", "web:nothing"))

    assert [item.label for item in navigation.items_for(None)] == ["新名"]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/suggestions/", "/suggestions/"),
        ("/suggestions/42/", "/suggestions/"),
        ("/suggestions/mine/", "/suggestions/mine/"),
        ("/", "/"),
        ("/other/", None),
    ],
)
def test_only_one_entry_is_the_present_one(path, current):
    urls = ["/", "/suggestions/", "/suggestions/mine/"]

    assert [url for url in urls if navigation.is_current(url, path, urls)] == ([current] if current else [])


def test_an_entry_covers_pages_that_lie_elsewhere(rf):
    ledger = NavItem("台账", "web:styleguide", covers=("/statements/",))
    entries = [NavItem("首页", "site:home"), ledger]

    marked = [row["item"].label for row in context._entries(rf.get("/statements/7/"), entries) if row["current"]]
    assert marked == ["台账"]


def test_a_card_is_filled_for_the_roles_it_waits_for():
    cards.register(Card("late", "逾期", frozenset({"clerk"}), lambda user, on: {"count": on}, order=2))
    cards.register(Card("new", "新收", frozenset({"clerk", "unit_head"}), lambda user, on: {"count": 1}, order=1))

    clerk, deputy = SimpleNamespace(roles={"clerk"}), SimpleNamespace(roles={"deputy"})
    assert [(filled.card.key, filled.count) for filled in cards.cards_for(clerk, 5, 1)] == [("new", 1), ("late", 5)]
    assert cards.cards_for(deputy, 5, 2) == []


def test_panels_stand_on_the_page_of_their_model_for_those_who_may_look():
    def add(key, order, *, model="accounts.organisation", allowed=True, facts=True):
        context = lambda request, obj: {"key": key} if facts else None  # noqa: E731
        panels.register(Panel(model, key, key, "x.html", context, lambda user, obj: allowed, order))

    add("second", 2)
    add("first", 1)
    add("hidden", 0, allowed=False)
    add("silent", 0, facts=False)
    add("elsewhere", 0, model="accounts.user")

    shown = panels.panels_for(SimpleNamespace(user=None), Organisation())
    assert [filled.facts["key"] for filled in shown] == ["first", "second"]


def test_a_tone_is_one_the_style_sheet_knows():
    tones.register("accounts.Organisation.kind", {"court": "info"})

    assert tones.tone_of("accounts.organisation.kind", "court") == "info"
    assert tones.tone_of("accounts.organisation.kind", "unheard") == "neutral"
    with pytest.raises(ValueError, match="purple"):
        tones.register("a.b.c", {"x": "purple"})
