from django.db import models
from django.db.models import Q
from django.urls import reverse

from liaison_stations.models.letter import Letter
from liaison_stations.models.reception_record import ReceptionRecord
from liaison_stations.querysets.matters import MarkQuerySet, MatterGroupQuerySet


class MatterGroup(models.Model):
    """Letters and visits of the same matter at the same place, as `transitions.group_matters` found them last.

    `place` stands in at least two of them. A group keeps its row while most of its letters stay together.
    """

    matter = models.CharField("事项", max_length=20)
    place = models.CharField("地点", max_length=40, blank=True)
    found_at = models.DateTimeField("首次归并")
    risen_at = models.DateTimeField("提请研判", null=True, blank=True)
    noted_at = models.DateTimeField("研判时间", null=True, blank=True)
    noted_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="研判人"
    )
    finding = models.CharField("研判意见", max_length=300, blank=True)

    objects = MatterGroupQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "热点事项"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.place if self.place.endswith(self.matter) else f"{self.place}{self.matter}"

    def get_absolute_url(self) -> str:
        return reverse("stations:matter", args=[self.pk])


class MatterMark(models.Model):
    """What one letter, or one visit settled on the spot, is about, when, from where: without a word of it.

    A visit that was not settled is a letter, and counted as one.
    """

    letter = models.OneToOneField(
        Letter, models.CASCADE, null=True, blank=True, related_name="matter_mark", verbose_name="来信"
    )
    record = models.OneToOneField(
        ReceptionRecord, models.CASCADE, null=True, blank=True, related_name="matter_mark", verbose_name="接待记录"
    )
    group = models.ForeignKey(
        MatterGroup, models.CASCADE, null=True, blank=True, related_name="marks", verbose_name="热点事项"
    )
    matter = models.CharField("事项", max_length=20)
    area = models.ForeignKey(
        "deputies.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="乡镇、街道"
    )
    on = models.DateField("日期")

    objects = MarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "民情归类"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on", "matter"], name="matter_mark_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(letter__isnull=True) ^ Q(record__isnull=True),
                name="matter_mark_of_one",
                violation_error_message="归类须对应一封来信或者一份接待记录。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}：{self.matter}"
