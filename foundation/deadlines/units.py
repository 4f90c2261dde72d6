"""What limits, milestones and extensions are counted in."""

from django.db import models


class Unit(models.TextChoices):
    """Units of a limit. DATE means that the day is agreed case by case, as with a commitment."""

    DAY = "day", "日"
    WORKDAY = "workday", "个工作日"
    MONTH = "month", "个月"
    DATE = "date", "至约定日期"


class MilestoneUnit(models.TextChoices):
    """Units in which a milestone stands off the due date."""

    DAY = "day", "日"
    WORKDAY = "workday", "个工作日"


class Level(models.IntegerChoices):
    """Who hears a milestone; each level includes the levels before it."""

    DUTY = 1, "经办人"
    HEAD = 2, "经办人、承办单位负责人"
    OFFICE = 3, "经办人、承办单位负责人、联络工作人员和分管领导"
