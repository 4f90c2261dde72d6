"""Health of outcomes (F114): not whether processes run, but whether what the portal promises is happening.

The rooms and the foundation register their findings; the portal adds its scheduler, its calendar and its audit chain.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from congress_portal import heartbeat
from foundation.audit.models import Event
from foundation.notices.findings import Finding, all_findings
from foundation.workdays.loading import missing_years
from foundation.workdays.models import CalendarYear

# The sealing job runs every minute.
SEALED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class Outcomes:
    """Everything at one moment; `ok` when no finding is a trouble."""

    at: datetime
    beat_age_seconds: int | None
    calendar_loaded_until: int | None
    findings: list[Finding]

    @property
    def ok(self) -> bool:
        """No trouble at all."""
        return not any(finding.is_trouble for finding in self.findings)

    def as_json(self) -> dict:
        """{"ok", "at", "beat_age_seconds", "calendar_loaded_until", "findings": [{"key", "text", "count", "url"}]}."""
        return {
            "ok": self.ok,
            "at": timezone.localtime(self.at).isoformat(timespec="seconds"),
            "beat_age_seconds": self.beat_age_seconds,
            "calendar_loaded_until": self.calendar_loaded_until,
            "findings": [asdict(finding) for finding in self.findings],
        }


def check_outcomes(at: datetime | None = None) -> Outcomes:
    """The health of outcomes now, or as of `at`."""
    moment = at or timezone.now()
    age = heartbeat.age(moment)
    loaded = CalendarYear.objects.filter(is_official=True).aggregate(last=Max("year"))["last"]
    return Outcomes(moment, None if age is None else int(age.total_seconds()), loaded, all_findings(moment))


def portal_findings(at: datetime) -> list[Finding]:
    """What the top itself can find wrong; registered as the source "portal"."""
    missing = missing_years(timezone.localdate(at))
    years = "、".join(map(str, missing)) or "本"
    unsealed = Event.objects.filter(seq=None, recorded_at__lt=at - SEALED_WITHIN).count()
    return [
        Finding("beat.silent", "个定时任务进程没有响应，请检查 celery beat、celery worker 和 Redis", int(_silent(at))),
        Finding(
            "calendar.missing",
            f"个年度（{years}年）的节假日安排尚未录入，请录入",
            len(missing),
            reverse("admin:workdays_calendaryear_changelist"),
        ),
        Finding("audit.unsealed", "条审计记录超过一小时未封存，请检查定时任务", unsealed),
    ]


def _silent(at: datetime) -> bool:
    age = heartbeat.age(at)
    return age is None or age > heartbeat.SILENT_AFTER
