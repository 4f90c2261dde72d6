from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from foundation.accounts.models.membership import held
from foundation.audit.history import tracked
from liaison_stations.models.station import Station
from liaison_stations.querysets.dated import HeldQuerySet

ENDS_AFTER_START = Q(until_date__isnull=True) | Q(until_date__gte=F("from_date"))


@tracked()
class StationDeputy(models.Model):
    """A deputy is posted to a station (进站代表): he stands on its wall and takes his turn there."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="places", verbose_name="联络站")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="station_places", verbose_name="代表"
    )
    from_date = models.DateField("进站日期")
    until_date = models.DateField("离站日期", null=True, blank=True)

    objects = HeldQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "进站代表"
        ordering = ["deputy__pinyin_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START,
                name="station_place_ends_after_start",
                violation_error_message="离站日期不能早于进站日期。",
            ),
            ExclusionConstraint(
                name="station_place_once_at_a_time",
                expressions=[("station", RangeOperators.EQUAL), ("deputy", RangeOperators.EQUAL), held()],
                violation_error_message="这位代表在这段时间已经进驻本站。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}进驻{self.station.name}"


@tracked()
class StationKeeper(models.Model):
    """A person with the role of a keeper is in charge of one station (联络站管理员) from day to day."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="keepers", verbose_name="联络站")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stations_kept", verbose_name="管理员"
    )
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)

    objects = HeldQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联络站管理员"
        ordering = ["from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START,
                name="station_keeper_ends_after_start",
                violation_error_message="截止日期不能早于起始日期。",
            ),
            ExclusionConstraint(
                name="station_keeper_once_at_a_time",
                expressions=[("station", RangeOperators.EQUAL), ("user", RangeOperators.EQUAL), held()],
                violation_error_message="这个账号在这段时间已是本站管理员。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user.name}管理{self.station.name}"
