import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from foundation.workflow.models import Versioned
from supervision.models.undertaking import Undertaking
from supervision.querysets.inspection import CollectedQuerySet
from supervision.states.inspection import OpinionSource


@pghistory.track()
class CollectedOpinion(Versioned):
    """What people say of a topic before it is heard; sent to the reporting body, that answers in its report
    (监督法第十四条)."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="opinions", verbose_name="监督事项")
    source = models.CharField("来源", max_length=10, choices=OpinionSource)
    said_by = models.CharField("提出人", max_length=60, blank=True)
    text = models.TextField("意见")
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="由谁回应"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    added_at = models.DateTimeField("登记时间")
    sent_at = models.DateTimeField("送交时间", null=True, blank=True)
    answer = models.TextField("报告中的回应", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="回应人"
    )
    answered_at = models.DateTimeField("回应时间", null=True, blank=True)

    objects = CollectedQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "征集的意见"
        ordering = ["undertaking", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(organisation__isnull=False),
                name="collected_sent_to_a_body",
                violation_error_message="送交须写明由哪个单位回应。",
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(sent_at__isnull=False),
                name="collected_answered_after_sent",
                violation_error_message="意见送交后才能回应。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="collected_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text[:40]

    def get_absolute_url(self) -> str:
        return self.undertaking.get_absolute_url()
