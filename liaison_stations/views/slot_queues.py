"""The lists behind the cards of the desk: made of the same questions."""

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from foundation.workdays.clock import now
from liaison_stations import rules
from liaison_stations.models import ReceptionSlot

CRUMB = ("联络站接待日", reverse_lazy("stations:reception-days"))


class SlotQueue(Behind, ListPage):
    """Reception days of the stations this person keeps that wait for something."""

    door = rules.may_open_stations
    crumbs = (CRUMB,)
    columns = (
        Column("联络站", "station.name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("时间", "starts_at", kind="datetime"),
    )

    def kept(self) -> QuerySet[ReceptionSlot]:
        rows = ReceptionSlot.objects.kept_by(self.request.user, self.on)
        return rows.select_related("station").order_by("starts_at", "pk")


class SlotsToClose(SlotQueue):
    """Days that are over; who came is not written down yet."""

    title = "待登记到岗情况的接待日"
    empty = "没有待登记的接待日。"

    def queryset(self) -> QuerySet[ReceptionSlot]:
        return self.kept().to_close(now())


class SlotsShort(SlotQueue):
    """Days ahead with fewer deputies than the rule wants."""

    title = "缺值班代表的接待日"
    empty = "近期接待日都已排满。"

    def queryset(self) -> QuerySet[ReceptionSlot]:
        return self.kept().short_of_deputies(self.on)
