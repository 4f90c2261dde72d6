"""The steps of a task handed down."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.accounts.models import Organisation
from foundation.files.keeping import KeepsFiles, keep
from foundation.web.views import CreateStep, StepView
from supervision.forms import handed as forms
from supervision.models import HandedTask
from supervision.rules import handed as rules
from supervision.states.handed import HandedSource
from supervision.transitions import handed
from supervision.views.handed import CRUMB


@transaction.atomic
def hand_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> list[HandedTask]:
    """Every house has the paper; or nobody has anything."""
    tasks = handed.hand_down(by=by, at=at, **facts)
    for task in tasks:
        for upload in files or ():
            upload.seek(0)
        keep(task, files, by=by, at=at)
    return tasks


class HandDown(CreateStep):
    form_class = forms.HandDownForm
    rule = rules.may_hand_down
    transition = hand_with_files
    title = "登记交办事项"
    button = "交办"
    intro = "上级人大常委会交来的事项，交工作机构或者乡镇街道办理；本级交给乡镇人大、人大街道工委的事项，也在这里登记。"
    success_message = "已交办，承办单位会收到通知。"
    back_url = reverse_lazy("supervision:handed-tasks")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        houses = Organisation.objects.active().of_kind(*handed.ANSWERERS)
        parents = HandedTask.objects.open().filter(source=HandedSource.UPPER)
        return {"houses": houses.order_by("kind", "pinyin_key", "pk"), "parents": parents.order_by("-handed_on", "-pk")}

    def get_success_url(self, made: list[HandedTask]) -> str:
        return made[0].get_absolute_url() if len(made) == 1 else str(self.back_url)


class HandedStep(StepView):
    """A step about one task."""

    def queryset(self) -> QuerySet[HandedTask]:
        return HandedTask.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class TakeHanded(HandedStep):
    title = button = "签收"
    form_class = forms.TakeForm
    rule = rules.may_take_handed
    transition = handed.take_handed
    success_message = "已签收。"


class NoteHanded(KeepsFiles, HandedStep):
    title = "填报进展"
    button = "填报"
    form_class = forms.ProgressForm
    rule = rules.may_note_handed
    transition = handed.note_handed
    success_message = "已填报。"
    versioned = False


class ReportHanded(KeepsFiles, HandedStep):
    title = button = "报告办理结果"
    form_class = forms.ReportHandedForm
    rule = rules.may_report_handed
    transition = handed.report_handed
    success_message = "已报告，由人大常委会办事机构审核。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"late": self.on > self.object.due_on, "initial": {"result": self.object.result}}


class ReturnHanded(HandedStep):
    title = button = "退回补办"
    form_class = forms.AgainForm
    rule = rules.may_return_handed
    transition = handed.return_handed
    success_message = "已退回，承办单位会收到通知。"


class BounceHanded(HandedStep):
    title = button = "登记上级退回"
    form_class = forms.AgainForm
    rule = rules.may_bounce_handed
    transition = handed.bounce_handed
    success_message = "已登记，承办单位会收到通知。"


class SendHandedUp(KeepsFiles, HandedStep):
    title = button = "报送上级"
    form_class = forms.SendUpForm
    rule = rules.may_send_handed_up
    transition = handed.send_handed_up
    success_message = "已登记报送；上级接受后办结，退回的登记退回。"


class CloseHanded(HandedStep):
    title = button = "办结"
    form_class = forms.CloseForm
    rule = rules.may_close_handed
    transition = handed.close_handed
    success_message = "已办结。"


class CancelHanded(HandedStep):
    title = button = "撤销"
    button_tone = "danger"
    form_class = forms.CancelForm
    rule = rules.may_cancel_handed
    transition = handed.cancel_handed
    success_message = "已撤销，承办单位会收到通知。"
