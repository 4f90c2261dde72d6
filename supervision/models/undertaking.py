from datetime import date
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.kind import UndertakingKind
from supervision.querysets.undertakings import UndertakingQuerySet
from supervision.states.undertaking import UNDERTAKING_FLOW, HearingLevel, UndertakingState

S = UndertakingState


@pghistory.track()
class Undertaking(Versioned):
    """One supervision carried out (监督事项): its kind's procedure over one topic, until it is concluded.

    `meeting` is where it is heard; until the meeting is entered `meeting_on` is the day thought of. Before
    `hidden_until` the bodies know nothing of it (突击检查、暗访).
    """

    kind = models.ForeignKey(UndertakingKind, models.PROTECT, related_name="undertakings", verbose_name="监督形式")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("监督事项", max_length=120)
    reason = models.TextField("确定理由", blank=True)
    level = models.CharField("在哪里听取", max_length=20, choices=HearingLevel)
    committee = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="undertakings", verbose_name="负责的工作委员会"
    )
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="undertakings", verbose_name="会议"
    )
    meeting_on = models.DateField("会议日期", null=True, blank=True)
    hidden_until = models.DateField("此日之前不通知被监督单位", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    created_at = models.DateTimeField("登记时间")
    started_on = models.DateField("启动日期", null=True, blank=True)
    concluded_on = models.DateField("办结日期", null=True, blank=True)
    outcome = models.TextField("监督结果", blank=True)
    cancel_reason = models.CharField("取消理由", max_length=300, blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)

    objects = UndertakingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "监督事项"
        ordering = ["-year", "-pk"]
        indexes = [
            models.Index(fields=["year", "state"], name="undertaking_year_state"),
            models.Index(fields=["meeting_on"], name="undertaking_meeting_on"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "title"],
                condition=~Q(state=S.CANCELLED),
                name="undertaking_once",
                violation_error_message="本年度已登记同名的监督事项。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CANCELLED) | ~Q(cancel_reason=""),
                name="undertaking_cancelled_with_reason",
                violation_error_message="取消须写明理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CONCLUDED) | (~Q(outcome="") & Q(concluded_on__isnull=False)),
                name="undertaking_concluded_with_outcome",
                violation_error_message="办结须写明监督结果。",
            ),
        ]
        triggers = [
            UNDERTAKING_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="undertaking_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:undertaking", args=[self.pk])

    @property
    def day_of_meeting(self) -> date | None:
        """The day the meeting opens; the day thought of while no meeting is entered or it has no day yet."""
        return self.meeting.opens_on if self.meeting and self.meeting.opens_on else self.meeting_on

    def is_hidden(self, on: date) -> bool:
        """Whether the bodies must not know of it yet."""
        return self.hidden_until is not None and on < self.hidden_until


class UndertakingBody(models.Model):
    """A body that is supervised."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="bodies", verbose_name="监督事项")
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="supervised_in", verbose_name="被监督单位"
    )

    class Meta:
        verbose_name = verbose_name_plural = "被监督单位"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "organisation"],
                name="undertaking_body_once",
                violation_error_message="该单位已经登记。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


def names_of(bodies: Any) -> str:
    """The bodies in one line."""
    return "、".join(row.organisation.label for row in bodies)
