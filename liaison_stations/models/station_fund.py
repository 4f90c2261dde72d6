import pgtrigger
from django.db import models
from django.db.models import Q

from deputies.models.activity_budget import Money
from liaison_stations.models.station import Station
from liaison_stations.states import FundWay


class FundEntry(models.Model):
    """One line of a station's ledger of guarantee funds (保障经费). Never changed: a mistake is reversed by a line
    that names it (`reverses`)."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="funds", verbose_name="联络站")
    way = models.CharField("收支", max_length=4, choices=FundWay)
    amount = Money("金额")
    on = models.DateField("日期")
    words = models.CharField("来源或者用途", max_length=200)
    voucher = models.CharField("凭证号", max_length=60, blank=True)
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name="冲销"
    )
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "联络站保障经费"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="station_fund_amount", violation_error_message="金额应当大于零。"
            ),
            models.UniqueConstraint(
                fields=["station", "voucher"],
                condition=~Q(voucher=""),
                name="station_fund_voucher_once",
                violation_error_message="这张凭证已经登记过。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="station_fund_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_way_display()}{self.amount}元：{self.words}"

    @property
    def signed(self) -> object:
        """The amount as it changes the balance."""
        return self.amount if self.way == FundWay.IN else -self.amount
