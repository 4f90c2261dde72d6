"""The restricted list for those named on it; the others of the house read whom to bring a clue to."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from deputies.models import Congress
from foundation import deadlines
from foundation.audit import timeline
from foundation.documents.writing import DOCX, media_type, write
from foundation.files.store import attach_files
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from foundation.web.views.detail import ObjectMixin
from supervision.letters.clue import clue_paper
from supervision.models import Clue, ClueReader
from supervision.rules import clues as rules
from supervision.states.clues import CLOCKS, CLUE_FLOW, HANDED_ONWARD, SOURCES
from supervision.transitions.clue_handing import open_clue

CRUMB = ("问题线索", "/supervision/clues/")
TONES = {"return_clue": "secondary", "drop_clue": "secondary", "amend_clue": "secondary", "decline_clue": "secondary"}


def clue_tone(clue: Clue) -> str:
    return tone_of("supervision.clue.state", clue.state)


class Unkept:
    """Nothing of these pages stays in a browser or on the way to it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response


class Clues(Unkept, Behind, ListPage):
    """Numbers and states, surnames at most; no words, no search, no file of it."""

    door = rules.may_enter_clues
    title = "问题线索（限定查阅）"
    template_name = "supervision/clues.html"
    empty = "没有问题线索。"
    columns = (
        Column("编号", "number", link=lambda row: row.get_absolute_url(), primary=True),
        Column("线索来源", "get_origin_display"),
        Column("反映的人员", "masked_persons"),
        Column("登记日期", "registered_at", kind="date"),
        Column("移送日期", "handed_on", kind="date"),
        Column("状态", "get_state_display", kind="badge", tone=clue_tone),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[Clue]:
        return Clue.objects.visible_to(self.request.user).order_by("-registered_at", "-pk")

    def decorate(self, rows: Sequence[Clue]) -> None:
        deadlines.attach_lights(rows, list(CLOCKS.values()), self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, on = self.request.user, self.on
        reads = bool(rules.may_read_clues(user, on=on))
        facts = {
            "reads": reads,
            "may_register": bool(rules.may_register_clue(user, on=on)),
            "handlers": [] if reads else list(ClueReader.objects.handling(on).with_names()),
        }
        return super().get_context_data(**facts, **kwargs)


class WaitingClues(Clues):
    """The rows behind the card of the desk."""

    title = "待办理的问题线索"
    crumbs = (CRUMB,)
    empty = "没有待您办理的线索。"

    def queryset(self) -> QuerySet[Clue]:
        return Clue.objects.waiting_for(self.request.user, self.on)


class CluePage(Unkept, DetailPage):
    """One clue in clear. Whoever opens it is written down, and stands on the page for the others."""

    template_name = "supervision/clue.html"
    context_name = "clue"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Clue]:
        return Clue.objects.visible_to(self.request.user).with_names()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        clue = self.get_object()
        open_clue(clue.pk, by=request.user, at=timezone.now())
        return super().get(request, **kwargs)

    def actions(self, obj: Clue) -> list[Action]:
        """The verbs of the present state, for whoever may."""
        found = []
        for verb in CLUE_FLOW.verbs_from(obj.state):
            verdict = getattr(rules, f"may_{verb}")(self.request.user, obj, on=self.on)
            if verdict:
                url = reverse(f"supervision:{verb.replace('_', '-')}", args=[obj.pk])
                found.append(Action(CLUE_FLOW.label(verb), url, verdict, TONES.get(verb, "primary")))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        clue = self.object
        deadlines.attach_lights([clue], list(CLOCKS.values()), self.on)
        entries = list(clue.entries.select_related("by"))
        attach_files(entries)
        events = list(timeline(clue))
        facts = {
            "basics": self._basics(clue),
            "persons": [line for line in clue.persons.splitlines() if line.strip()],
            "source": source_of(clue.source_ref, self.request.user),
            "entries": entries,
            "openings": [event for event in events if event.verb == "supervision.open_clue"],
            "has_paper": clue.state in HANDED_ONWARD,
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _basics(self, clue: Clue) -> list[tuple[str, str]]:
        accepted = {True: "受理", False: "不予受理", None: ""}[clue.is_accepted]
        return [
            ("线索来源", clue.get_origin_display()),
            ("登记", f"{clue.registered_by}，{date_text(clue.registered_at)}"),
            ("审核人", str(clue.examined_by or "")),
            ("批准人", str(clue.approved_by or "")),
            ("接收机关", str(clue.recipient or "")),
            ("移送函", f"{clue.document_number}，{date_text(clue.handed_on)}" if clue.handed_on else ""),
            ("回执", f"{clue.receipt_number}，{date_text(clue.received_on)}" if clue.received_on else ""),
            ("接收机关答复", accepted),
        ]


class CluePaper(Unkept, ObjectMixin, View):
    """The letter of handing over as .docx, written on the spot; who took it is written down."""

    def queryset(self) -> QuerySet[Clue]:
        rows = Clue.objects.visible_to(self.request.user).with_names()
        return rows.filter(state__in=HANDED_ONWARD)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        clue = self.get_object()
        open_clue(clue.pk, what="下载移送函。", by=request.user, at=timezone.now())
        home = Congress.objects.filter(is_home=True).first()
        sender = f"{home.name}常务委员会" if home else "人民代表大会常务委员会"
        response = HttpResponse(write(clue_paper(clue, sender), DOCX), content_type=media_type(DOCX))
        response.headers["Content-Disposition"] = f'attachment; filename="clue-{clue.number}.{DOCX}"'
        return response


def source_of(reference: str, user: Any) -> Model | None:
    """The row a reference ("supervision.problem:5") names, where this person may open it."""
    label, _, key = reference.partition(":")
    if label not in SOURCES or not (key.isascii() and key.isdigit()) or len(key) > 15:
        return None
    return apps.get_model(label)._default_manager.visible_to(user).filter(pk=int(key)).first()
