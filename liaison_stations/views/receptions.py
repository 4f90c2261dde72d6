"""Records of receptions: the list with its counts, one record, telling the visitor."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage, StepView
from liaison_stations.forms.receptions import RecordFilter, TellForm
from liaison_stations.models import ReceptionRecord, Station
from liaison_stations.querysets.rota import moment_of
from liaison_stations.rules import receptions as rules
from liaison_stations.states.reception import ReceptionPath, RecordState
from liaison_stations.transitions.receptions import CLOCK, tell_visitor

LIST = ("接待记录", "/stations/receptions/")


class RecordList(Behind, ListPage):
    """What was received, newest first, and how it was spread over the paths."""

    door = rules.may_open_records
    template_name = "liaison_stations/receptions.html"
    title = "接待记录"
    export_name = "接待记录"
    per_page = 30
    filter_form_class = RecordFilter
    empty = "还没有接待记录。接待群众时在联络站的“接待登记”中登记。"
    columns = (
        Column("接待时间", "received_at", kind="datetime", link=lambda row: row.get_absolute_url(), primary=True),
        Column("联络站", "station.name"),
        Column("接待代表", lambda row: "、".join(deputy.name for deputy in row.deputies.all())),
        Column("类别", "get_kind_display"),
        Column("办理途径", "get_path_display"),
        Column("来信编号", lambda row: str(row.letter or "")),
        Column("来访人评价", lambda row: f"{row.satisfaction}分" if row.satisfaction else ""),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("liaison_stations.receptionrecord.state", row.state),
        ),
        Column("告知期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[ReceptionRecord]:
        return ReceptionRecord.objects.visible_to(self.request.user).with_names().order_by("-received_at", "-pk")

    def decorate(self, rows: Sequence[ReceptionRecord]) -> None:
        deadlines.attach_lights(rows, CLOCK, self.on)

    def filter_arguments(self) -> dict[str, Any]:
        return {"stations": Station.objects.visible_to(self.request.user).order_by("name", "pk")}

    def filter(self, rows: QuerySet[ReceptionRecord], wanted: dict[str, Any]) -> QuerySet[ReceptionRecord]:
        if since := wanted.pop("since", None):
            rows = rows.filter(received_at__gte=moment_of(since))
        if until := wanted.pop("until", None):
            rows = rows.filter(received_at__date__lte=until)
        return rows.filter(**wanted)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = self.wanted_rows().counts()
        paths = [(path.label, counts[path.value]) for path in ReceptionPath]
        return super().get_context_data(total=counts["total"], paths=paths, **kwargs)


class RecordPage(DetailPage):
    """One visit, the way it went, and whether the visitor knows the result."""

    template_name = "liaison_stations/reception.html"
    context_name = "record"
    crumbs = (LIST,)

    def queryset(self) -> QuerySet[ReceptionRecord]:
        return ReceptionRecord.objects.visible_to(self.request.user).with_names().select_related("letter__writer")

    def actions(self, obj: ReceptionRecord) -> list[Action]:
        verdict = rules.may_tell_visitor(self.request.user, obj, on=self.on)
        if obj.state in (RecordState.SETTLED, RecordState.TOLD) or verdict.code == "role":
            return []
        page = reverse("stations:tell-visitor", args=[obj.pk])
        return [Action("登记告知来访群众", page, verdict, "primary", "phone")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.object
        facts = {
            "basics": _basics(record),
            "files": list(files_of(record)),
            "events": list(timeline(record)),
            "may_reveal": bool(rules.may_reveal_visitor(self.request.user, record)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class TellVisitor(StepView):
    form_class = TellForm
    rule = rules.may_tell_visitor
    transition = tell_visitor
    title = "登记告知来访群众"
    button = "登记"
    intro = "把结果告诉来访群众后登记；没有留联系方式的，选择“凭查询码查看”。"
    success_message = "已登记，接待代表会收到通知。"
    crumbs = (LIST,)

    def queryset(self) -> QuerySet[ReceptionRecord]:
        return ReceptionRecord.objects.visible_to(self.request.user).with_names()

    def get_form(self, bound: bool = False) -> Any:
        return super().get_form(bound) if bound else TellForm(initial={"on": self.on})


def _basics(record: ReceptionRecord) -> list[tuple[str, Any]]:
    rows = [
        ("联络站", record.station),
        ("接待时间", datetime_text(record.received_at)),
        ("接待代表", "、".join(deputy.name for deputy in record.deputies.all())),
        ("类别", record.get_kind_display()),
        ("办理途径", record.get_path_display()),
        ("来信编号", record.letter),
        ("登记", f"{record.entered_by}，{datetime_text(record.entered_at)}，{record.get_source_display()}"),
        ("来访人评价", f"{record.satisfaction}分" if record.satisfaction else ""),
        ("告知来访群众", f"{record.told_on:%Y-%m-%d}，{record.get_told_how_display()}" if record.told_on else ""),
        ("群众意见", record.told_note),
    ]
    return [row for row in rows if row[1]]
