import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from liaison_stations.models.published import Published
from liaison_stations.models.station import Station
from liaison_stations.querysets.deliberations import DeliberationQuerySet
from liaison_stations.states.deliberation import DELIBERATION_FLOW, DeliberationState

S = DeliberationState


@pghistory.track()
class Deliberation(Published):
    """A topical deliberation (专题议事): topic, who sits, agenda, what was agreed; its opinions are handed over."""

    station = models.ForeignKey(Station, models.PROTECT, related_name="deliberations", verbose_name="联络站")
    topic = models.CharField("议题", max_length=100)
    background = models.TextField("背景")
    agenda = models.TextField("议程", blank=True)
    starts_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=120)
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    minutes = models.TextField("议事情况", blank=True)
    conclusion = models.TextField("形成的意见", blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)
    result = models.TextField("办理结果", blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    public_topic = models.CharField("公开的议题", max_length=100, blank=True, editable=False)
    public_conclusion = models.TextField("公开的形成意见", blank=True, editable=False)
    public_result = models.TextField("公开的办理结果", blank=True, editable=False)
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    planned_at = models.DateTimeField("安排时间")

    objects = DeliberationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专题议事"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=(S.HELD, S.CLOSED)) | (~Q(minutes="") & ~Q(conclusion="")),
                name="deliberation_held_with_words",
                violation_error_message="请写明议事情况和形成的意见。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | ~Q(result=""),
                name="deliberation_closed_with_result",
                violation_error_message="办结须写明办理结果。",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (Q(state=S.CLOSED) & ~Q(public_conclusion="")),
                name="deliberation_public_when_closed",
                violation_error_message="办结以后，核对过的内容才能公开。",
            ),
        ]
        triggers = [
            DELIBERATION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="deliberation_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.topic

    def get_absolute_url(self) -> str:
        return reverse("stations:deliberation", args=[self.pk])


class DeliberationSeat(models.Model):
    """Who sits at the table: a deputy, a body, or a resident by name."""

    deliberation = models.ForeignKey(Deliberation, models.PROTECT, related_name="seats", verbose_name="专题议事")
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="deliberations", verbose_name="代表"
    )
    body = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deliberations",
        verbose_name="单位",
    )
    name = models.CharField("姓名或者称呼", max_length=60, blank=True)
    is_present = models.BooleanField("到场", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "议事人员"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deliberation", "deputy"],
                name="deliberation_deputy_once",
                violation_error_message="这位代表已在名单中。",
            ),
            models.UniqueConstraint(
                fields=["deliberation", "body"],
                name="deliberation_body_once",
                violation_error_message="这个单位已在名单中。",
            ),
            models.CheckConstraint(
                condition=Q(deputy__isnull=False) | Q(body__isnull=False) | ~Q(name=""),
                name="deliberation_seat_of_somebody",
                violation_error_message="请写明议事人员。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.deputy or self.body or self.name)
