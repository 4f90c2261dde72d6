"""The page of one line: where it comes from, what it gives by which rule, what became of it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies import rules
from deputies.models import DutyEntry, PointRule, PointScheme
from deputies.states import DUTY_FLOW, DutyState, PeriodKind
from deputies.yearbook.points import Span, schemes_for, score_lines, span_of
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text, named_basis
from foundation.web.views import DetailPage


@dataclass(frozen=True)
class Given:
    """What one scheme gives for the line: the rule, the points, and the deputy's total of that year."""

    scheme: PointScheme
    rule: PointRule | None
    points: Decimal
    total: Decimal
    span: Span


class DutyPage(DetailPage):
    """One line of the ledger."""

    template_name = "deputies/duty.html"
    context_name = "entry"

    def queryset(self) -> QuerySet[DutyEntry]:
        rows = DutyEntry.objects.visible_to(self.request.user).with_names()
        return rows.select_related("replaces", "replaced_by", "source_type").prefetch_related("deputy__mandates")

    def get_title(self) -> str:
        return self.object.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        file = reverse("deputies:file", args=[self.object.deputy_id])
        return [(f"{self.object.deputy.name}的履职档案", file)]

    def actions(self, obj: DutyEntry) -> list[Action]:
        offered = [_action(obj, verb, self.request.user, self.on) for verb in VERBS]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry, user = self.object, self.request.user
        facts = {
            "basics": _basics(entry),
            "source": source_of(entry, user),
            "basis": named_basis(entry.kind.legal_basis),
            "given": given(entry, self.on) if entry.counts else [],
            "files": files_of(entry),
            "objections": list(entry.objections.select_related("raised_by", "answered_by")),
            "may_answer": bool(rules.may_enter_duty(user, entry.deputy, on=self.on)),
            "events": timeline(entry),
        }
        return super().get_context_data(**{**facts, **kwargs})


# label, address, rule, loudness
VERBS = (
    (DUTY_FLOW.label("confirm_duty"), "deputies:confirm-duty", rules.may_confirm_duty, "primary"),
    (DUTY_FLOW.label("decline_duty"), "deputies:decline-duty", rules.may_decline_duty, "secondary"),
    (DUTY_FLOW.label("take_back_duty"), "deputies:take-back-duty", rules.may_take_back_duty, "secondary"),
    (DUTY_FLOW.label("correct_duty"), "deputies:correct-duty", rules.may_correct_duty, "secondary"),
    ("撤销记录", "deputies:remove-duty", rules.may_correct_duty, "secondary"),
    ("提出异议", "deputies:object-duty", rules.may_object_duty, "secondary"),
)


def _action(entry: DutyEntry, verb: tuple[Any, ...], user: Any, on: Any) -> Action:
    label, page, rule, tone = verb
    return Action(label, reverse(page, args=[entry.pk]), rule(user, entry, on=on), tone)


def _basics(entry: DutyEntry) -> list[tuple[str, str]]:
    days = date_text(entry.on) + (f"至{date_text(entry.until)}" if entry.until else "")
    rows = [
        ("代表", f"{entry.deputy.name}（{entry.get_level_display()}）"),
        ("栏目", entry.kind.get_block_display()),
        ("履职事项", entry.kind.name),
        ("日期", days),
        ("数量", entry.amount_text),
    ]
    if entry.words:
        rows.append(("情况说明", entry.words))
    if entry.reported_by_id:
        rows.append(("填报", f"{entry.reported_by}，{datetime_text(entry.recorded_at)}"))
    if entry.confirmed_by_id:
        word = "处理" if entry.state in (DutyState.DECLINED, DutyState.CORRECTED) else "核实登记"
        rows.append((word, f"{entry.confirmed_by}，{datetime_text(entry.decided_at)}"))
    return rows


def source_of(entry: DutyEntry, user: Any) -> tuple[str, str] | None:
    """What the line came out of and where it is read; without address for whom it is closed, None where reported."""
    if entry.source_type_id is None:
        return None
    model = entry.source_type.model_class()
    open_to = getattr(model._default_manager, "visible_to", None)
    found = open_to(user).filter(pk=entry.source_id).first() if open_to else None
    if found is None:
        return str(model._meta.verbose_name), ""
    return f"{model._meta.verbose_name}：{found}", found.get_absolute_url()


def given(entry: DutyEntry, on: Any) -> list[Given]:
    """What each scheme in force on the day of the duty gives for it, counted among all lines of that year."""
    found = []
    for scheme in schemes_for([entry.level], entry.on):
        span = span_of(scheme, PeriodKind.YEAR, scheme.year_of(entry.on))
        rows = DutyEntry.objects.counting().in_period(span.first, span.last).filter(deputy=entry.deputy_id)
        scored = score_lines(scheme, rows.select_related("kind"), span, on=on)
        points = next((line.points for line in scored.lines if line.key == entry.pk), Decimal(0))
        rule = next((row for row in scheme.rules.all() if row.kind_id == entry.kind_id), None)
        found.append(Given(scheme, rule, points, scored.total, span))
    return found
