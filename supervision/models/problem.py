from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.files.models import StoredFile
from foundation.workflow.models import Versioned
from supervision.models.ledger_standard import LedgerStandard
from supervision.models.undertaking import Undertaking
from supervision.querysets.problems import ProblemQuerySet
from supervision.rules.satisfaction import Satisfaction
from supervision.states.delay import DelayState
from supervision.states.problem import PROBLEM_FLOW, WITH_UNIT, LedgerCode, ProblemState

S = ProblemState


@pghistory.track()
class Problem(Versioned):
    """One row of the issue ledger: found somewhere in supervision, mended by a unit, struck off by its confirmer.

    `source` is where it was found, any object of the portal with a page; `source_words` names it for whoever may not
    open it. `round` counts the turns of mending: it grows whenever the problem goes back to its unit.
    """

    source_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源类型"
    )
    source_id = models.BigIntegerField("来源", null=True, blank=True)
    source = GenericForeignKey("source_type", "source_id")
    source_words = models.CharField("来源", max_length=120)
    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="problems", verbose_name="监督事项"
    )
    title = models.CharField("问题", max_length=100)
    text = models.TextField("具体情况", blank=True)
    committee = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_problems",
        verbose_name="跟踪的委员会",
    )
    unit = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="problems",
        verbose_name="责任单位",
    )
    person = models.CharField("责任人", max_length=60, blank=True)
    measure = models.TextField("整改措施", blank=True)
    due_on = models.DateField("整改期限", null=True, blank=True)
    needs_satisfaction = models.BooleanField("销号须征求有关代表、群众意见", default=False)
    state = models.CharField("状态", max_length=10, choices=S, default=S.FOUND, editable=False)
    round = models.PositiveSmallIntegerField("整改轮次", default=1)
    reopened = models.PositiveSmallIntegerField("反弹次数", default=0)
    found_at = models.DateTimeField("登记时间")
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    handed_at = models.DateTimeField("交办时间", null=True, blank=True)
    claimed_at = models.DateTimeField("申请销号时间", null=True, blank=True)
    claimed_on = models.DateField("申请销号日期", null=True, blank=True)
    struck_at = models.DateTimeField("销号时间", null=True, blank=True)
    struck_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核实人"
    )
    outcome = models.TextField("整改结果", blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问题清单"
        ordering = ["-found_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "due_on"], name="problem_state_due"),
            models.Index(fields=["source_type", "source_id"], name="problem_source"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(source_type__isnull=True, source_id__isnull=True)
                | Q(source_type__isnull=False, source_id__isnull=False),
                name="problem_source_is_whole",
                violation_error_message="来源须完整。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WITH_UNIT) | Q(unit__isnull=False, due_on__isnull=False),
                name="problem_with_unit_and_day",
                violation_error_message="交办须写明责任单位和整改期限。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.STRUCK) | Q(struck_by__isnull=False) & ~Q(outcome=""),
                name="problem_struck_by_somebody",
                violation_error_message="销号须写明核实人和整改结果。",
            ),
        ]
        triggers = [
            PROBLEM_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="problem_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:problem", args=[self.pk])

    def has_evidence(self) -> bool:
        """Whether this round's story carries at least one file."""
        entries = self.entries.filter(round=self.round).order_by()
        kind = ContentType.objects.get_for_model(self.entries.model)
        names = [str(pk) for pk in entries.values_list("pk", flat=True)]
        return StoredFile.objects.filter(owner_type=kind, owner_id__in=names).exists()

    def satisfaction(self, on: date) -> Satisfaction:
        """What those concerned say of this round, against the share that is asked on `on`."""
        given = list(self.voices.filter(round=self.round).values_list("grade", flat=True))
        return Satisfaction(tuple(given), LedgerStandard.amount_on(LedgerCode.SATISFIED_PERCENT, on))

    def can_wait(self) -> bool:
        """Whether more time can be asked for."""
        return self.state == S.MENDING

    def delays_left(self, on: date) -> int:
        """How often more time may still be granted in this round."""
        granted = self.delays.filter(state=DelayState.GRANTED, round=self.round).count()
        return LedgerStandard.amount_on(LedgerCode.DELAYS, on) - granted
