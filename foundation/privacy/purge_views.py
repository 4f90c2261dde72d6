"""Purges of personal data that are due: the list, one with its dry run and its ledger, and the steps of two people."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse

from foundation.audit import timeline
from foundation.privacy import purging, rules
from foundation.privacy.models import PurgeOrder
from foundation.privacy.states import PurgeState
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.fields import LongText
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage, StepView

# Nothing is erased yet, so the dry run still tells something.
LOOKED_AT = (PurgeState.DUE, PurgeState.ASKED)
CRUMB = ("到期个人信息", "/privacy/purges/")


class Purges(Behind, ListPage):
    """What waits first, then what was done: the ledger."""

    door = rules.may_open_purges
    title = "到期个人信息"
    empty = "还没有到期需要清除的个人信息。每天夜里核对一次，有到期的会列在这里。"

    def queryset(self) -> QuerySet[PurgeOrder]:
        rows = PurgeOrder.objects.select_related("asked_by", "confirmed_by").prefetch_related("lines")
        return rows.order_by(Case(When(state=PurgeState.DONE, then=Value(1)), default=Value(0)), "-pk")

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("清除单", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("状态", "get_state_display", kind="badge", tone=_tone),
            Column("列出日期", "found_at", kind="date"),
            Column("提请人", lambda row: row.asked_by.name if row.asked_by else ""),
            Column("确认人", lambda row: row.confirmed_by.name if row.confirmed_by else ""),
            Column("清除内容", lambda row: "、".join(map(str, row.lines.all()))),
        ]


class PurgePage(Behind, DetailPage):
    """One purge: what would go, or what has gone."""

    door = rules.may_open_purges
    template_name = "privacy/purge.html"
    context_name = "order"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[PurgeOrder]:
        return PurgeOrder.objects.select_related("asked_by", "confirmed_by")

    def actions(self, obj: Any) -> list[Action]:
        steps = (
            ("提请清除", "ask-purge", rules.may_ask_purge, "primary"),
            ("确认清除", "confirm-purge", rules.may_confirm_purge, "danger"),
            ("退回", "return-purge", rules.may_return_purge, "secondary"),
        )
        found = []
        for label, name, rule, tone in steps:
            verdict = rule(self.request.user, obj, on=self.on)
            if verdict or (name == "confirm-purge" and obj.state == PurgeState.ASKED):
                found.append(Action(label, reverse(f"privacy:{name}", args=[obj.pk]), verdict, tone))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        order, lines = self.object, list(self.object.lines.all())
        facts = {
            "lines": lines,
            "due": purging.dry_run(order.on or self.on) if order.state in LOOKED_AT else [],
            "total": sum(len(line.keys) for line in lines),
            "done": sum(line.done for line in lines),
            "basics": [
                ("提请", _hand(order.asked_by, order.asked_at) or "还没有提请"),
                ("确认", _hand(order.confirmed_by, order.confirmed_at)),
                ("清除", datetime_text(order.done_at) if order.done_at else ""),
                ("退回理由", order.return_reason),
            ],
            "events": list(timeline(order)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class PurgeStep(Behind, StepView):
    """A step of one of the two."""

    door = rules.may_open_purges
    context_name = "order"

    def queryset(self) -> QuerySet[PurgeOrder]:
        return PurgeOrder.objects.all()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class AskPurge(PurgeStep):
    rule = rules.may_ask_purge
    transition = purging.ask_purge
    title = button = "提请清除"
    intro = "请先核对试算结果：列出的个人信息已经超过保存期限。提请后由另一位同事确认，确认后才清除。"
    success_message = "已提请，请另一位同事确认。"


class ConfirmPurge(PurgeStep):
    rule = rules.may_confirm_purge
    transition = purging.confirm_purge
    title = button = "确认清除"
    button_tone = "danger"
    intro = "清除后不能恢复，编号、时间和办理状态保留备查。确认后十分钟内由系统清除，结果列在本页。"
    success_message = "已确认，系统在十分钟内清除，结果列在本页。"


class ReturnForm(forms.Form):
    reason = LongText(label="理由", rows=2, max_length=200)


class ReturnPurge(PurgeStep):
    form_class = ReturnForm
    rule = rules.may_return_purge
    transition = purging.return_purge
    title = button = "退回"
    intro = "退回后不清除，可以重新提请。仍需保存的，请先在后台修改保存期限。"
    success_message = "已退回。"


def _hand(person: Any, at: Any) -> str:
    return f"{person.name}，{datetime_text(at)}" if person else ""


def _tone(order: PurgeOrder) -> str:
    return tone_of("privacy.purgeorder.state", order.state)
