"""Are the clocks watched? Findings for the morning list, the health page and `check_outcomes` (F83, F114)."""

import hashlib
from datetime import date, datetime

import structlog
from django.urls import reverse
from django.utils import timezone

from foundation.deadlines import recomputing, registry
from foundation.deadlines.models import Deadline, Reminder, ReminderFault
from foundation.notices.findings import Finding

log = structlog.get_logger(__name__)


def findings(on: date) -> list[Finding]:
    """What is wrong on the morning of `on`: reminders due before that day and not told, faults, clocks nobody hears,
    broken invariants of the rooms, dates resting on an old calendar."""
    unsent = Deadline.objects.open().filter(next_milestone_on__lt=on).count()
    nobody = Reminder.objects.filter(outcome=Reminder.Outcome.NOBODY, at__date=on).count()
    url = reverse("admin:deadlines_reminderfault_changelist")
    return [
        Finding("reminders.unsent", "个期限的提醒到日未发，请检查后台任务", unsent),
        Finding("reminders.faults", "个期限的提醒出错，将自动重试", ReminderFault.objects.count(), url),
        Finding("reminders.nobody", "个期限无人可提醒，请明确责任人", nobody),
        Finding(
            "deadlines.stale",
            "批在办期限按旧日历计算，请预览并重新计算",
            int(recomputing.is_stale()),
            reverse("deadlines:recompute"),
        ),
        *(_invariant(name, count) for name, count in registry.invariants().items()),
    ]


def source(at: datetime) -> list[Finding]:
    """The findings of the local day of `at`."""
    return findings(timezone.localdate(at))


def _invariant(name: str, count) -> Finding:
    key = f"invariant.{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    try:
        return Finding(key, f"件{name}", count())
    except Exception:
        # The list must reach the operators even when one room cannot count.
        log.exception("deadlines.invariant_failed", name=name)
        return Finding(key, f"项检查未能运行（{name}），请查看日志", 1)
