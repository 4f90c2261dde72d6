from datetime import date

import pytest

from suggestions.models import ResultClass, Switch, Threshold

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


def test_the_row_in_force_counts_and_the_own_level_before_the_general():
    Threshold.objects.create(key="mediation_after", amount=3, valid_from=date(2026, 3, 1))
    Threshold.objects.create(key="mediation_after", level="township", amount=4, valid_from=date(2026, 3, 1))

    assert Threshold.objects.amount("mediation_after", date(2026, 2, 28)) == 2
    assert Threshold.objects.amount("mediation_after", DAY) == 3
    assert Threshold.objects.amount("mediation_after", DAY, "township") == 4


def test_a_rule_without_a_row_in_force_is_off():
    Switch.objects.filter(key="co_opinion_before_reply").update(valid_until=date(2026, 3, 1))

    assert Switch.objects.is_on("co_opinion_before_reply", date(2026, 3, 1))
    assert not Switch.objects.is_on("co_opinion_before_reply", DAY)


def test_a_term_may_have_its_own_classes(register):
    assert [row.code for row in ResultClass.objects.of_term(register.term.pk, DAY)] == ["A", "B", "C", "D"]

    ResultClass.objects.create(term=register.term, code="甲", name="已经解决")

    assert [row.code for row in ResultClass.objects.of_term(register.term.pk, DAY)] == ["甲"]
    assert ResultClass.objects.of_term(None, DAY).count() == 4
