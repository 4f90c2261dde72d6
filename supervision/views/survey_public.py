"""A questionnaire as people fill it in: under its short address, without an account, through the gate."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.vault.lookup import lookup_hash
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage
from foundation.workdays.clock import today
from supervision.forms.surveys import SheetForm
from supervision.models import OnlineSurvey, SurveySheet
from supervision.rules.surveys import may_answer_survey
from supervision.transitions.surveys import send_sheet


class FillSurvey(GatedForm):
    """The questions; whoever may not answer, or no longer, reads why."""

    template_name = "supervision/fill_survey.html"
    gate_key = "survey"
    form_class = SheetForm

    @cached_property
    def survey(self) -> OnlineSurvey:
        return get_object_or_404(OnlineSurvey.objects.public(), code=self.kwargs["code"])

    @cached_property
    def items(self) -> list[Any]:
        return list(self.survey.items.filter(is_dropped=False))

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verdict = may_answer_survey(request.user, self.survey, on=today())
        if not verdict:
            return self.render_to_response(self.get_context_data(verdict=verdict))
        return super().get(request, **kwargs)

    def get_title(self) -> str:
        return str(self.survey)

    def form_kwargs(self) -> dict[str, Any]:
        return {"items": self.items, "on": today()}

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        token_hash = lookup_hash(ticket.token, "supervision.survey")
        return self._sent() if SurveySheet.objects.filter(token_hash=token_hash).exists() else None

    def carry_out(self, form: SheetForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        consents = [form.consent_text] if form.consent_text else []
        by = self.request.user
        send_sheet(self.survey, token=ticket.token, answers=form.answers, consents=consents, by=by, at=at)
        return self._sent()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(survey=self.survey, **kwargs)

    def _sent(self) -> HttpResponse:
        return HttpResponseRedirect(reverse("w:sent", args=[self.survey.code]))


class OfSurvey(DetailPage):
    """A page of everybody about one questionnaire."""

    context_name = "survey"
    lookup = "code"

    def queryset(self) -> QuerySet[OnlineSurvey]:
        return OnlineSurvey.objects.public()


@method_decorator(login_not_required, name="dispatch")
class SurveySent(OfSurvey):
    template_name = "supervision/survey_sent.html"
    title = "答卷已提交"


@method_decorator(login_not_required, name="dispatch")
class SurveyPoster(OfSurvey):
    """The code as a sheet to print."""

    template_name = "supervision/survey_poster.html"
    title = "问卷二维码"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = self.request.build_absolute_uri(self.object.public_url)
        qr = qr_code(address, f"{self.object}二维码", scale=0)
        return super().get_context_data(address=address, qr=qr, **kwargs)
