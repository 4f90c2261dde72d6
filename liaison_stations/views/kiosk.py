"""The touch screen in a public hall (民情气象站): large keys, no way out of it, nothing left for the next visitor.

Every page belongs to one station. Nothing is kept in a session or in the browser: the number and the query code are
shown once, as the answer to the form, and leave the screen with the visitor.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.base import TemplateResponseMixin, View

from foundation.intake import codes
from foundation.intake.gate import Gate, NotYet
from foundation.intake.models import ConsentText
from foundation.intake.tickets import Ticket
from foundation.web.views.page import PageMixin
from foundation.workflow import Refused
from liaison_stations.forms.kiosk import PHRASES, KioskForm
from liaison_stations.models import Letter, MailboxRule, MatterMark, Station
from liaison_stations.states.letter import ANSWERED, Channel, LetterState, MailboxCode
from liaison_stations.transitions.post_letter import Writer, post_letter
from suggestions.models import Suggestion
from suggestions.states import SuggestionState

LIMIT = "letter_kiosk"
DEFAULT_SECONDS = 60
# A number below this could point to one person.
LEAST_TOLD = 3
DAYS, SOLVED_SHOWN = 90, 8


@method_decorator(login_not_required, name="dispatch")
@method_decorator(never_cache, name="dispatch")
class KioskPage(TemplateResponseMixin, PageMixin, View):
    """One page of the screen of one open station."""

    request: HttpRequest
    template_name = "liaison_stations/kiosk/home.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.station = get_object_or_404(Station.objects.public_on(self.on).register_rows(), code=kwargs["code"])
        self.amounts = MailboxRule.amounts_on(self.on)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seconds = self.amounts.get(MailboxCode.KIOSK_SECONDS) or DEFAULT_SECONDS
        return super().get_context_data(station=self.station, seconds=seconds, **kwargs)


class KioskHome(KioskPage):
    """Four large keys."""

    title = "说说您身边的事"


class KioskDeputies(KioskPage):
    """The station and its deputies."""

    template_name = "liaison_stations/kiosk/deputies.html"
    title = "本站和代表"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = self.station.places.active_on(self.on).select_related("deputy")
        return super().get_context_data(places=list(places), **kwargs)


class KioskMatters(KioskPage):
    """What people write about in the district, in numbers, and published suggestions that are done."""

    template_name = "liaison_stations/kiosk/matters.html"
    title = "大家反映的事"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since = self.on - timedelta(days=DAYS - 1)
        marks = MatterMark.objects.between(since, self.on)
        told = [(matter, many) for matter, many in marks.by_matter() if many >= LEAST_TOLD]
        answered = dict(marks.filter(letter__state__in=(*ANSWERED, LetterState.IN_SUGGESTION)).by_matter())
        facts = {
            "days": DAYS,
            "matters": [(matter, many, answered.get(matter, 0)) for matter, many in told],
            "most": max((many for _, many in told), default=1),
            "solved": list(_solved()),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _solved() -> Any:
    """Published suggestions that are closed, the latest first."""
    rows = Suggestion.objects.published().filter(state=SuggestionState.CLOSED).exclude(public_copy=None)
    return rows.select_related("public_copy", "lead__deputy").order_by("-closed_at", "-pk")[:SOLVED_SHOWN]


class KioskWrite(KioskPage):
    """A letter to the station. Who was quicker than the gate allows sends once more; nothing typed is lost."""

    template_name = "liaison_stations/kiosk/write.html"
    title = "写信给代表"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        ticket = Gate(request, LIMIT).ticket(timezone.now())
        return self._page(self._form(), ticket)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        now, gate, form = timezone.now(), Gate(request, LIMIT), self._form(request.POST)
        ticket = gate.read(request.POST.get("ticket", ""), now)
        if ticket is None:
            form.add_error(None, "这一页打开太久了。内容还在，请再按一次“提交”。")
            return self._page(form, gate.ticket(now), 409)
        if not form.is_valid():
            return self._page(form, gate.again(ticket), 422)
        try:
            letter, code = self._sent(form, gate, ticket, now)
        except NotYet as reason:
            form.add_error(None, reason.reason)
            return self._page(form, gate.again(ticket), 429)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return self._page(form, gate.again(ticket), 422)
        return self._receipt(letter, code)

    def _sent(self, form: KioskForm, gate: Gate, ticket: Ticket, now: Any) -> tuple[Letter, str]:
        before = gate.pass_through(ticket, "", now)
        consents = [
            text for purpose, text in self.consents.items() if purpose == "letter" or form.cleaned_data["phone"]
        ]
        return post_letter(
            token=ticket.token,
            kind=form.cleaned_data["kind"],
            channel=Channel.KIOSK,
            to_station=self.station,
            place=form.cleaned_data["place"],
            writer=Writer(phone=form.cleaned_data["phone"]),
            consents=consents,
            sent_before=before,
            at=now,
            **form.words(),
        )

    def _form(self, data: Any = None) -> KioskForm:
        self.consents = ConsentText.objects.on(self.on, "letter", "letter_contact")
        return KioskForm(data, amounts=self.amounts, consents=self.consents)

    def _page(self, form: KioskForm, ticket: Ticket, status: int = 200) -> HttpResponse:
        facts = {"form": form, "ticket": ticket.text, "phrases": PHRASES, "consents": self.consents}
        return self.render_to_response(self.get_context_data(**facts), status=status)

    def _receipt(self, letter: Letter, code: str) -> HttpResponse:
        self.template_name, self.title = "liaison_stations/kiosk/receipt.html", "来信已收到"
        return self.render_to_response(self.get_context_data(letter=letter, code=codes.grouped(code)))
