"""Who finds which activity, invitation and leave."""

import pytest

from deputies import reference
from deputies.models import Activity, ActivityKind, Invitation
from tests.deputies.gatherings import asked, planned


@pytest.mark.parametrize(
    ("person", "activities", "invitations"),
    [
        ("he", 2, 2), ("zhao", 2, 2), ("fang", 2, 2), ("luo", 2, 2),
        ("lin", 1, 1), ("zhou", 1, 1), ("deng", 0, 0),
        ("wei", 0, 0), ("wu", 0, 0), ("jiang", 0, 0), ("stranger", 0, 0), ("shen", 0, 0),
    ],
)  # fmt: skip
def test_whoever_is_asked_or_holds_it_finds_it(cast, register, person, activities, invitations):
    planned(cast, title="尚在筹备的调研")
    asked(cast, register)
    user = getattr(cast, person)
    assert Activity.objects.visible_to(user).count() == activities
    assert Invitation.objects.visible_to(user).count() == invitations


def test_a_township_finds_what_it_holds_and_its_groups_hold(cast, register):
    asked(cast, register, "zhou", by=cast.wei, organiser=cast.township)
    planned(cast, by=cast.wei, organiser=None, group=register.group)
    assert Activity.objects.visible_to(cast.wei).count() == 2
    assert Invitation.objects.visible_to(cast.wei).count() == 1
    # A member hears of his group's activity once it is announced, and not before.
    assert Activity.objects.visible_to(cast.lin).count() == 0


def test_reference_rows_name_their_law_and_what_an_office_edited_stays(db):
    kinds = ActivityKind.objects.in_bulk(field_name="code")
    assert len(kinds) == 16
    assert "第十三条" in kinds["session"].legal_basis
    assert (kinds["session"].leave_approver, kinds["session"].approver_in_session) == ("sc_leaders", "delegation_head")
    ActivityKind.objects.filter(code="session").update(notice_days=20)
    reference.load()
    assert ActivityKind.objects.get(code="session").notice_days == 20
