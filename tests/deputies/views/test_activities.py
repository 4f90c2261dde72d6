"""The pages of activities: who gets in, and the same number of queries at any size."""

import pytest
from django.urls import reverse

from tests.deputies.gatherings import asked, planned
from tests.deputies_cast import add_mandate

LIST = reverse("deputies:activities")


@pytest.mark.parametrize(("person", "status"), [("he", 200), ("lin", 200), ("wei", 404), ("deng", 404), ("wu", 403)])
def test_who_opens_an_activity(cast, register, signed_in, person, status):
    row = asked(cast, register)["lin"]
    assert signed_in(getattr(cast, person)).get(row.get_absolute_url()).status_code == status


def test_a_deputy_reads_when_and_where_and_not_who_else_is_asked(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    page = signed_in(cast.lin).get(row.get_absolute_url()).content.decode()
    assert "2026年3月12日 09:00" in page
    assert "青石河一号闸" in page
    assert "周建国" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_and_the_page_cost_the_same_at_any_size(cast, register, signed_in, django_assert_num_queries, number):
    names = [f"more{index}" for index in range(number)]
    for name in names:
        setattr(register, name, add_mandate(register, f"代表{name}", register.qingshi))
    row = asked(cast, register, *names)[names[0]]
    for _ in range(number - 1):
        planned(cast)
    client = signed_in(cast.he)
    client.get(LIST)
    with django_assert_num_queries(5):
        assert client.get(LIST).status_code == 200
    with django_assert_num_queries(6):
        assert client.get(row.get_absolute_url()).status_code == 200
