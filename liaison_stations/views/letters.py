"""A citizen writes: the way in, the letter, the receipt."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.base import TemplateResponseMixin, View

from deputies.models import PublicPage
from foundation.intake import codes
from foundation.intake.chosen import HoldsFiles
from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.vault.lookup import lookup_hash
from foundation.web.qr import qr_code
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import today
from liaison_stations.forms.letters import DEPUTY, STATION, LetterForm
from liaison_stations.models import Letter, Station
from liaison_stations.states.letter import MailboxCode
from liaison_stations.transitions.post_letter import PICTURES, post_letter
from liaison_stations.views import letter_session
from liaison_stations.views.letter_words import promise
from liaison_stations.views.public import map_of

CRUMB = ("代表信箱", "/letters/")


@method_decorator(login_not_required, name="dispatch")
class Mailbox(TemplateResponseMixin, PageMixin, View):
    """What the mailbox is for, what it is not for, and the two doors: write, look up."""

    template_name = "letters/home.html"
    title = "代表信箱"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())


class WriteLetter(HoldsFiles, GatedForm):
    """One page; `?deputy=` and `?station=` are the short codes on posters and public pages."""

    template_name = "letters/write.html"
    title = "写信"
    gate_key = "letter_web"
    form_class = LetterForm
    channel = "web"
    accept = PICTURES
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": today(), "initial": self._addressed()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(map=map_of(Station.objects.public_on(today())), **kwargs)

    def most_files(self, form: LetterForm) -> int:
        return form.rules.get(MailboxCode.PHOTOS, 0)

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        letter = Letter.objects.filter(token_hash=lookup_hash(ticket.token, "letters.token")).first()
        return self._receipt(letter, ticket) if letter else None

    def carry_out(self, form: LetterForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        found = form.cleaned_data
        letter, _ = post_letter(
            token=ticket.token,
            channel=self.channel,
            **{name: found[name] for name in ("kind", "title", "text", "place")},
            **form.addressee,
            point=form.point,
            writer=form.writer,
            public_wish=found.get("public_wish", False),
            consents=form.consents,
            photos=found.get("photos") or [],
            waiting=form.kept,
            sent_before=before,
            at=at,
        )
        self.sent(ticket, at)
        return self._receipt(letter, ticket)

    def _receipt(self, letter: Letter, ticket: Ticket) -> HttpResponse:
        letter_session.keep_receipt(self.request, letter, ticket.token)
        letter_session.open_letter(self.request, letter)
        return HttpResponseRedirect(reverse("letters:receipt"))

    def _addressed(self) -> dict[str, Any]:
        """Whom the address names: a deputy by his public code, a station by its own."""
        asked = self.request.GET
        if code := asked.get("deputy"):
            page = PublicPage.objects.open_on(self.on).filter(code=code).first()
            return {"whom": DEPUTY, "deputy": page.deputy_id} if page else {}
        if code := asked.get("station"):
            station = Station.objects.public_on(self.on).filter(code=code).first()
            return {"whom": STATION, "station": station.pk, "area": station.area_id} if station else {}
        return {}


@method_decorator([login_not_required, never_cache], name="dispatch")
class Receipt(TemplateResponseMixin, PageMixin, View):
    """Number and query code, to be noted, copied or printed; for a while, in the browser that sent the letter."""

    template_name = "letters/receipt.html"
    title = "来信已寄出"
    crumbs = (CRUMB,)

    def get(self, request: HttpRequest) -> HttpResponse:
        kept = letter_session.receipt_of(request)
        letter = Letter.objects.with_names().filter(number=kept["number"]).first() if kept else None
        if kept is None or letter is None:
            return redirect("letters:look-up")
        address = request.build_absolute_uri(reverse("letters:look-up"))
        facts = {
            "letter": letter,
            "code": codes.grouped(codes.code_of(kept["token"])),
            "promise": promise(letter),
            "address": address,
            "qr": qr_code(f"{address}?number={letter.number}", "查询网址的二维码"),
        }
        return self.render_to_response(self.get_context_data(**facts))
