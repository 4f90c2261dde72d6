"""Who hears a reminder of each clock of the room, at each level, and what it says."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType

from foundation.deadlines.lights import light
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.deadlines.registry import invariants, kind_of
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice
from suggestions.models import Suggestion
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.request_extension import request_extension

pytestmark = pytest.mark.django_db


@pytest.fixture
def hears(cast):
    """Names of the people a clock's level names."""
    names = {user.pk: key for key, user in cast.people().items()}

    def call(clock, level):
        return {names[pk] for pk in kind_of(clock.kind).recipients([clock], level).get(clock.pk, set())}

    return call


def clock(kind):
    return Deadline.objects.open().select_related("limit").get(kind=kind)


def test_every_limit_of_the_reference_rows_has_its_kind():
    for key in TimeLimit.objects.values_list("key", flat=True):
        assert kind_of(key).still_due is not None


def test_a_units_clock_climbs_from_officer_to_head_to_office_and_leader(road, cast, hears):
    cast.transport.leader_in_charge = cast.qian
    cast.transport.save()
    road.assigned()

    for kind in ("sign_in", "first_contact", "reply", "objection"):
        assert [hears(clock(kind), level) for level in (1, 2, 3)] == [{"feng"}, {"chen"}, {"he", "xu", "qian"}]


def test_an_offices_clock_is_the_clerks(road, cast, hears):
    cast.deputies_committee.leader_in_charge = cast.zhao
    cast.deputies_committee.save()
    road.submitted()

    assert [hears(clock("screening"), level) for level in (1, 2, 3)] == [{"he", "xu"}, {"gao"}, {"zhao"}]


def test_requests_of_units_are_the_government_offices_too(road, cast, hears):
    part = road.part(road.assigned())
    raise_objection(part, by=cast.feng, at=road.at(), legal_basis="条", reason="由", proposed_unit=cast.education)
    handled = road.part(road.handling())
    request_extension(handled, by=cast.feng, at=road.at(), reason="协商。", until=date(2026, 7, 1))

    assert hears(clock("objection_decision"), 1) == hears(clock("extension_decision"), 1) == {"he", "xu", "sun"}


def test_the_rating_is_the_lead_deputys_and_a_promise_the_units(road, hears):
    road.promised()

    assert hears(clock("rating"), 1) == {"lin"}
    assert [hears(clock("commitment"), level) for level in (1, 2)] == [{"feng"}, {"chen"}]


def test_a_township_paper_is_the_townships(road, cast, hears):
    paper = road.submitted()
    Suggestion.objects.filter(pk=paper.pk).update(level="township", township=cast.township)

    assert hears(clock("screening"), 1) == {"wei"}


def test_the_districts_leader_hears_nothing_of_a_township_paper(road, cast, hears):
    cast.transport.leader_in_charge = cast.qian
    cast.transport.save()
    paper = road.assigned()
    assert hears(clock("reply"), 3) == {"he", "xu", "qian"}

    Suggestion.objects.filter(pk=paper.pk).update(level="township", township=cast.township)

    assert hears(clock("reply"), 3) == {"wei"}


def test_the_reminder_says_what_until_when_and_where(road, cast):
    paper = road.assigned()
    remind_due(road.later(62).day)

    notice = Notice.objects.filter(recipient=cast.feng, kind="deadlines.reminder", title__contains="答复代表").get()
    assert "还有 30 天" in notice.title
    assert (paper.title in notice.title, notice.url) == (True, paper.get_absolute_url())
    assert "2026年6月2日" in notice.body


@pytest.mark.parametrize(
    ("stop", "kind"), [("assigned", "sign_in"), ("submitted", "screening"), ("promised", "rating")]
)
def test_nobody_is_reminded_of_what_is_done(road, stop, kind):
    getattr(road, stop)()
    row = clock(kind)
    assert kind_of(kind).still_due([row]) == {row.pk}

    if kind == "sign_in":
        road.handling(Suggestion.objects.get())
    elif kind == "screening":
        road.registered(Suggestion.objects.get())
    else:
        Suggestion.objects.update(state="rated")

    assert kind_of(kind).still_due([row]) == set()


def test_many_clocks_cost_what_one_costs(road, cast, django_assert_num_queries):
    road.assigned()
    rows = list(Deadline.objects.filter(kind="reply").select_related("limit"))
    kind = kind_of("reply")

    def ask(clocks):
        for level in (1, 2, 3):
            kind.recipients(clocks, level)
        for key, subject in kind.fetch(clocks).items():
            row = next(row for row in clocks if row.pk == key)
            kind.message(row, subject, light(row, road.day))

    ContentType.objects.get_for_model(Suggestion)
    with django_assert_num_queries(8):
        ask(rows)
    road.assigned()
    road.assigned()
    rows = list(Deadline.objects.filter(kind="reply").select_related("limit"))
    assert len(rows) == 3
    with django_assert_num_queries(8):
        ask(rows)


def test_the_invariant_is_on_the_health_page(road):
    road.submitted()
    count = invariants()["办理中而没有期限的建议"]
    assert count() == 0

    Deadline.objects.update(met_at=road.at(), met_on=road.day + timedelta(days=1))
    assert count() == 1


def test_in_a_list_of_clocks_a_part_names_its_paper(road):
    paper = road.assigned()

    assert paper.assignments.get().clock_name == f"{paper}（主办：示范区交通运输局）"
