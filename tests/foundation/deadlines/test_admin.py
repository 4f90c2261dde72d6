from datetime import date, datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from foundation import deadlines
from foundation.deadlines.models import LightThreshold, Milestone, TimeLimit

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(cast, signed_in):
    return signed_in(cast.gao)


def change(row) -> str:
    return reverse(f"admin:deadlines_{row._meta.model_name}_change", args=[row.pk])


def posted(row: TimeLimit, **changes) -> dict:
    fields = ("name", "amount", "unit", "base", "legal_basis", "valid_from")
    plan = {field: getattr(row, field) for field in fields} | {"roll": "on", "valid_until": ""}
    return plan | changes


def test_the_list_shows_amount_unit_and_basis(secretary):
    page = secretary.get(reverse("admin:deadlines_timelimit_changelist")).content.decode()
    for words in ("3 个月（法定）", "20 个工作日", "代表法》第五十一条", "交办之日"):
        assert words in page


def test_lengthening_a_statutory_limit_is_refused_at_the_field(secretary):
    row = TimeLimit.objects.get(key="reply")
    page = secretary.post(change(row), posted(row, amount=4)).content.decode()
    assert "法定期限不得延长（代表法第五十一条）" in page
    assert 'name="amount" value="4"' in page
    row.refresh_from_db()
    assert row.amount == 3


def test_shortening_it_and_lengthening_a_local_one_are_fine(secretary):
    for key, amount in (("reply", 2), ("sign_in", 10)):
        row = TimeLimit.objects.get(key=key)
        answer = secretary.post(change(row), posted(row, amount=amount), follow=True)
        assert "请到“重新计算期限”预览并确认" in answer.content.decode()
        row.refresh_from_db()
        assert (row.amount, row.key) == (amount, key)


def test_an_edited_milestone_or_threshold_reaches_running_clocks(secretary, unit):
    at = timezone.make_aware(datetime(2026, 3, 2, 10))
    clock = deadlines.start("reply", unit, on=date(2026, 3, 2), by=None, at=at)
    row = Milestone.objects.get(limit_key="reply", days_before=30)
    fields = {"limit_key": "reply", "days_before": 45, "unit": "day", "level": 1, "is_active": "on"}
    assert secretary.post(change(row), fields).status_code == 302
    clock.refresh_from_db()
    assert clock.next_milestone_on == date(2026, 4, 18)
    default = LightThreshold.objects.get(limit_key="")
    secretary.post(change(default), {"limit_key": "", "yellow_days": 30, "orange_days": 10})
    clock.refresh_from_db()
    assert clock.yellow_on == date(2026, 5, 3)


def test_the_ledger_is_read_only(cast, signed_in):
    cast.gao.user_permissions.add(*Permission.objects.filter(content_type__app_label="deadlines"))
    client = signed_in(cast.gao)
    for model in ("deadline", "reminder", "reminderfault"):
        assert client.get(reverse(f"admin:deadlines_{model}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:deadlines_{model}_add")).status_code == 403
