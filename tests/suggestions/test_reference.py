import pytest

from suggestions import reference
from suggestions.models import Category, NumberFormat, RefusalGround, ResultClass, Switch, SwitchKey, Threshold

pytestmark = pytest.mark.django_db

MODELS = (Category, ResultClass, RefusalGround, Threshold, Switch, NumberFormat)


def test_a_district_starts_with_the_defaults():
    assert [row.name for row in Category.objects.all()] == [name for _, name in reference.CATEGORIES]
    assert ResultClass.objects.filter(needs_commitment=True).get().code == "B"
    assert set(Switch.objects.values_list("key", flat=True)) == set(SwitchKey.values)
    assert all(row.legal_basis for model in MODELS for row in model.objects.all())


def test_loading_again_changes_nothing_that_the_office_edited():
    Category.objects.filter(code="other").update(name="综合")
    Threshold.objects.filter(key="motion_cosigners", level="township").delete()
    Switch.objects.filter(key="contact_confirmed").update(enabled=True)
    before = [model.objects.count() for model in MODELS]

    reference.load()

    assert [model.objects.count() for model in MODELS] == before
    assert Category.objects.get(code="other").name == "综合"
    assert Switch.objects.get(key="contact_confirmed").enabled


def test_what_is_missing_altogether_comes_back():
    NumberFormat.objects.all().delete()

    reference.load()

    assert {row.kind: row.write(23) for row in NumberFormat.objects.all()} == {
        "session": "第023号",
        "recess": "闭会第23号",
        "motion": "议案第23号",
    }
