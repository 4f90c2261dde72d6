"""The forms of supervision as rows: they hang together, and the law's days are a floor in the database itself."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from supervision.models import KindStep, UndertakingKind
from supervision.reference import kinds
from supervision.states.undertaking import Anchor
from tests.supervision.hand import kind

pytestmark = pytest.mark.django_db


def test_every_form_hangs_together():
    for form in kinds.FORMS:
        codes = [row.code for row in form.steps]
        assert len(codes) == len(set(codes)), form.code
        for place, row in enumerate(form.steps):
            assert not row.day.after or row.day.after in codes[:place], (form.code, row.code)
            assert row.hint or row.paper, (form.code, row.code)
    assert set(UndertakingKind.objects.values_list("code", flat=True)) >= {form.code for form in kinds.FORMS}
    assert KindStep.objects.count() == sum(len(form.steps) for form in kinds.FORMS)


def test_what_an_office_has_written_is_left_alone():
    KindStep.objects.filter(kind=kind(), code="report_draft").update(amount=25)
    KindStep.objects.filter(kind=kind(), code="research").update(is_active=False)
    kinds.load()
    assert KindStep.objects.get(kind=kind(), code="report_draft").amount == 25
    assert not KindStep.objects.get(kind=kind(), code="research").is_active


@pytest.mark.parametrize(
    "change", [{"amount": 19}, {"anchor": Anchor.START}, {"statutory_days": None}, {"is_active": False}]
)
def test_the_days_of_the_law_are_a_floor(change):
    rows = KindStep.objects.filter(kind=kind(), code="report_draft")
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**change)
    rows.update(amount=30)


def test_a_shorter_span_is_refused_where_it_was_typed():
    row = KindStep.objects.get(kind=kind(), code="report_final")
    row.amount = 9
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert "不能缩短" in refusal.value.message_dict["amount"][0]
    row.amount = 12
    row.full_clean()
