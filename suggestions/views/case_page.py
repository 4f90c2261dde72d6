"""The page of one case: everything about it, as far as the viewer may read it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html

from foundation.accounts.roles import OFFICE_ROLES
from foundation.audit import timeline
from foundation.audit.models import Visibility
from foundation.files.store import attach_files
from foundation.web.chinese import date_text
from foundation.web.views import DetailPage
from suggestions import rules
from suggestions.cards.earlier import reference_of
from suggestions.models import Suggestion
from suggestions.rules import relations
from suggestions.states import CosignerState
from suggestions.views.actions import actions_for
from suggestions.views.case import case_of, with_names
from suggestions.views.progress import progress_of
from suggestions.views.released import TellsReleased


class CasePage(TellsReleased, DetailPage):
    """One suggestion with its whole file, as far as the viewer may read it."""

    template_name = "suggestions/detail.html"
    context_name = "suggestion"

    def queryset(self) -> QuerySet:
        user = self.request.user
        return with_names(Suggestion.objects.visible_to(user), user)

    def get_title(self) -> str:
        return self.object.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议", reverse("suggestions:list"))]

    def actions(self, obj: Suggestion) -> list[Any]:
        self.case = case_of(obj, self.request.user, self.on)
        return actions_for(self.request.user, self.case, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        user, suggestion = self.request.user, self.object
        own_unit = any(relations.is_unit(user, part, self.on) for part in self.case.active)
        facts |= {"case": self.case, "refused": [action for action in facts["actions"] if not action.allowed]}
        facts |= cosigner_facts(suggestion) | {"facts": case_facts(suggestion, user)}
        facts["taken_apart"] = self._taken_apart()
        facts["merged"] = merged_papers(suggestion, Suggestion.objects.visible_to(user))
        facts["steps"] = progress_of(suggestion, **self._moments())
        facts["events"] = timeline(suggestion, visibility=self._visibility(own_unit)).order_by("-at", "-id")
        facts["feedback_form"] = bool(rules.may_take_feedback_form(user, suggestion, on=self.on))
        facts["key_item"] = suggestion.key_supervisions.standing().first() if suggestion.is_key else None
        self._attach()
        return facts

    def _taken_apart(self) -> dict[str, Any] | None:
        found = self.object.taken_apart
        if found:
            readable = Suggestion.objects.visible_to(self.request.user)
            open_those([paper for paper in (found["origin"], *found["parts"]) if paper], readable)
        return found

    def _attach(self) -> None:
        """Files of every paper, and whose telephone the viewer may ask for; one query."""
        turns = self.case.rounds
        papers = [paper for turn in turns for paper in (*turn.contacts, *turn.replies, *turn.mediations)]
        attach_files([self.object, *papers, *self.case.commitments])
        user, on = self.request.user, self.on
        partaking = relations.is_partaking(user, self.object)
        for part in self.case.active:
            part.shows_slip = relations.is_unit(user, part, on) or relations.is_assigner(user, part, on)
            part.shows_phone = partaking or part.shows_slip

    def _moments(self) -> dict[str, Any]:
        answered = [turn for turn in self.case.rounds if turn.round.replied_at]
        rated = [turn for turn in self.case.rounds if turn.rating]
        return {
            "replied_at": answered[0].round.replied_at if answered else None,
            "rated_at": rated[0].rating.rated_at if rated else None,
        }

    def _visibility(self, own_unit: bool) -> set[str]:
        """The office reads everything, those concerned what concerns them, other deputies what is public."""
        user, suggestion = self.request.user, self.object
        if relations.is_office(user, suggestion, self.on) or user.has_role(*relations.DISTRICT_OFFICE, on=self.on):
            return set(Visibility.values)
        concerned = own_unit or relations.is_partaking(user, suggestion)
        if concerned or user.has_role(*relations.WATCHERS, on=self.on) or self._is_through(user):
            return {Visibility.PUBLIC, Visibility.PARTIES}
        return {Visibility.PUBLIC}

    def _is_through(self, user: Any) -> bool:
        return any(relations.is_government_office(user, part, self.on) for part in self.case.active)


def merged_papers(suggestion: Suggestion, readable: QuerySet, title: str = "title") -> dict[str, Any] | None:
    """`main` or `members`, each paper with `is_open` where it is among `readable`, under the title this column of
    `readable` has; None without a link."""
    main, members = suggestion.merged_in, suggestion.members
    papers = [paper for paper in (main, *members) if paper]
    if not papers:
        return None
    open_those(papers, readable, title)
    return {"main": main, "members": members, "follows": suggestion.follows is not None}


def open_those(papers: list[Suggestion], readable: QuerySet, title: str = "title") -> None:
    """Sets `is_open` on the papers that are among `readable`, and their title; one query."""
    seen = dict(readable.filter(pk__in=[paper.pk for paper in papers]).order_by().values_list("pk", title))
    for paper in papers:
        paper.is_open, paper.title = paper.pk in seen, seen.get(paper.pk, "")


GONE = (CosignerState.DROPPED, CosignerState.LEFT)


def cosigner_facts(suggestion: Suggestion) -> dict[str, Any]:
    """`cosigners` on the list, and `signed`, those who confirmed; both from the prefetched rows."""
    listed = [row for row in suggestion.cosigners.all() if row.state not in GONE]
    return {"cosigners": listed, "signed": [row for row in listed if row.state == CosignerState.CONFIRMED]}


WISHES = {True: "同意公开", False: "不同意公开", None: "尚未选择"}
SOURCES = (("from_survey", "调研视察"), ("from_reception", "接待选民"), ("from_inspection", "执法检查"))


def case_facts(suggestion: Suggestion, user: Any) -> list[tuple[str, Any]]:
    """The filled-in lines of the box of plain facts."""
    sources = "、".join(label for name, label in SOURCES if getattr(suggestion, name))
    facts = [
        ("会议", f"{suggestion.meeting or ''}（{suggestion.get_channel_display()}）"),
        ("类别", suggestion.category or suggestion.wished_category),
        ("督办工委", suggestion.supervising_committee),
        ("代表希望的承办单位", suggestion.wished_unit),
        ("议案编号", suggestion.motion_number_text),
        ("办理前面商", "代表希望办理前面商" if suggestion.wants_interview else ""),
        ("公开意愿", WISHES[suggestion.agree_to_publish]),
        ("问题来源", sources),
        ("以前提出", _earlier(suggestion, user)),
        ("专业代表小组咨询", _circle(suggestion, user)),
        ("交办日期", date_text(suggestion.first_assigned_on)),
        ("办结方式", suggestion.get_ending_display()),
    ]
    return [(label, value) for label, value in facts if value]


def _earlier(suggestion: Suggestion, user: Any) -> str:
    """What the deputy wrote; linked to the suggestion he named where the reader may open that one."""
    if suggestion.raised_before_as_id is None:
        return suggestion.raised_before
    named = Suggestion.objects.visible_to(user).filter(pk=suggestion.raised_before_as_id).first()
    if named is None:
        return suggestion.raised_before or "以前提出过"
    words = suggestion.raised_before or reference_of(named)
    return format_html('<a href="{}">{}</a>', named.get_absolute_url(), words)


def _circle(suggestion: Suggestion, user: Any) -> str:
    """The way back to the matter a paper grew out of, for the deputy who asked and for the office."""
    if suggestion.from_circle_id is None:
        return ""
    if suggestion.lead.deputy.user_id != user.pk and not user.has_role(*OFFICE_ROLES):
        return ""
    url = reverse("deputies:circle-matter", args=[suggestion.from_circle_id])
    return format_html('<a href="{}">{}</a>', url, "查看咨询和答复")
