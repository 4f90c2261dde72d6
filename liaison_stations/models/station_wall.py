from django.db import models

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from liaison_stations.models.station import Station
from liaison_stations.querysets.wall import WallItemQuerySet
from liaison_stations.states import WallPart


@tracked()
class WallItem(Dated):
    """One line of a list on the wall (上墙制度). Without a station it is the district's own, shown where a station
    has no list of its own for that part."""

    part = models.CharField("栏目", max_length=12, choices=WallPart)
    text = models.CharField("内容", max_length=200)
    order = models.PositiveSmallIntegerField("排序", default=100)
    station = models.ForeignKey(
        Station, on_delete=models.PROTECT, null=True, blank=True, related_name="wall", verbose_name="联络站",
        help_text="留空为全区统一内容。",
    )  # fmt: skip

    objects = WallItemQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "上墙制度"
        ordering = ["part", "order", "pk"]

    def __str__(self) -> str:
        return self.text
