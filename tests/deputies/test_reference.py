"""The dictionaries the room starts with."""

import pytest

from deputies import reference
from deputies.models import DutyKind

pytestmark = pytest.mark.django_db


def test_a_district_starts_with_the_kinds_of_duty_and_their_basis():
    known = {kind.code: kind for kind in DutyKind.objects.all()}
    assert len(known) == 29
    assert all(kind.legal_basis for kind in known.values())
    assert known["session_half_day"].legal_basis.endswith("第十三条")
    assert {code for code, kind in known.items() if kind.self_reported} == {
        "study", "group_activity", "reception_day", "voter_visit", "voters_contact", "honour", "good_deed",
    }  # fmt: skip


def test_loading_again_leaves_what_the_office_edited():
    DutyKind.objects.filter(code="study").update(name="线上学习", self_reported=False)

    reference.load()

    assert DutyKind.objects.count() == 29
    assert DutyKind.objects.get(code="study").name == "线上学习"
