from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.states import Level
from foundation.workflow.models import Versioned
from suggestions.querysets import AssignmentMeetingQuerySet, OfMeetingQuerySet
from suggestions.states import RowState, UnitRole


class AssignmentMeeting(Versioned):
    """An assignment meeting (交办会): many suggestions handed to their units on one day, one T0 for all of them.

    The office prepares its rows beforehand and lets them be carried out on the day; what became of each stays here.
    """

    title = models.CharField("名称", max_length=80)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    township = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="乡镇人大",
    )
    held_on = models.DateField("交办日期")
    place = models.CharField("地点", max_length=80, blank=True)
    with_government = models.BooleanField("与政府联合召开", default=False)
    with_cppcc = models.BooleanField("与政协联合召开", default=False)
    note = models.TextField("说明", blank=True)
    called_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="建立人")
    called_at = models.DateTimeField("建立时间")

    objects = AssignmentMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "交办会"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""), name="meeting_has_title", violation_error_message="请填写交办会名称。"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("suggestions:meeting", args=[self.pk])

    @property
    def hosts(self) -> str:
        """ "与区政府、区政协联合召开" in short; empty when the standing committee called it alone."""
        found = [name for name, joint in (("政府", self.with_government), ("政协", self.with_cppcc)) if joint]
        return f"与{'、'.join(found)}联合召开" if found else ""

    @property
    def progress_text(self) -> str:
        """ "12/40"; of a row fetched `with_counts`."""
        return f"{self.done + self.failed}/{self.total}"


class MeetingRow(models.Model):
    """One line of the assignment list: a suggestion, how it is to be handled, who confirmed that, what became of it."""

    meeting = models.ForeignKey(AssignmentMeeting, on_delete=models.PROTECT, related_name="rows", verbose_name="交办会")
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="meeting_rows", verbose_name="建议"
    )
    is_difficult = models.BooleanField("涉及面广、难度大", default=False)
    is_key = models.BooleanField("重点督办", default=False)
    to_government = models.BooleanField("转政府办公室分办", default=False)
    advice = models.CharField("分办建议", max_length=300, blank=True)
    ground = models.CharField("推荐依据", max_length=300, blank=True)
    state = models.CharField("状态", max_length=10, choices=RowState, default=RowState.CONFIRMED)
    confirmed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="确认人")
    confirmed_at = models.DateTimeField("确认时间")
    asked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="交办人"
    )
    asked_hand = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代办人"
    )
    done_at = models.DateTimeField("办理时间", null=True, blank=True)
    failure = models.CharField("未能交办的原因", max_length=300, blank=True)

    objects = OfMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "交办清单"
        ordering = ["meeting", "pk"]
        indexes = [models.Index(fields=["meeting", "state"], name="meeting_row_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "suggestion"],
                name="meeting_row_once",
                violation_error_message="这件建议已在本次交办清单中。",
            ),
            models.CheckConstraint(
                condition=~Q(state=RowState.FAILED) | ~Q(failure=""),
                name="meeting_row_failed_with_reason",
                violation_error_message="未能交办的须写明原因。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.suggestion)

    @property
    def stamp(self) -> str:
        """Which confirmation this is: a page built from another one is old."""
        return f"{self.pk}.{self.confirmed_at.timestamp():.6f}"

    @property
    def handling_text(self) -> str:
        """What was confirmed, in short: "主办：交通局、会办：教育局" or "转政府办公室分办"."""
        if self.to_government:
            return "转政府办公室分办"
        return "、".join(f"{each.get_role_display()}：{each.unit.label}" for each in self.units.select_related("unit"))

    def asker(self) -> Any:
        """Who asked for the assignment, as he was: a substitute's hand, with the rights of his principal."""
        if self.asked_by is not None:
            self.asked_by.acted_by = self.asked_hand
        return self.asked_by


class MeetingUnit(models.Model):
    """A unit of one line, with its part."""

    row = models.ForeignKey(MeetingRow, on_delete=models.CASCADE, related_name="units", verbose_name="清单行")
    unit = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="承办单位"
    )
    role = models.CharField("承办方式", max_length=10, choices=UnitRole)

    class Meta:
        verbose_name = verbose_name_plural = "清单承办单位"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["row", "unit"],
                name="meeting_unit_once",
                violation_error_message="同一个单位只能出现一次，请删除重复的一个。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}：{self.unit}"
