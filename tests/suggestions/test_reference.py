import pytest

from deputies.models.dated import UNSOURCED
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


def test_a_ground_the_law_names_has_its_article_and_the_others_wait_for_the_local_rule():
    named = dict(RefusalGround.objects.exclude(legal_basis=UNSOURCED).values_list("code", "legal_basis"))

    assert {code: basis.partition("》")[2] for code, basis in named.items()} == {
        "case": "第五十九条",
        "bidding": "第五十九条",
        "interest": "第五十九条",
        "empty": "第二十四条",
    }


def test_an_article_reaches_rows_of_before_but_not_what_the_office_wrote():
    rows = RefusalGround.objects
    rows.filter(code="case").update(legal_basis=UNSOURCED)
    rows.filter(code="bidding").update(legal_basis=UNSOURCED, text="插手招标投标")
    rows.filter(code="interest").update(legal_basis="示范区办理办法第九条")

    reference.load()

    assert rows.get(code="case").legal_basis == reference.LAW59
    assert rows.get(code="bidding").legal_basis == UNSOURCED
    assert rows.get(code="interest").legal_basis == "示范区办理办法第九条"
