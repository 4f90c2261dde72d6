"""What a station may be."""

from django.db import models


class StationTier(models.TextChoices):
    """The three tiers of a district's net: home at the township or street, station, point in a village."""

    HOME = "home", "家"
    STATION = "station", "站"
    POINT = "point", "点"


class Standard(models.TextChoices):
    """How far a station has come in being brought up to the district's standard (规范化建设)."""

    PLANNED = "planned", "计划建设"
    REBUILDING = "rebuilding", "改造提升中"
    BUILT = "built", "已建成达标"
