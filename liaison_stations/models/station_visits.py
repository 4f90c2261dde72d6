from django.db import models

from liaison_stations.models.station import Station


class StationVisits(models.Model):
    """How often one station's page was opened on one day: a number, and nothing about who came."""

    station = models.ForeignKey(Station, on_delete=models.CASCADE, related_name="visits", verbose_name="联络站")
    on = models.DateField("日期")
    count = models.PositiveIntegerField("次数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "联络站页面访问次数"
        constraints = [models.UniqueConstraint(fields=["station", "on"], name="station_visits_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on}：{self.count}"
