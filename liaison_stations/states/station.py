"""What a station may be."""

from django.db import models


class StationTier(models.TextChoices):
    """The three tiers of a district's net: home at the township or street, station, point in a village."""

    HOME = "home", "家"
    STATION = "station", "站"
    POINT = "point", "点"


class Standard(models.TextChoices):
    """How far a station has come in being brought up to the district's standard (规范化建设)."""

    UNRATED = "unrated", "尚未核定"
    PLANNED = "planned", "计划建设"
    REBUILDING = "rebuilding", "改造提升中"
    BUILT = "built", "已建成达标"


class WallPart(models.TextChoices):
    """The five lists on a station's wall (上墙制度)."""

    DUTIES = "duties", "工作职责"
    RULES = "rules", "工作制度"
    MECHANISMS = "mechanisms", "协商议事机制"
    TASKS = "tasks", "监督任务"
    VISITORS = "visitors", "来访须知"


class FundWay(models.TextChoices):
    """Which way money of a station goes."""

    IN = "in", "拨入"
    OUT = "out", "支出"
