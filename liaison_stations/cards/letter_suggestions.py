"""Letters on a suggestion's page, and what became of a letter on its own pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from foundation.web.chinese import date_text
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from liaison_stations.models import Letter, LetterSuggestion
from liaison_stations.notices.outcomes import promise_of, result_of
from liaison_stations.rules.letter_suggestions import may_make_suggestion, may_propose
from suggestions.models import Suggestion
from suggestions.states import UnitRole


@dataclass(frozen=True)
class Step:
    """One station of the road, for `components/stepper.html`."""

    label: str
    state: str
    note: str = ""


def _of_suggestion(request: HttpRequest, paper: Suggestion) -> dict[str, Any] | None:
    """How many letters stand behind it, and those of them this person reads."""
    if paper.pk not in LetterSuggestion.objects.papers():
        return None
    links = LetterSuggestion.objects.filter(suggestion=paper)
    count = links.values("letter").distinct().count()
    if not count:
        return None
    mine = links.visible_to(request.user).select_related("letter__key").order_by("linked_at", "pk")
    return {"count": count, "letters": list({link.letter_id: link.letter for link in mine}.values())}


def _of_letter(request: HttpRequest, letter: Letter) -> dict[str, Any] | None:
    """What became of it, and the way to a draft for a deputy who may write one."""
    found = outcome_of(letter)
    deputy = bool(may_propose(request.user, on=today()))
    if found is None and not deputy:
        return None
    verdict = may_make_suggestion(request.user, letter, on=today())
    reads = found and Suggestion.objects.visible_to(request.user).filter(pk=found["paper"].pk).exists()
    return {"outcome": found, "verdict": verdict, "deputy": deputy, "letter": letter, "reads": reads}


def outcome_of(letter: Letter) -> dict[str, Any] | None:
    """The suggestion a letter went into last, as its writer may know it: steps, facts, the public page."""
    link = letter.suggestion_links.select_related("suggestion__lead__deputy").order_by("-linked_at", "-pk").first()
    if link is None:
        return None
    paper = link.suggestion
    public = reverse("suggestions:public-page", args=[paper.pk]) if paper.published_at else ""
    return {"paper": paper, "link": link, "steps": _steps(paper, link), "facts": _facts(paper), "public": public}


def _steps(paper: Suggestion, link: LetterSuggestion) -> list[Step]:
    replied = paper.rounds.exclude(replied_at=None).order_by("-number").values_list("replied_at", flat=True).first()
    rating = paper.ratings.order_by("-rated_at").values_list("rated_at", flat=True).first()
    road = [
        ("写成建议", timezone.localdate(link.linked_at)),
        ("提交人大", _day(paper.submitted_at)),
        ("立案", _day(paper.registered_at)),
        ("交办", paper.first_assigned_on),
        ("答复代表", _day(replied)),
        ("代表评价", _day(rating)),
        ("办结", _day(paper.closed_at)),
    ]
    now = max(place for place, (_, day) in enumerate(road) if day is not None)
    return [_step(place, label, day, now, paper) for place, (label, day) in enumerate(road)]


def _step(place: int, label: str, day: date | None, now: int, paper: Suggestion) -> Step:
    # What was skipped on the way (a rating that never came) is not shown as done.
    if day is not None and (place < now or paper.closed_at):
        return Step(label, "done", date_text(day))
    return Step(label, "current", date_text(day)) if day is not None else Step(label, "todo")


def _day(moment: Any) -> date | None:
    return timezone.localdate(moment) if moment else None


def _facts(paper: Suggestion) -> list[tuple[str, str]]:
    parts = paper.answering_assignments().select_related("unit").exclude(role=UnitRole.CO).order_by("pk")
    rating = paper.ratings.order_by("-rated_at", "-pk").first()
    grade = f"办理态度{rating.get_attitude_display()}，办理结果{rating.get_result_display()}" if rating else ""
    promises = [
        f"{promise_of(row)}（{date_text(row.due_on)}前，{row.get_state_display()}）" for row in paper.commitments.all()
    ]
    rows = [
        ("提出代表", paper.lead.deputy.name),
        ("建议编号", paper.number_text),
        ("承办单位", "、".join(part.unit.name for part in parts)),
        ("答复结果", result_of(paper)),
        ("代表评价", grade),
        ("承诺事项", "；".join(promises)),
        ("目前进展", paper.get_state_display()),
    ]
    return [row for row in rows if row[1]]


SUGGESTION = Panel(
    "suggestions.suggestion",
    "letters",
    "群众来信",
    "liaison_stations/letters_of_suggestion.html",
    _of_suggestion,
    order=30,
)
LETTER = Panel(
    "liaison_stations.letter",
    "suggestion",
    "代表建议",
    "liaison_stations/suggestion_of_letter.html",
    _of_letter,
    order=20,
)
