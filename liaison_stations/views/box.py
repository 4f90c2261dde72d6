"""The opinion box: its openings, one of them, and the slips."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation import deadlines
from foundation.accounts.models import User
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from liaison_stations.forms import box as forms
from liaison_stations.models import BoxOpening, Station
from liaison_stations.rules import box as box_rules
from liaison_stations.transitions import box

CRUMB = ("征集意见箱", "/stations/boxes/")
CLOCK = "box_entry"
VERBS = (
    Verb("确认开箱", "confirm-opening", box_rules.may_confirm_opening, "primary", "check", post=True),
    Verb("更正张数", "recount-box", box_rules.may_recount_box, icon="edit"),
    Verb("录入下一张", "enter-slip", box_rules.may_enter_slip, "primary", "plus"),
    Verb("这一张不能办理", "set-slip-aside", box_rules.may_enter_slip),
)


class Boxes(Behind, ListPage):
    """Openings this person may see, the latest first."""

    door = box_rules.may_list_boxes
    template_name = "liaison_stations/boxes.html"
    title = "征集意见箱"
    empty = "还没有开箱记录。意见箱由两人同时开启，清点后在这里登记。"

    def queryset(self) -> QuerySet[BoxOpening]:
        return BoxOpening.objects.visible_to(self.request.user).with_names().order_by("-opened_at", "-pk")

    def decorate(self, rows: Sequence[BoxOpening]) -> None:
        deadlines.attach_lights(rows, CLOCK, self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("联络站", "station.name", link=lambda row: row.get_absolute_url(), primary=True),
            Column("开箱时间", lambda row: datetime_text(row.opened_at)),
            Column("开箱人", lambda row: f"{row.opened_by.name}、{row.opened_with.name}"),
            Column("张数", "slips", kind="number"),
            Column("已录入", "entered_count", kind="number"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("期限", "light", kind="light"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_open = bool(box_rules.may_open_box(self.request.user, on=self.on))
        return super().get_context_data(may_open=may_open, **kwargs)


def state_tone(opening: BoxOpening) -> str:
    return tone_of("liaison_stations.boxopening.state", opening.state)


class BoxPage(DetailPage):
    """One opening: who, when, how many, and what each slip became."""

    template_name = "liaison_stations/box.html"
    context_name = "opening"

    def queryset(self) -> QuerySet[BoxOpening]:
        return BoxOpening.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: BoxOpening) -> list[Action]:
        return offered("stations", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opening = self.object
        deadlines.attach_lights([opening], CLOCK, self.on)
        slips = list(opening.entered.select_related("letter", "entered_by"))
        attach_files(slips)
        facts = {
            "basics": [
                ("联络站", opening.station.name),
                ("开箱时间", datetime_text(opening.opened_at)),
                ("开箱人", opening.opened_by.name),
                ("同开箱人", f"{opening.opened_with.name}{_confirmed(opening)}"),
                ("意见张数", f"{opening.slips}张，已录入{opening.entered_count}张"),
                ("说明", opening.note),
            ],
            "slips": slips,
            "events": list(timeline(opening)),
        }
        return super().get_context_data(**facts, **kwargs)


def _confirmed(opening: BoxOpening) -> str:
    return f"，{datetime_text(opening.confirmed_at)}确认" if opening.confirmed_at else "，待确认"


class OpenBox(CreateStep):
    title = "登记开箱"
    crumbs = (CRUMB,)
    rule = box_rules.may_open_box
    transition = box.open_box
    form_class = forms.OpenBoxForm
    button = "登记"
    intro = "两人同时开箱，当场清点。登记后由同开箱人登录确认，再逐张扫描录入。"
    success_message = "已登记，请同开箱人登录确认。"
    back_url = reverse_lazy("stations:boxes")

    def form_kwargs(self) -> dict[str, Any]:
        stations = Station.objects.kept_by(self.request.user, self.on).filter(closed_on=None).order_by("name", "pk")
        people = User.objects.active().exclude(pk=self.request.user.pk)
        return {
            "stations": stations,
            "people": people.filter(memberships__isnull=False).distinct().order_by("pinyin_key"),
        }


class BoxStep(StepView):
    """A step about one opening."""

    context_name = "opening"

    def queryset(self) -> QuerySet[BoxOpening]:
        return BoxOpening.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class RecountBox(BoxStep):
    form_class = forms.RecountForm
    rule = box_rules.may_recount_box
    transition = box.recount_box
    title = button = "更正张数"
    success_message = "已更正，请同开箱人确认。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"slips": self.object.slips, "note_text": self.object.note}}


class ConfirmOpening(BoxStep):
    rule = box_rules.may_confirm_opening
    transition = box.confirm_opening
    title = button = "确认开箱"
    success_message = "已确认开箱记录。"
    versioned = False


class SetSlipAside(BoxStep):
    form_class = forms.AsideForm
    rule = box_rules.may_enter_slip
    transition = box.set_slip_aside
    title = "这一张不能办理"
    button = "存档"
    intro = "空白、无法辨认的，扫描后写明原因存档，计入已录入张数。"
    success_message = "已存档。"
