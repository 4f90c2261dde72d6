"""Who is named on the restricted list, by whom, from when until when; the chair names and ends."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from foundation.accounts.people import people_with
from foundation.accounts.roles import THREE_ADMINISTRATORS
from foundation.web.tables import Column
from foundation.web.views import Behind, CreateStep, ListPage, StepView
from supervision.forms import clues as forms
from supervision.models import ClueReader
from supervision.rules import clues as rules
from supervision.rules.house import READERS
from supervision.transitions import clue_readers as act
from supervision.views.clues import CRUMB, Unkept

NAMED = ("查阅名单", "/supervision/clues/readers/")


def _until(row: ClueReader) -> str:
    if row.ended_at:
        return f"已终止：{row.end_reason}"
    return "" if row.until_date else "长期"


class Readers(Unkept, Behind, ListPage):
    """Everybody who is or was named, the latest first; for those who read the list."""

    door = rules.may_read_clues
    title = "查阅名单"
    template_name = "supervision/clue_readers.html"
    crumbs = (CRUMB,)
    empty = "还没有指定人员。请常委会主任指定至少两名经办人员：一人登记，另一人审核。"
    columns = (
        Column("姓名", lambda row: row.user.name, primary=True),
        Column("职责", "get_duty_display"),
        Column("指定的理由", "reason"),
        Column("指定人", lambda row: row.appointed_by.name),
        Column("起始日期", "from_date", kind="date"),
        Column("截止日期", "until_date", kind="date"),
        Column("说明", _until),
    )

    def get_columns(self) -> tuple[Column, ...]:
        if not rules.may_name_reader(self.request.user, on=self.on):
            return self.columns
        ending = Column("办理", lambda row: "" if row.ended_at else "终止", link=_ending)
        return (*self.columns, ending)

    def queryset(self) -> QuerySet[ClueReader]:
        return ClueReader.objects.with_names().order_by("-appointed_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_name=bool(rules.may_name_reader(self.request.user, on=self.on)), **kwargs)


class NameReader(Unkept, CreateStep):
    form_class = forms.ReaderForm
    rule = rules.may_name_reader
    transition = act.name_reader
    title = "指定查阅人员"
    button = "指定"
    intro = "只指定工作必需的人员。系统、安全、审计管理员不能指定；委托他人代办时，代办人也不能查阅。"
    success_message = "已指定，本人会收到通知。"
    back_url = reverse_lazy("supervision:clue-readers")
    crumbs = (CRUMB, NAMED)

    def form_kwargs(self) -> dict[str, Any]:
        keepers = people_with(THREE_ADMINISTRATORS, on=self.on).order_by().values("pk")
        people = people_with(READERS, on=self.on).exclude(pk__in=keepers).exclude(pk=self.request.user.pk)
        return {"people": people.order_by("pinyin_key", "pk")}

    def get_success_url(self, made: Any) -> str:
        return reverse("supervision:clue-readers")


class EndReader(Unkept, StepView):
    title = button = "终止查阅"
    button_tone = "danger"
    form_class = forms.EndReaderForm
    rule = rules.may_end_reader
    transition = act.end_reader
    intro = "终止后立即不能查阅，名单中的记录保留。"
    success_message = "已终止。"
    success_url = reverse_lazy("supervision:clue-readers")
    crumbs = (CRUMB, NAMED)

    def queryset(self) -> QuerySet[ClueReader]:
        rows = ClueReader.objects.with_names()
        return rows if rules.may_read_clues(self.request.user, on=self.on) else rows.none()


def _ending(row: ClueReader) -> str:
    return "" if row.ended_at else reverse("supervision:end-clue-reader", args=[row.pk])
