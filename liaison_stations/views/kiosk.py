"""The touch screen in a public hall (民情气象站): large keys, no way out of it, nothing left for the next visitor.

Every page belongs to one station. Nothing is kept in a session or in the browser: the number and the query code are
shown once, as the answer to the form, and leave the screen with the visitor.
"""

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.base import TemplateResponseMixin, View

from foundation.intake import codes
from foundation.intake.models import ConsentText
from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.vault.lookup import lookup_hash
from foundation.web.qr import qr_code
from foundation.web.views.page import PageMixin
from liaison_stations.forms.kiosk import PHRASES, KioskForm
from liaison_stations.models import Letter, MailboxRule, MatterMark, PublicLetter, ReceptionSlot, Station
from liaison_stations.states.letter import ANSWERED, Channel, LetterState, MailboxCode
from liaison_stations.states.rota import SlotState
from liaison_stations.transitions.post_letter import Writer, post_letter
from suggestions.models import Suggestion
from suggestions.states import SuggestionState

DEFAULT_SECONDS = 60
# A number below this could point to one person.
LEAST_TOLD = 3
DAYS, SOLVED_SHOWN, SLOTS_SHOWN = 90, 8, 4


class OfScreen(PageMixin):
    """What the pages of the screen of one open station have in common."""

    request: HttpRequest

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.station = get_object_or_404(Station.objects.public_on(self.on).register_rows(), code=kwargs["code"])
        self.amounts = MailboxRule.amounts_on(self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seconds = self.amounts.get(MailboxCode.KIOSK_SECONDS) or DEFAULT_SECONDS
        return super().get_context_data(station=self.station, seconds=seconds, **kwargs)


@method_decorator([login_not_required, never_cache], name="dispatch")
class KioskPage(OfScreen, TemplateResponseMixin, View):
    """A page to read."""

    template_name = "liaison_stations/kiosk/home.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())


class KioskHome(KioskPage):
    """Four large keys."""

    title = "说说您身边的事"


class KioskDeputies(KioskPage):
    """The station, who receives today and next, and its deputies."""

    template_name = "liaison_stations/kiosk/deputies.html"
    title = "本站和代表"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = self.station.places.active_on(self.on).select_related("deputy")
        days = ReceptionSlot.objects.public_on(self.on).filter(station=self.station, state=SlotState.PLANNED)
        slots = list(days.with_people()[:SLOTS_SHOWN])
        facts = {
            "places": list(places),
            "today": [slot for slot in slots if slot.day == self.on],
            "later": [slot for slot in slots if slot.day != self.on],
        }
        return super().get_context_data(**{**facts, **kwargs})


class KioskMatters(KioskPage):
    """What people write about in numbers, published letters with their answers, published suggestions that are done."""

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
            "answers": list(_answers()),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _answers() -> Any:
    """Letters their writers agreed to publish, with their answers, the latest first."""
    return PublicLetter.objects.published().order_by("-letter__published_at", "-pk")[:SOLVED_SHOWN]


def _solved() -> Any:
    """Published suggestions that are closed, the latest first."""
    rows = Suggestion.objects.published().filter(state=SuggestionState.CLOSED).exclude(public_copy=None)
    return rows.select_related("public_copy", "lead__deputy").order_by("-closed_at", "-pk")[:SOLVED_SHOWN]


class KioskWrite(OfScreen, GatedForm):
    """A letter to the station. The answer to the form is the receipt; touched twice, it is the same one."""

    template_name = "liaison_stations/kiosk/write.html"
    title = "写信给代表"
    gate_key = "letter_kiosk"
    form_class = KioskForm

    @cached_property
    def consents(self) -> dict[str, ConsentText]:
        return ConsentText.objects.on(self.on, "letter", "letter_contact")

    def form_kwargs(self) -> dict[str, Any]:
        return {"amounts": self.amounts, "consents": self.consents}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(phrases=PHRASES, consents=self.consents, **kwargs)

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        letter = Letter.objects.filter(token_hash=lookup_hash(ticket.token, "letters.token")).first()
        return self._receipt(letter, codes.code_of(ticket.token)) if letter else None

    def carry_out(self, form: KioskForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        found = form.cleaned_data
        agreed = [text for purpose, text in self.consents.items() if purpose == "letter" or found["phone"]]
        letter, code = post_letter(
            token=ticket.token,
            kind=found["kind"],
            channel=Channel.KIOSK,
            to_station=self.station,
            place=found["place"],
            writer=Writer(phone=found["phone"]),
            consents=agreed,
            sent_before=before,
            at=at,
            **form.words(),
        )
        return self._receipt(letter, code)

    def _receipt(self, letter: Letter, code: str) -> HttpResponse:
        self.template_name, self.title = "liaison_stations/kiosk/receipt.html", "来信已收到"
        address = self.request.build_absolute_uri(reverse("letters:look-up"))
        qr = qr_code(f"{address}?number={letter.number}", "查询网址的二维码", scale=6)
        facts = {"letter": letter, "code": codes.grouped(code), "address": address, "qr": qr}
        return self.render_to_response(self.get_context_data(**facts))
