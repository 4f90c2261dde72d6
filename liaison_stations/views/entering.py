"""A letter on paper or a call is entered; its number and query code are told at once."""

from typing import Any

from django.contrib import messages
from django.urls import reverse_lazy

from foundation.intake.codes import grouped
from foundation.web.views import CreateStep
from liaison_stations.forms.entering import EnterLetterForm
from liaison_stations.models import Letter, Station
from liaison_stations.rules import office_letters as rules
from liaison_stations.transitions.enter_letter import enter_letter
from liaison_stations.views.office_letters import CRUMB

TELL = (
    "请当场告诉来信人：编号 {letter}，查询码 {code}。凭这两项可以在网上“代表信箱”查看进度和答复；查询码只显示这一次。"
)


class EnterLetter(CreateStep):
    title = "登记来信来电"
    crumbs = (CRUMB,)
    rule = rules.may_enter_letter
    transition = enter_letter
    form_class = EnterLetterForm
    button = "登记"
    intro = "纸质来信、来电由工作人员录入，之后与网上来信同样办理。登记后请把编号和查询码告诉来信人。"
    back_url = reverse_lazy("stations:letters")
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        stations = Station.objects.public_on(self.on).order_by("name", "pk")
        return {"on": self.on, "stations": stations}

    def get_success_url(self, made: tuple[Letter, str]) -> str:
        letter, code = made
        messages.warning(self.request, TELL.format(letter=letter, code=grouped(code)))
        seen = Letter.objects.visible_to(self.request.user).filter(pk=letter.pk).exists()
        return letter.get_absolute_url() if seen else CRUMB[1]
