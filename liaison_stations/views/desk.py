"""The desk at a station: writing down a visit on a tablet, also without a network, and the slip for the visitor."""

from secrets import token_urlsafe
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic.base import TemplateResponseMixin, View

from deputies.models import Deputy
from foundation.files.waiting import forget
from foundation.intake.chosen import Holding
from foundation.intake.codes import grouped
from foundation.web.kept import kept_words
from foundation.web.views.detail import ObjectMixin
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused, Verdict
from liaison_stations.forms.receptions import SHEETS, DeskForm
from liaison_stations.models import ReceptionRecord, Station
from liaison_stations.rules.receptions import may_record_reception
from liaison_stations.states.reception import PATH_WORDS, RecordSource
from liaison_stations.states.rota import STANDING_TURNS, SlotState
from liaison_stations.transitions.arrange_rota import serving_at
from liaison_stations.transitions.post_letter import Writer
from liaison_stations.transitions.receptions import Received, record_reception

JSON = "application/json"
# The slips of this sitting: a code is shown to whoever wrote the visit down, and kept nowhere else.
SLIPS = "reception_slips"
MOST_SLIPS = 20
LONGEST_TOKEN = 80


class Desk(Holding, TemplateResponseMixin, ObjectMixin, View):
    """GET: the form for one visit. POST takes it, as a form or, asked for JSON, from what the tablet kept offline.

    The sheet chosen for a form that is shown again with a mistake waits for it; the tablet keeps its own.
    """

    template_name = "liaison_stations/desk.html"
    context_name = "station"
    files_field = "sheet"
    accept = SHEETS
    newest_alone = True

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.visible_to(self.request.user).select_related("area__parent")

    def get_title(self) -> str:
        return f"{self.object.name}接待登记"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [(str(self.object), self.object.get_absolute_url())]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        verdict = may_record_reception(request.user, self.object, on=self.on)
        return self._page(form=self._form()) if verdict else self._turned_away(verdict)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        verdict = may_record_reception(request.user, self.object, on=self.on)
        if not verdict:
            return self._turned_away(verdict)
        form = DeskForm(request.POST, request.FILES, deputies=self._deputies())
        self.offer_held(form, self._held_under())
        if not form.is_valid():
            return self._wrong(form, 422)
        try:
            received = self._record(form)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
            return self._wrong(form, refusal_status(refusal.code))
        except ValidationError as error:
            form.add_error(None, error)
            return self._wrong(form, 422)
        return self._done(received)

    def _turned_away(self, verdict: Verdict) -> HttpResponse:
        kept = kept_words(DeskForm, self.request.POST)
        return self._page(status=refusal_status(verdict.code), verdict=verdict, kept=kept)

    def most_files(self, form: DeskForm) -> int:
        return 1

    def _held_under(self) -> str:
        """Of this clerk at this station; a token seen over a shoulder opens nothing for another."""
        token = self.request.POST.get("token", "")[:LONGEST_TOKEN]
        return f"desk:{self.object.pk}:{self.request.user.pk}:{token}" if token else ""

    def _record(self, form: DeskForm) -> Received:
        data = {name: value for name, value in form.cleaned_data.items() if name != "drop"}
        visitor = Writer(name=data.pop("name"), phone=data.pop("phone"), address=data.pop("address"))
        offline, paper = data.pop("is_offline"), data.pop("is_paper")
        source = RecordSource.PAPER if paper else RecordSource.OFFLINE if offline else RecordSource.TABLET
        who = {"by": self.request.user, "at": timezone.now()}
        waiting = [] if data["sheet"] else form.kept
        received = record_reception(self.object, visitor=visitor, source=source, waiting=waiting, **data, **who)
        forget(self._held_under(), at=who["at"])
        return received

    def _done(self, received: Received) -> HttpResponse:
        record, code = received.record, grouped(received.code) if received.code else ""
        kept = self.request.session.get(SLIPS, {})
        self.request.session[SLIPS] = dict([*kept.items(), (str(record.pk), code)][-MOST_SLIPS:])
        if self._wants_json():
            number, slip = str(record.letter or ""), reverse("stations:slip", args=[record.pk])
            return JsonResponse({"number": number, "code": code, "slip": slip})
        messages.success(self.request, "已登记。")
        return redirect("stations:slip", record.pk)

    def _wrong(self, form: forms.Form, status: int) -> HttpResponse:
        if self._wants_json():
            words = [words for found in form.errors.values() for words in found]
            return JsonResponse({"errors": words}, status=status)
        self.keep_chosen(form, self._held_under())
        return self._page(form=form, status=status)

    def _wants_json(self) -> bool:
        return self.request.headers.get("Accept", "") == JSON

    def _form(self) -> DeskForm:
        today = self.object.slots.between(self.on, self.on).exclude(state=SlotState.CANCELLED)
        here = Deputy.objects.filter(reception_turns__slot__in=today, reception_turns__state__in=STANDING_TURNS)
        own = getattr(self.request.user, "deputy", None)
        chosen = list(here.values_list("pk", flat=True)) or ([own.pk] if own else [])
        return DeskForm(initial={"token": token_urlsafe(24), "deputies": chosen}, deputies=self._deputies())

    def _deputies(self) -> QuerySet[Deputy]:
        posted = [place.deputy_id for place in serving_at(self.object, self.on, self.on)]
        return Deputy.objects.filter(pk__in=posted).order_by("pinyin_key", "pk")

    def _page(self, status: int = 200, **facts: Any) -> HttpResponse:
        facts |= {"station": self.object, "object": self.object, "path_words": PATH_WORDS}
        return self.render_to_response(self.get_context_data(**facts), status=status)


class Slip(TemplateResponseMixin, ObjectMixin, View):
    """GET: what the visitor takes home: what was answered, or number and query code, shown in the same sitting."""

    template_name = "liaison_stations/slip.html"
    context_name = "record"
    title = "接待回执"

    def queryset(self) -> QuerySet[ReceptionRecord]:
        return ReceptionRecord.objects.visible_to(self.request.user).with_names()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        code = request.session.get(SLIPS, {}).get(str(self.object.pk), "")
        desk = reverse("stations:desk", args=[self.object.station_id])
        return self.render_to_response(self.get_context_data(record=self.object, code=code, next_url=desk))


@login_not_required
@require_safe
def desk_worker(request: HttpRequest) -> HttpResponse:
    """GET: the script by which the desk opens without a network; its place is its reach (/stations/)."""
    return render(request, "liaison_stations/desk_worker.js", content_type="text/javascript; charset=utf-8")
