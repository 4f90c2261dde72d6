"""The card of things to mend: for those who keep the portal, with the ways they may go."""

from foundation.workdays.models import CalendarYear

DESK = "/desk/"


def test_a_missing_calendar_is_told_to_the_secretary_and_not_to_the_clerk(road, later, cast, signed_in):
    CalendarYear.objects.filter(year=2026).delete()

    assert "节假日安排尚未录入" in signed_in(cast.gao).get(DESK).content.decode()
    assert "节假日安排尚未录入" not in signed_in(cast.he).get(DESK).content.decode()


def test_every_way_into_the_administration_that_is_shown_is_open(road, later, cast, signed_in):
    for person in (cast.gao, cast.shen, cast.han, cast.yang, cast.he):
        client = signed_in(person)
        cards = {one.card.key: one.facts for one in client.get(DESK).context["cards"]}
        links = cards.get("upkeep", {}).get("links", [])
        assert [client.get(link["url"]).status_code for link in links] == [200] * len(links)
        assert bool(links) == person.is_staff, person
