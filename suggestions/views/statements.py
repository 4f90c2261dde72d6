"""Year-end statements: the list, one statement, sending and receiving."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage, StepView
from suggestions import rules
from suggestions.forms import ledger as forms
from suggestions.models import Commitment, CommitmentStatement
from suggestions.transitions.statements import promises_of, receive_statement, send_statement
from suggestions.views.ledger import latest_words
from suggestions.views.verb import Verb

SEND = Verb("填写并发送", "send-statement", rules.may_send_statement, tone="primary", icon="mail")
RECEIVE = Verb("签收", "receive-statement", rules.may_receive_statement, tone="primary", icon="check")
TONES = {"待发送": "warn", "已发送待签收": "info", "代表已签收": "ok"}
CRUMB = ("年终承诺告知", "/suggestions/statements/")


def statements_of(user: Any) -> QuerySet:
    """Statements this person may read, with their names."""
    rows = CommitmentStatement.objects.visible_to(user).select_related("unit", "deputy", "sent_by")
    return rows.order_by("-year", "sent_at", "pk")


class Statements(ListPage):
    """Who told whom, and who has given the receipt."""

    title = "年终承诺告知"
    columns = (
        Column("年度", "year"),
        Column("告知", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("承办单位", "unit.label"),
        Column("代表", "deputy.name"),
        Column("状态", "state_text", kind="badge", tone=lambda row: TONES[row.state_text]),
        Column("发送时间", "sent_at", kind="datetime"),
        Column("签收时间", "received_at", kind="datetime"),
    )
    export_name = "年终承诺告知"
    empty = "还没有年终承诺告知，每年第四季度自动生成。"

    def queryset(self) -> QuerySet:
        return statements_of(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("承诺台账", reverse("suggestions:ledger"))]


class StatementPage(DetailPage):
    """One statement as it was sent, or what it will be about."""

    template_name = "suggestions/statement.html"
    context_name = "statement"

    def queryset(self) -> QuerySet:
        return statements_of(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: CommitmentStatement) -> list[Any]:
        user = self.request.user
        verbs = [SEND] if obj.sent_at is None else [RECEIVE] if obj.received_at is None else []
        offered = [verb.action(user, obj, self.on) for verb in verbs]
        return [action for action in offered if action.verdict.code != "role"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # A statement is about papers of every level; its reader sees those open to him.
        readable = Commitment.objects.visible_to(self.request.user)
        lines = self.object.lines.filter(commitment__in=readable).select_related("colour", "commitment__suggestion")
        promises = [] if self.object.sent_at else list(promises_of(self.object).filter(pk__in=readable.values("pk")))
        return super().get_context_data(lines=lines, promises=promises, **kwargs)


class StatementStep(StepView):
    versioned = False
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return statements_of(self.request.user)


class SendStatement(StatementStep):
    form_class = forms.StatementForm
    rule = rules.may_send_statement
    transition = send_statement
    title = "年终承诺情况告知"
    button = "发送代表"
    intro = "逐项写明本年度和上年度承诺事项的落实情况。发送后不能修改，代表收到后签收。"
    success_message = "已发送，代表将收到签收请求。"

    def form_kwargs(self) -> dict[str, Any]:
        promises = list(promises_of(self.object))
        return {"promises": promises, "latest": latest_words(promises)}

    def arguments(self, form: forms.StatementForm) -> dict[str, Any]:
        return {"note": form.cleaned_data["note"], "texts": form.texts()}


class ReceiveStatement(StatementStep):
    form_class = forms.ReceiptForm
    rule = rules.may_receive_statement
    transition = receive_statement
    title = "签收年终承诺告知"
    button = "签收"
    success_message = "已签收。"
