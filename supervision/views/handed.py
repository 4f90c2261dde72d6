"""Tasks handed down: the list, what one's own house owes, what the office has to judge, one task with its story."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import handed as forms
from supervision.models import HandedTask
from supervision.rules import handed as rules
from supervision.transitions.handed import CLOCKS

CRUMB = ("上级交办事项", "/supervision/handed/")
VERBS = (
    ("签收", "take-handed", rules.may_take_handed, "primary"),
    ("填报进展", "note-handed", rules.may_note_handed, "secondary"),
    ("报告办理结果", "report-handed", rules.may_report_handed, "primary"),
    ("报送上级", "send-handed-up", rules.may_send_handed_up, "primary"),
    ("办结", "close-handed", rules.may_close_handed, "primary"),
    ("退回补办", "return-handed", rules.may_return_handed, "secondary"),
    ("登记上级退回", "bounce-handed", rules.may_bounce_handed, "secondary"),
    ("撤销", "cancel-handed", rules.may_cancel_handed, "secondary"),
)


class HandedTasks(Behind, ListPage):
    """All for the house, its own for a township or street, the latest first."""

    door = rules.may_list_handed
    template_name = "supervision/handed_tasks.html"
    title = "上级交办事项"
    export_name = "上级交办事项"
    filter_form_class: Any = forms.HandedFilter
    empty = "没有交办事项。"
    columns = (
        Column("事项", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("交办机关", "issued_by"),
        Column("文号", "number"),
        Column("承办单位", "answerer.label"),
        Column("期限", "due_on", kind="date"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.handedtask.state", row.state),
        ),
        Column("进度", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[HandedTask]:
        return HandedTask.objects.visible_to(self.request.user).with_names().order_by("-handed_on", "-pk")

    def filter(self, rows: QuerySet[HandedTask], wanted: dict[str, Any]) -> QuerySet[HandedTask]:
        return rows.filter(**{name: wanted[name] for name in ("state", "source") if name in wanted})

    def decorate(self, rows: Sequence[HandedTask]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_hand = bool(rules.may_hand_down(self.request.user, on=self.on))
        return super().get_context_data(may_hand=may_hand, **kwargs)


class OwedTasks(HandedTasks):
    """What one's own house has to take or to report."""

    title = "本单位承办的交办事项"
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[HandedTask]:
        return HandedTask.objects.owed_by(self.request.user, self.on).with_names()


class TasksToJudge(HandedTasks):
    """Reports that have come in."""

    title = "待审核的交办事项报告"
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[HandedTask]:
        return HandedTask.objects.to_judge(self.request.user).with_names()


class HandedTaskPage(Behind, DetailPage):
    """One task: what is wanted, what was done, what was said to it."""

    door = rules.may_list_handed
    template_name = "supervision/handed_task.html"
    context_name = "task"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[HandedTask]:
        return HandedTask.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: HandedTask) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        task = self.object
        deadlines.attach_lights([task], CLOCKS, self.on)
        parts = task.parts.visible_to(self.request.user).with_names().order_by("pk")
        up = f"{task.up_number}，{date_text(task.sent_up_on)}" if task.sent_up_on else ""
        facts = {
            "basics": [
                ("交办机关", task.issued_by),
                ("交办文号", task.number),
                ("交办日期", date_text(task.handed_on)),
                ("办结期限", date_text(task.due_on)),
                ("承办单位", task.answerer.label),
                ("负责人", task.responsible),
                ("逾期原因", task.late_reason),
                ("报送上级", up),
            ],
            "parts": list(parts),
            "entries": list(task.entries.with_names()),
            "files": list(files_of(task)),
            "events": list(timeline(task)),
        }
        return super().get_context_data(**{**facts, **kwargs})
