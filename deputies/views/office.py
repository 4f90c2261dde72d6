"""Changes of status and accounts, for those who keep the register."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from deputies import rules
from deputies.forms import office
from deputies.models import Deputy, Mandate, MandateStatusChange
from deputies.transitions.end import end
from deputies.transitions.open_account import open_account
from deputies.transitions.restore import restore
from deputies.transitions.suspend import suspend
from deputies.views.doors import KeepersOnly
from foundation.files.keeping import keep
from foundation.web.views import StepView
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused


class StatusStep(KeepersOnly, StepView):
    """A change of one mandate's status."""

    button_tone = "danger"

    def queryset(self) -> QuerySet[Mandate]:
        return Mandate.objects.visible_to(self.request.user).select_related("deputy", "term__congress")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表名册", reverse("deputies:list")), (self.object.deputy.name, self.object.get_absolute_url())]

    def get_title(self) -> str:
        return f"{self.title}：{self.object}"


class StepWithPapers(StatusStep):
    """The papers belong to the line of the history that they bear out: a further change has its own."""

    def arguments(self, form: Any) -> dict[str, Any]:
        return {name: value for name, value in super().arguments(form).items() if name != "files"}

    def call(self, form: Any) -> Any:
        with transaction.atomic():
            seat = super().call(form)
            change = MandateStatusChange.objects.filter(mandate=seat).latest("pk")
            keep(change, form.cleaned_data["files"], by=self.request.user, at=timezone.now())
        return seat


class Suspend(StepWithPapers):
    title = "暂停执行职务"
    rule = rules.may_suspend
    form_class = office.SuspendForm
    transition = suspend
    button = "确认暂停"
    intro = "暂停执行代表职务须符合代表法第六十一条的情形；情形消失后可在本页恢复。"
    success_message = "已登记暂停执行代表职务。"


class Restore(StatusStep):
    title = "恢复执行职务"
    rule = rules.may_restore
    form_class = office.RestoreForm
    transition = restore
    button = "确认恢复"
    button_tone = "primary"
    success_message = "已登记恢复执行代表职务。"


class End(StepWithPapers):
    title = "终止代表资格"
    rule = rules.may_end
    form_class = office.EndForm
    transition = end
    button = "确认终止"
    intro = "代表资格终止须符合代表法第六十二条的情形，由代表资格审查委员会报常委会公告。登记后不能恢复。"
    success_message = "已登记代表资格终止。"


class OpenAccount(KeepersOnly, StepView):
    """Opens the sign-in of a deputy and shows the one-time password on the answer itself, and nowhere else."""

    title = "开通账号"
    rule = rules.may_open_account
    button = "开通账号"
    versioned = False
    context_name = "deputy"
    intro = "开通后显示一次性密码，请当面或者电话告知代表本人；代表首次登录须修改密码。"

    def queryset(self) -> QuerySet[Deputy]:
        return Deputy.objects.visible_to(self.request.user).select_related("contact")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表名册", reverse("deputies:list")), (self.object.name, self.object.get_absolute_url())]

    def carry_out(self, form: Any) -> HttpResponse:
        """Answers with the password at once: it is stored nowhere, so a redirect would lose it."""
        try:
            deputy, password = open_account(self.object.pk, by=self.request.user, at=timezone.now())
        except Refused as refusal:
            return self.refuse(form, refusal.reason, refusal_status(refusal.code))
        except ValidationError as error:
            return self.refuse(form, "；".join(error.messages), 422)
        facts = self.get_context_data(deputy=deputy, account=deputy.user, password=password)
        response = render(self.request, "deputies/account_opened.html", facts)
        response["Cache-Control"] = "no-store"
        return response
