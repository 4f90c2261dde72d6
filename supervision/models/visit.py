import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from supervision.models.team import TeamMember
from supervision.models.undertaking import Undertaking
from supervision.querysets.inspection import InsideQuerySet
from supervision.states.inspection import VisitKind


@pghistory.track()
class SpotVisit(models.Model):
    """One look at a place in a supervision: a spot check, a talk, an unannounced visit, or an errand done oneself.

    `matter`, `minutes`, `materials` and `succeeded` tell an errand (体验式监督): what was applied for, how long it
    took, how many papers were asked, whether it could be done.
    """

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="visits", verbose_name="监督事项")
    kind = models.CharField("方式", max_length=12, choices=VisitKind, default=VisitKind.SITE)
    visited_on = models.DateField("日期")
    place = models.CharField("地点", max_length=120)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    members = models.ManyToManyField(TeamMember, blank=True, related_name="visits", verbose_name="参加人员")
    findings = models.TextField("发现的情况")
    matter = models.CharField("办理的事项", max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField("用时（分钟）", null=True, blank=True)
    materials = models.PositiveSmallIntegerField("提交材料（份）", null=True, blank=True)
    succeeded = models.BooleanField("当场办成", null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")

    objects = InsideQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "现场检查"
        ordering = ["undertaking", "-visited_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=VisitKind.TRIAL) | ~Q(matter=""),
                name="visit_trial_has_a_matter",
                violation_error_message="体验办事须写明办理的事项。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="spot_visit_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.place}（{self.get_kind_display()}）"

    def get_absolute_url(self) -> str:
        return self.undertaking.get_absolute_url()
