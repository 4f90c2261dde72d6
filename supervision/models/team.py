import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from supervision.models.undertaking import Undertaking
from supervision.states.inspection import TeamRole


@pghistory.track()
class TeamMember(models.Model):
    """Somebody who takes part in a supervision: a leader, a member, a deputy, or an expert without an account."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="team", verbose_name="监督事项")
    role = models.CharField("分工", max_length=12, choices=TeamRole, default=TeamRole.MEMBER)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="账号"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="teams", verbose_name="代表"
    )
    name = models.CharField("姓名", max_length=40)
    post = models.CharField("职务", max_length=80, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    added_at = models.DateTimeField("登记时间")
    left_at = models.DateTimeField("退出时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作组成员"
        ordering = ["undertaking", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "user"],
                condition=Q(user__isnull=False, left_at__isnull=True),
                name="team_member_once",
                violation_error_message="该同志已在工作组中。",
            ),
            models.UniqueConstraint(
                fields=["undertaking"],
                condition=Q(role=TeamRole.HEAD, left_at__isnull=True),
                name="team_one_head",
                violation_error_message="工作组已有组长，请先变更原组长。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="team_member_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）" if self.post else self.name
