"""Supervision carried out, for its readers: the list, the calendar, one supervision, what waits, one step."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import attach_files, files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, named_basis
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import undertakings as forms
from supervision.models import Undertaking, UndertakingStep
from supervision.models.undertaking import names_of
from supervision.rules import undertakings as rules
from supervision.rules.house import READERS
from supervision.states.undertaking import StepState, UndertakingState
from supervision.transitions._steps import CLOCK

CRUMB = ("监督事项", "/supervision/undertakings/")
QUIET = ("role", "state", "done", "kind")
SHARED = ("public", "parties")
VERBS = (
    ("启动", "begin-undertaking", rules.may_begin_undertaking, "primary"),
    ("办结", "conclude-undertaking", rules.may_conclude_undertaking, "primary"),
    ("公开", "publish-undertaking", rules.may_publish_undertaking, "primary"),
    ("确定会议", "set-undertaking-meeting", rules.may_set_meeting, "secondary"),
    ("取消", "cancel-undertaking", rules.may_cancel_undertaking, "secondary"),
)
STEP_VERBS = (
    ("办理", "finish-step", rules.may_finish_step, "primary"),
    ("不需办理", "skip-step", rules.may_skip_step, "secondary"),
    ("改期", "move-step", rules.may_move_step, "secondary"),
    ("退回重办", "reopen-step", rules.may_reopen_step, "secondary"),
)


class Undertakings(Behind, ListPage):
    """Whatever supervision this reader has a part in, the latest year first."""

    door = rules.may_open_undertakings
    template_name = "supervision/undertakings.html"
    title = "监督事项"
    export_name = "监督事项"
    filter_form_class = forms.UndertakingFilter
    empty = "还没有监督事项。由工作委员会或者常委会办事机构登记。"

    def queryset(self) -> QuerySet[Undertaking]:
        rows = Undertaking.objects.visible_to(self.request.user).with_names().with_progress()
        return rows.order_by("-year", "-pk")

    def filter(self, rows: QuerySet[Undertaking], wanted: dict[str, Any]) -> QuerySet[Undertaking]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        return rows.filter(**{name: wanted[name] for name in ("year", "kind", "state") if name in wanted})

    def get_columns(self) -> Sequence[Column]:
        columns = [
            Column("监督事项", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("年度", "year", kind="number"),
            Column("监督形式", "kind.name"),
            Column("负责", "committee.label"),
            Column("被监督单位", lambda row: names_of(row.bodies.all())),
            Column("会议日期", "day_of_meeting", kind="date"),
            Column("状态", "get_state_display", kind="badge", tone=undertaking_tone),
        ]
        if self.request.user.has_role(*READERS):
            columns.append(Column("进度", lambda row: f"{row.settled_count}/{row.step_count}"))
        return columns

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        may_plan = bool(rules.may_plan_undertaking(user, on=self.on))
        reads = bool(rules.may_read_undertakings(user))
        return super().get_context_data(may_plan=may_plan, reads=reads, **kwargs)


class UndertakingPage(Behind, DetailPage):
    """One supervision: where it stands, its steps, and what every part of the room keeps about it."""

    door = rules.may_open_undertakings
    template_name = "supervision/undertaking.html"
    context_name = "undertaking"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Undertaking]:
        return Undertaking.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Undertaking) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row, user = self.object, self.request.user
        reads = user.has_role(*READERS)
        steps = list(UndertakingStep.objects.visible_to(user).filter(undertaking=row).with_names().order_by("order"))
        deadlines.attach_lights(steps, CLOCK, self.on)
        facts = {
            "basics": _basics(row),
            "hidden_words": f"{date_text(row.hidden_until)}之前，被监督单位看不到本事项。" if row.hidden_until else "",
            "steps": steps,
            "stepper": stepper_of(row, steps),
            "reads": reads,
            "events": list(timeline(row) if reads else timeline(row, visibility=SHARED)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class StepPage(Behind, DetailPage):
    """One step: what is asked, until when and why, and what was handed in."""

    door = rules.may_open_undertakings
    template_name = "supervision/step.html"
    context_name = "step"

    def queryset(self) -> QuerySet[UndertakingStep]:
        return UndertakingStep.objects.visible_to(self.request.user).with_names()

    def get_title(self) -> str:
        return self.object.name

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.undertaking), self.object.undertaking.get_absolute_url())]

    def actions(self, obj: UndertakingStep) -> list[Action]:
        return offered("supervision", STEP_VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        step = self.object
        papers = list(step.papers.select_related("submitted_by").order_by("-number"))
        attach_files(papers)
        deadlines.attach_lights([step], CLOCK, self.on)
        facts = {
            "papers": papers,
            "files": list(files_of(step)),
            "basics": [
                ("由谁办理", step.doer),
                ("期限", date_text(step.due_on) if step.due_on else "不限定日期"),
                ("改期理由", step.move_reason),
                ("须提交的材料", step.paper),
                ("办理前须具备", step.get_need_display() if step.need else ""),
                ("完成日期", date_text(step.done_on) if step.done_on else ""),
                ("办理人", str(step.done_by or "")),
                ("超过期限的理由", step.late_reason),
                ("依据", named_basis(step.legal_basis)),
            ],
        }
        facts["basics"] = [(label, value) for label, value in facts["basics"] if value]
        return super().get_context_data(**{**facts, **kwargs})


class WaitingSteps(Behind, ListPage):
    """What this person has to do himself, the soonest first."""

    door = rules.may_open_undertakings
    title = "待办监督步骤"
    crumbs = (CRUMB,)
    empty = "没有待办的监督步骤。"

    def queryset(self) -> QuerySet[UndertakingStep]:
        return UndertakingStep.objects.waiting_for(self.request.user, self.on).with_names()

    def decorate(self, rows: Sequence[UndertakingStep]) -> None:
        deadlines.attach_lights(rows, CLOCK, self.on)

    def get_columns(self) -> Sequence[Column]:
        return (
            Column("步骤", "name", link=lambda row: row.get_absolute_url(), primary=True),
            Column("监督事项", "undertaking.title", link=lambda row: row.undertaking.get_absolute_url()),
            Column("由谁办理", "doer"),
            Column("期限", "due_on", kind="date"),
            Column("剩余", "light", kind="light"),
        )


def stepper_of(row: Undertaking, steps: Sequence[UndertakingStep]) -> list[dict[str, str]]:
    """Steps for `components/stepper.html`, one for each code; the first that is open is the present one."""
    found: dict[str, list[UndertakingStep]] = {}
    for step in steps:
        found.setdefault(step.code, []).append(step)
    line, present = [], row.state == UndertakingState.UNDER_WAY
    for group in found.values():
        is_open = any(step.state == StepState.OPEN for step in group)
        state = "done" if not is_open else "current" if present else "todo"
        present = present and not is_open
        line.append({"label": group[0].name, "state": state, "note": _note(group, is_open)})
    return line


def _note(group: Sequence[UndertakingStep], is_open: bool) -> str:
    if is_open:
        days = [step.due_on for step in group if step.state == StepState.OPEN and step.due_on]
        return f"{date_text(min(days))}前" if days else ""
    done = [step.done_on for step in group if step.done_on]
    return date_text(max(done)) if done else "不需办理"


def _basics(row: Undertaking) -> list[tuple[str, str]]:
    day = row.day_of_meeting
    facts = [
        ("监督形式", row.kind.name),
        ("年度", f"{row.year}年"),
        ("负责", row.committee.name),
        ("被监督单位", names_of(row.bodies.all())),
        ("在哪里听取", row.get_level_display()),
        ("会议", str(row.meeting or "")),
        ("会议日期", date_text(day) if day else "尚未确定"),
        ("确定理由", row.reason),
        ("依据", named_basis(row.kind.legal_basis)),
    ]
    return [(label, value) for label, value in facts if value]


def undertaking_tone(row: Undertaking) -> str:
    return tone_of("supervision.undertaking.state", row.state)
