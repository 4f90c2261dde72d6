"""What the step pages of this room share: where the object is fetched from and what is shown above the form."""

from operator import itemgetter
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from foundation.audit import last_hand
from foundation.files.store import attach_files
from foundation.web.views import StepView
from suggestions.models import (
    Appeal,
    Assignment,
    CarryOver,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    CosignerWord,
    Extension,
    FundApplication,
    KeySupervision,
    LookBackItem,
    Objection,
    PaperRating,
    ReplyVersion,
    Split,
    Suggestion,
)


class SuggestionStep(StepView):
    """A step about a whole suggestion."""

    template_name = "suggestions/step.html"
    context_name = "suggestion"
    crumbs = (("代表建议", "/suggestions/"),)

    def queryset(self) -> QuerySet:
        return Suggestion.objects.visible_to(self.request.user).select_related("lead__deputy", "delegation", "category")

    @property
    def suggestion(self) -> Suggestion:
        """The suggestion the step is about."""
        return self.object

    def last_writer(self) -> Any:
        """By the timeline or, since saving while one types leaves no event there, by the kept texts."""
        kept = self.kept_texts().order_by("-saved_at").values_list("saved_at", "saved_by").first()
        hands = [hand for hand in (last_hand(self.suggestion), kept) if hand]
        return max(hands, key=itemgetter(0))[1] if hands else None

    def kept_texts(self) -> QuerySet:
        """The saved states of the text the step may change."""
        return self.suggestion.versions.all()

    def get_success_url(self) -> str:
        return self.success_url or reverse("suggestions:detail", args=[self.suggestion.pk])

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议", reverse("suggestions:list")), (self.suggestion.title, self.get_success_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.suggestion])
        facts = {"suggestion": self.suggestion, "back_url": self.get_success_url()}
        return super().get_context_data(**{**facts, **kwargs})


class PaperStep(SuggestionStep):
    """A step about a paper inside a suggestion: an assignment, a request, a record."""

    model: type[Model]
    context_name = "paper"
    versioned = False
    path = "suggestion"

    def queryset(self) -> QuerySet:
        names = [f"{self.path}__lead__deputy", f"{self.path}__delegation", f"{self.path}__category"]
        if self.path != "suggestion":
            names.append("assignment__unit")
        return self.model.objects.visible_to(self.request.user).select_related(*names)

    @property
    def suggestion(self) -> Suggestion:
        return self.object.suggestion if self.path == "suggestion" else self.object.assignment.suggestion


class AssignmentStep(PaperStep):
    """A step of one unit."""

    model = Assignment
    versioned = True

    def kept_texts(self) -> QuerySet:
        return ReplyVersion.objects.filter(reply__assignment=self.object)

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("unit")


def paper_step(of: type[Model]) -> type[PaperStep]:
    """The base of steps about `of`, reached through its assignment or its suggestion directly."""
    direct = any(field.name == "suggestion" for field in of._meta.concrete_fields)
    return type(
        f"{of.__name__}Step", (PaperStep,), {"model": of, "path": "suggestion" if direct else "assignment__suggestion"}
    )


AppealStep, CommitmentStep, CosignerStep, PaperRatingStep = map(paper_step, (Appeal, Commitment, Cosigner, PaperRating))
CarryOverStep, KeySupervisionStep, LookBackItemStep = map(paper_step, (CarryOver, KeySupervision, LookBackItem))
SplitStep, CosignerWordStep = paper_step(Split), paper_step(CosignerWord)
FundApplicationStep = paper_step(FundApplication)
ContactStep, ExtensionStep, ObjectionStep, OpinionStep = map(
    paper_step, (ContactRecord, Extension, Objection, CoOpinion)
)
