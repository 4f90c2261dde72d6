from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from liaison_stations.models.deliberation import Deliberation
from liaison_stations.models.published import Published
from liaison_stations.models.street import StreetCongress, StreetMember
from liaison_stations.models.street_meeting import StreetMeeting
from liaison_stations.querysets.council_opinions import CouncilOpinionQuerySet
from liaison_stations.states.council_opinion import COUNCIL_OPINION_FLOW, OpinionState

S = OpinionState


@pghistory.track()
class CouncilOpinion(Published):
    """One opinion of a street deliberation congress or a topical deliberation: handed over, answered, told back."""

    congress = models.ForeignKey(
        StreetCongress, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="议政代表会"
    )
    deliberation = models.ForeignKey(
        Deliberation, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="专题议事"
    )
    meeting = models.ForeignKey(
        StreetMeeting, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="会议"
    )
    member = models.ForeignKey(
        StreetMember, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="提出人"
    )
    raised_by = models.CharField("提出人", max_length=60)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("意见和建议")
    state = models.CharField("状态", max_length=10, choices=S, default=S.RAISED, editable=False)
    raised_at = models.DateTimeField("提出时间")
    body = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="council_opinions",
        verbose_name="交办单位",
    )
    hand_note = models.CharField("交办意见", max_length=300, blank=True)
    handed_at = models.DateTimeField("交办时间", null=True, blank=True)
    answer = models.TextField("单位答复", blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=300, blank=True)
    outcome = models.TextField("反馈的结果", blank=True)
    closed_at = models.DateTimeField("反馈时间", null=True, blank=True)
    public_title = models.CharField("公开的标题", max_length=100, blank=True, editable=False)
    public_text = models.TextField("公开的意见和建议", blank=True, editable=False)
    public_answer = models.TextField("公开的单位答复", blank=True, editable=False)
    public_outcome = models.TextField("公开的反馈结果", blank=True, editable=False)

    objects = CouncilOpinionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议事意见"
        ordering = ["-raised_at", "-pk"]
        indexes = [models.Index(fields=["state", "raised_at"], name="council_opinion_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(congress__isnull=True) ^ Q(deliberation__isnull=True),
                name="council_opinion_of_one",
                violation_error_message="意见在议政代表会或者专题议事中提出。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.HANDED, S.ANSWERED)) | Q(body__isnull=False),
                name="council_opinion_handed_to_a_body",
                violation_error_message="交办须写明单位。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | ~Q(outcome=""),
                name="council_opinion_closed_with_outcome",
                violation_error_message="反馈须写明结果。",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (Q(state=S.CLOSED) & ~Q(public_text="")),
                name="council_opinion_public_when_closed",
                violation_error_message="反馈以后，核对过的意见才能公开。",
            ),
        ]
        triggers = [
            COUNCIL_OPINION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="council_opinion_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("stations:council-opinion", args=[self.pk])

    @property
    def source(self) -> Any:
        """Where it was raised: the congress or the deliberation."""
        return self.congress or self.deliberation

    @property
    def public_speaker(self) -> str:
        """Who raised it, as people may know: a deputy by name, anybody else by the group he sits for."""
        if self.member is None:
            return ""
        deputy = self.member.deputy
        return f"人大代表{deputy.name}" if deputy else f"{self.member.quota.name}方面的议政代表"

    @property
    def public_source(self) -> str:
        return str(self.congress) if self.congress else f"专题议事：{self.deliberation.public_topic}"

    @property
    def convener_id(self) -> int | None:
        """The house that hands it over: the street's, or the one whose area the station lies in."""
        if self.congress:
            return self.congress.organisation_id
        area = self.deliberation.station.area
        return area.organisation_id or (area.parent.organisation_id if area.parent else None)
