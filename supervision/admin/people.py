"""Ways of appointing, the question bank, how papers are made up, what follows from a ballot."""

from django.contrib import admin

from foundation.audit.kept import Kept
from supervision.models import AppointmentKind, BallotConsequence, ExamRule, LawQuestion


@admin.register(AppointmentKind)
class AppointmentKindAdmin(Kept):
    list_display = ["name", "needs_exam", "needs_statement", "needs_pledge", "legal_basis", "valid_from", "valid_until"]


@admin.register(LawQuestion)
class LawQuestionAdmin(Kept):
    list_display = ["text", "kind", "source", "valid_from", "valid_until"]
    list_filter = ["kind"]
    search_fields = ["text", "source"]


@admin.register(ExamRule)
class ExamRuleAdmin(Kept):
    list_display = ["__str__", "tries", "legal_basis", "valid_from", "valid_until"]


@admin.register(BallotConsequence)
class BallotConsequenceAdmin(Kept):
    list_display = ["outcome", "what", "months", "legal_basis", "valid_from", "valid_until"]
