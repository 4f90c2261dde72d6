"""Questionnaires filled in online: who reads them, which of them take answers."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from supervision.querysets.inspection import InsideQuerySet
from supervision.rules.house import READERS
from supervision.states.survey import SurveyCircle, SurveyState


class SurveyQuerySet(InsideQuerySet):
    """The house and whoever is in the team; the body never."""

    def public(self) -> Self:
        """What its address shows to everybody: a questionnaire that was opened once, closed or not."""
        return self.exclude(state=SurveyState.DRAFT)

    def taking(self, on: date) -> Self:
        """Those that can be filled in on the day."""
        return self.filter(state=SurveyState.OPEN, closes_on__gte=on)

    def waiting_for(self, user: Any, on: date) -> Self:
        """Those this person is invited to, can fill in on the day and has not answered."""
        mine = self.taking(on).filter(
            circle=SurveyCircle.INVITED, guests__deputy__user=user, guests__has_answered=False
        )
        return mine.order_by("closes_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("undertaking__kind", "undertaking__committee")


class InsideSurveyQuerySet(QuerySet):
    """What belongs to a questionnaire: read by whoever reads it."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        surveys: Any = self.model._meta.get_field("survey").related_model
        return self.filter(survey__in=surveys.objects.visible_to(user).order_by().values("pk"))


class ItemQuerySet(InsideSurveyQuerySet):
    """Questions in their order."""


class WordsQuerySet(QuerySet):
    """Answers in words."""

    def of(self, survey: Any) -> Self:
        return self.filter(Q(sheet__survey=survey))
