"""Requests for service and protection: the list, the page of one, and the steps of deputy and office."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies import rules
from deputies.forms import requests as forms
from deputies.models import ServiceRequest
from deputies.notices.knowing_clocks import KINDS
from deputies.transitions import requests
from foundation import deadlines
from foundation.audit import timeline
from foundation.files.keeping import KeepsFiles, keep
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView

CRUMB = ("服务和保障", "/deputies/requests/")
CLOCKS = tuple(key for key, _, model, _ in KINDS if model is ServiceRequest)
VERBS = (
    Verb("受理", "accept-request", rules.may_accept_request, "primary", "check", post=True),
    Verb("不予受理", "decline-request", rules.may_decline_request),
    Verb("答复代表", "answer-request", rules.may_answer_request, "primary", "edit"),
    Verb("确认已解决", "settle-request", rules.may_settle_request, "primary", "check", post=True),
    Verb("没有解决，继续办理", "reopen-request", rules.may_reopen_request),
    Verb("撤回请求", "withdraw-request", rules.may_withdraw_request),
)


def state_tone(asked: ServiceRequest) -> str:
    return tone_of("deputies.servicerequest.state", asked.state)


class Requests(Behind, ListPage):
    """A deputy's own, or all of them for the office and the leaders."""

    door = rules.may_list_requests
    template_name = "deputies/requests.html"
    title = "服务和保障"
    empty = "还没有服务和保障请求。代表提出后在这里办理和答复。"

    def queryset(self) -> QuerySet[ServiceRequest]:
        rows = ServiceRequest.objects.visible_to(self.request.user).select_related("deputy", "handled_by")
        return rows.defer("text", "answer", "unsettled").order_by("-asked_at", "-pk")

    def decorate(self, rows: Sequence[ServiceRequest]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("请求", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("代表", "deputy.name"),
            Column("提出时间", "asked_at", kind="date"),
            Column("经办人", "handled_by.name"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("期限", "light", kind="light"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_ask = bool(rules.may_ask_request(self.request.user, on=self.on))
        return super().get_context_data(may_ask=may_ask, **kwargs)


class RequestPage(DetailPage):
    """One request with its answer."""

    template_name = "deputies/request.html"
    # "request" is the browser's.
    context_name = "asked"

    def queryset(self) -> QuerySet[ServiceRequest]:
        return ServiceRequest.objects.visible_to(self.request.user).select_related("deputy", "handled_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: ServiceRequest) -> list[Action]:
        return offered("deputies", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.object
        deadlines.attach_lights([asked], CLOCKS, self.on)
        facts = {
            "basics": [
                ("请求事项", asked.get_kind_display()),
                ("代表", asked.deputy.name),
                ("提出时间", datetime_text(asked.asked_at)),
                ("希望办理日期", date_text(asked.wished_on) if asked.wished_on else ""),
                ("经办人", asked.handled_by.name if asked.handled_by else ""),
            ],
            "files": list(files_of(asked)),
            "events": list(timeline(asked)),
        }
        return super().get_context_data(**facts, **kwargs)


@transaction.atomic
def ask_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> ServiceRequest:
    """The request and its files, or nothing."""
    request = requests.ask_request(by=by, at=at, **facts)
    keep(request, files, by=by, at=at)
    return request


class AskRequest(CreateStep):
    form_class = forms.RequestForm
    rule = rules.may_ask_request
    transition = ask_with_files
    title = "提出服务或者保障请求"
    button = "提交"
    intro = "调研、资料、联系单位等需要协助的，或者履职受阻、受到打击报复的，在这里提出。"
    success_message = "已提交，受理和答复时会通知您。"
    back_url = reverse_lazy("deputies:requests")
    crumbs = (CRUMB,)


class RequestStep(StepView):
    """A step about one request."""

    context_name = "asked"

    def queryset(self) -> QuerySet[ServiceRequest]:
        return ServiceRequest.objects.visible_to(self.request.user).select_related("deputy")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class AcceptRequest(RequestStep):
    rule = rules.may_accept_request
    transition = requests.accept_request
    title = button = "受理"
    success_message = "已受理，由您经办。"
    versioned = False


class DeclineRequest(RequestStep):
    form_class = forms.DeclineForm
    rule = rules.may_decline_request
    transition = requests.decline_request
    title = button = "不予受理"
    button_tone = "danger"
    success_message = "已登记，代表已收到通知。"


class AnswerRequest(KeepsFiles, RequestStep):
    form_class = forms.RequestAnswerForm
    rule = rules.may_answer_request
    transition = requests.answer_request
    title = "答复代表"
    button = "提交答复"
    success_message = "已答复，等待代表确认。"


class SettleRequest(RequestStep):
    rule = rules.may_settle_request
    transition = requests.settle_request
    title = button = "确认已解决"
    success_message = "已确认，谢谢。"
    versioned = False


class ReopenRequest(RequestStep):
    form_class = forms.ReopenForm
    rule = rules.may_reopen_request
    transition = requests.reopen_request
    title = "没有解决，继续办理"
    button = "提交"
    success_message = "已转代表联络工作机构继续办理。"


class WithdrawRequest(RequestStep):
    rule = rules.may_withdraw_request
    transition = requests.withdraw_request
    title = button = "撤回请求"
    button_tone = "danger"
    intro = "撤回后不再办理，需要时可以重新提出。"
    success_message = "已撤回。"
