"""A citizen comes back: looks his letter up, reads what became of it, takes a copy of all that is kept of him."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic.base import TemplateResponseMixin, View

from foundation.files import storage
from foundation.files.store import files_of
from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import today
from foundation.workflow import Refused
from liaison_stations import rules
from liaison_stations.cards.letter_suggestions import outcome_of
from liaison_stations.forms.letters import LookUpForm
from liaison_stations.models import Letter
from liaison_stations.transitions.post_letter import PHOTO
from liaison_stations.transitions.writer import reopen_days
from liaison_stations.views import letter_session
from liaison_stations.views.letter_copy import own_copy
from liaison_stations.views.letter_words import meaning, promise, steps
from liaison_stations.views.letters import CRUMB

# The same for a number nobody has and for a wrong code: a guess learns nothing.
NO_MATCH = "编号和查询码不符，请对照回执核对。编号如“信〔2026〕000123”，查询码为8位字母和数字。"
USED = "请再按一次“查询”。"


class LookUp(GatedForm):
    """Number and code; guesses cost ever more, honest mistakes do not."""

    template_name = "letters/look_up.html"
    title = "查询来信"
    gate_key = "letter_lookup"
    form_class = LookUpForm
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"number": self.request.GET.get("number", "")[:60]}}

    def carry_out(self, form: LookUpForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        # Work is done for one guess alone.
        if ticket.work and not self.gate.spend(ticket):
            raise Refused(USED, "input")
        letter = Letter.objects.opened_by(form.cleaned_data["number"], form.cleaned_data["code"])
        if letter is None:
            form.add_error(None, NO_MATCH)
            return self.show(form, self.gate.ticket(at), 422)
        self.gate.turn_back()
        letter_session.open_letter(self.request, letter)
        return redirect("letters:follow", letter.number)


@method_decorator([login_not_required, never_cache], name="dispatch")
class OwnLetter(PageMixin, View):
    """What a browser may open after number and code were typed in it; otherwise the way leads to the look-up."""

    letter: Letter

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = letter_session.opened(request, kwargs["number"])
        if found is None:
            return HttpResponseRedirect(f"{reverse('letters:look-up')}?number={kwargs['number']}")
        self.letter = found
        return super().dispatch(request, *args, **kwargs)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.letter), reverse("letters:follow", args=[self.letter.number]))]


class FollowLetter(TemplateResponseMixin, OwnLetter):
    """The letter, where it stands, what was said, what its writer can do now."""

    template_name = "letters/follow.html"

    def get_title(self) -> str:
        return str(self.letter)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        letter = self.letter
        facts = {
            "letter": letter,
            "meaning": meaning(letter),
            "steps": steps(letter),
            "promise": promise(letter),
            "events": self._events(),
            "files": self._files(),
            "can": self._verdicts(),
            "outcome": outcome_of(letter),
        }
        return self.render_to_response(self.get_context_data(**facts))

    def _events(self) -> list[Any]:
        events = list(self.letter.events.filter(is_public=True).order_by("at", "pk"))
        for event in events:
            # One letter, one key: not asked for again for each word.
            event.letter = self.letter
        return events

    def _files(self) -> list[Any]:
        files = list(files_of(self.letter, PHOTO))
        for file in files:
            file.url = reverse("letters:photo", args=[self.letter.number, file.pk])
        return files

    def _verdicts(self) -> dict[str, Any]:
        letter, on = self.letter, today()
        return {
            "add": rules.may_add_word(letter, on=on),
            "rate": rules.may_rate(letter, on=on),
            "reopen": rules.may_reopen(letter, on=on, days=reopen_days(on)),
            "forget": rules.may_forget_writer(letter, on=on),
            "erase": rules.may_ask_erasure(letter, on=on),
        }


class Photo(OwnLetter):
    """One of the writer's own photographs."""

    def get(self, request: HttpRequest, number: str, pk: UUID) -> HttpResponse:
        stored = files_of(self.letter, PHOTO).filter(pk=pk).first()
        if stored is None:
            raise Http404
        content = storage.path_of(stored.sha256).open("rb")
        response = FileResponse(content, as_attachment=True, filename=stored.name, content_type=stored.media_type)
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class OwnData(OwnLetter):
    """All that is kept of the writer and his letter, as a file (F105, 个人信息保护法 45)."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = JsonResponse(own_copy(self.letter), json_dumps_params={"ensure_ascii": False, "indent": 2})
        response["Content-Disposition"] = f'attachment; filename="letter-{self.letter.number}.json"'
        return response


@require_POST
@login_not_required
def leave(request: HttpRequest) -> HttpResponse:
    """On somebody else's machine: forget what was opened here."""
    letter_session.leave(request)
    messages.success(request, "已退出，本机不再能打开刚才的来信。请保存好编号和查询码。")
    return redirect("letters:home")
