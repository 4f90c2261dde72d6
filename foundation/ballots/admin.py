"""Rules of ballots for committee secretaries. A rule by which something was decided is only ended."""

from typing import Any

from django.contrib import admin
from django.db.models import PROTECT
from django.http import HttpRequest

from foundation.audit.kept import Kept
from foundation.ballots.models import BallotClause, BallotGroup, BallotRule, BallotScore

OWN = (BallotClause, BallotGroup, BallotScore)


def is_used(rule: BallotRule | None) -> bool:
    """Whether anything was balloted by it, here or in a room; results must be found again from the same words."""
    if rule is None:
        return False
    # Copies of rows in the history point at the rule as well, but keep nothing from being removed.
    users = [link for link in rule._meta.related_objects if link.on_delete is PROTECT and link.related_model not in OWN]
    return any(link.related_model._default_manager.filter(**{link.field.name: rule}).exists() for link in users)


class OfRule(admin.TabularInline):
    """Rows of a rule, shut once something was decided by it."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not is_used(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_used(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class GroupInline(OfRule):
    model = BallotGroup


class ScoreInline(OfRule):
    model = BallotScore


class ClauseInline(OfRule):
    model = BallotClause
    fields = ["grades", "sign", "top", "bottom", "points", "outcome", "is_alert", "order"]


@admin.register(BallotRule)
class BallotRuleAdmin(Kept):
    list_display = ["name", "base", "grades", "legal_basis", "valid_from", "valid_until"]
    search_fields = ["name", "code"]

    def get_inlines(self, request: HttpRequest, obj: BallotRule | None) -> list[Any]:
        # Clauses are checked against the grades, so these come first.
        return [GroupInline, ScoreInline, ClauseInline] if obj else []

    def get_readonly_fields(self, request: HttpRequest, obj: BallotRule | None = None) -> list[str]:
        if not is_used(obj):
            return ["code"] if obj else []
        open_still = ("valid_until", "legal_basis")
        return [field.name for field in BallotRule._meta.fields if field.editable and field.name not in open_still]
