from django.db import models
from django.urls import reverse

from liaison_stations.models.letter import Letter
from liaison_stations.querysets.matters import MarkQuerySet, MatterGroupQuerySet


class MatterGroup(models.Model):
    """Letters that tell of the same matter at the same place, as `transitions.group_matters` found them last.

    `place` stands in at least two of them. A group keeps its row while most of its letters stay together.
    """

    matter = models.CharField("事项", max_length=20)
    place = models.CharField("地点", max_length=40, blank=True)
    found_at = models.DateTimeField("首次归并")

    objects = MatterGroupQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "热点事项"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.place}{self.matter}" if self.place else self.matter

    def get_absolute_url(self) -> str:
        return reverse("stations:matter", args=[self.pk])


class MatterMark(models.Model):
    """What one letter is about, when, from where: enough to count by, without a word of it."""

    letter = models.OneToOneField(
        Letter, models.CASCADE, primary_key=True, related_name="matter_mark", verbose_name="来信"
    )
    group = models.ForeignKey(
        MatterGroup, models.CASCADE, null=True, blank=True, related_name="marks", verbose_name="热点事项"
    )
    matter = models.CharField("事项", max_length=20)
    area = models.ForeignKey(
        "deputies.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="乡镇、街道"
    )
    on = models.DateField("来信日期")

    objects = MarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "来信归类"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on", "matter"], name="matter_mark_days")]

    def __str__(self) -> str:
        return f"{self.letter_id}：{self.matter}"
