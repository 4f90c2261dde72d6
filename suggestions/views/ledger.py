"""The ledger of promises: the list, the page of one promise, and its steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from foundation import deadlines
from foundation.deadlines.api import light
from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage
from suggestions import rules
from suggestions.forms import ledger as forms
from suggestions.models import Commitment, CommitmentProgress, CommitmentStatement, StatementLine
from suggestions.states import CommitmentState
from suggestions.transitions.carry_over import explain_carry_over
from suggestions.transitions.rate_promise import rate_promise, settle_promise
from suggestions.transitions.record_progress import record_progress
from suggestions.views.base import CarryOverStep, CommitmentStep
from suggestions.views.promise_actions import carry_actions, promise_actions, settle_action


def colour_text(row: Commitment) -> str:
    """The colour last reported; overdue promises say so before anything else."""
    if row.late:
        return "已逾期"
    return row.colour.name if row.colour else "未填报"


def colour_tone(row: Commitment) -> str:
    if row.late:
        return "late"
    return row.colour.tone if row.colour else "muted"


def class_text(row: Commitment) -> str:
    """ "B→A" once it was raised."""
    before = row.reply.result_class.code if row.reply and row.reply.result_class else ""
    return f"{before}→{row.upgraded_to.code}" if row.upgraded_to else before


COLUMNS = (
    Column("编号", "suggestion.number_text"),
    Column("建议", "suggestion.title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("承诺单位", "assignment.unit.label"),
    Column("承诺事项", "text"),
    Column("承诺期限", "due_on", kind="date", sort="due"),
    Column("颜色", colour_text, kind="badge", tone=colour_tone),
    Column(
        "状态", "get_state_display", kind="badge", tone=lambda row: tone_of("suggestions.commitment.state", row.state)
    ),
    Column("类别", class_text),
    Column("期限", "light", kind="light", exported=False),
    Column("领衔代表", "suggestion.lead.deputy.name", shown=False),
    Column("代表团", lambda row: str(row.suggestion.delegation or ""), shown=False),
    Column("承诺日期", "made_at", kind="date", shown=False),
    Column("最近进展", "latest_text", shown=False),
    Column("兑现情况", "evidence", shown=False),
    Column("确认意见", "check_note", shown=False),
)


class Ledger(ListPage):
    """Every promise this person may read, of whatever year and term, with where it stands."""

    template_name = "suggestions/ledger.html"
    title = "承诺台账"
    filter_form_class = forms.LedgerFilterForm
    columns = COLUMNS
    orderings = {"due": ("due_on",), "-due": ("-due_on",)}
    export_name = "承诺台账"
    empty = "还没有承诺事项。答复中写明承诺和完成时间的，自动列入台账。"

    def queryset(self) -> QuerySet:
        newest = CommitmentProgress.objects.filter(commitment=OuterRef("pk")).order_by("-entered_at", "-pk")
        rows = Commitment.objects.visible_to(self.request.user).with_names().order_by("-made_at", "-pk")
        return rows.annotate(latest_text=Subquery(newest.values("text")[:1]))

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted, self.on)

    def decorate(self, rows: Sequence[Commitment]) -> None:
        deadlines.attach_lights(rows, "commitment", self.on)
        for row in rows:
            row.late = row.state == CommitmentState.OPEN and row.due_on < self.on


class PromisePage(DetailPage):
    """One promise: what was said, what became of it month by month, and who must act now."""

    template_name = "suggestions/promise.html"
    context_name = "promise"

    def queryset(self) -> QuerySet:
        return Commitment.objects.visible_to(self.request.user).with_names()

    def get_title(self) -> str:
        return "承诺事项"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("承诺台账", reverse("suggestions:ledger"))]

    def actions(self, obj: Commitment) -> list[Any]:
        obj.assignment.suggestion = obj.suggestion
        self.carries = list(obj.carryover_set.select_related("term", "explained_by"))
        for carried in self.carries:
            carried.assignment = obj.assignment
        user, on = self.request.user, self.on
        return [
            *promise_actions(user, obj, on),
            *carry_actions(user, self.carries, on),
            *settle_action(user, obj, on),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        promise = self.object
        promise.late = promise.state == CommitmentState.OPEN and promise.due_on < self.on
        entries = list(promise.commitmentprogress_set.select_related("colour", "entered_by"))
        attach_files([promise, *entries])
        told = CommitmentStatement.objects.visible_to(self.request.user).exclude(sent_at=None)
        stated = StatementLine.objects.filter(commitment=promise, statement__in=told.order_by().values("pk"))
        return facts | {
            "entries": entries,
            "ratings": list(promise.commitmentrating_set.defer("rated_by")),
            "carries": self.carries,
            "stated": list(stated.select_related("statement", "colour").order_by("-statement__year")),
            "clocks": self._clocks(),
            "colour": (colour_text(promise), colour_tone(promise)),
            "class_text": class_text(promise),
        }

    def _clocks(self) -> list[Any]:
        found = [clock for clock in deadlines.clocks_of(self.object) if clock.is_open]
        for clock in found:
            clock.light = light(clock, self.on)
        return found


class PromiseStep(CommitmentStep):
    """A step about a promise leads back to its page."""

    template_name = "suggestions/confirm_fulfilment.html"

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("assignment__unit", "reply__result_class")

    def get_success_url(self) -> str:
        return reverse("suggestions:promise", args=[self.object.pk])


class RecordProgress(KeepsFiles, PromiseStep):
    form_class = forms.ProgressForm
    rule = rules.may_record_progress
    transition = record_progress
    title = "填报承诺进展"
    button = "填报"
    intro = "每月填报一次，有新情况随时填报。填报后不能修改，有误的再填一次。"
    success_message = "已填报，下一次填报期限已重新起算。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class RatePromise(PromiseStep):
    form_class = forms.PromiseRatingForm
    rule = rules.may_rate_promise
    transition = rate_promise
    title = "对承诺兑现再次评价"
    button = "提交评价"
    intro = "评价由您本人作出，承办单位不经手。不满意的，该承诺继续跟踪，答复类别不变。"
    success_message = "评价已提交，感谢您的监督。"


class SettlePromise(PromiseStep):
    rule = rules.may_settle_promise
    transition = settle_promise
    title = "代表未再评价"
    button = "按已兑现记载"
    intro = "再评价期限已过，代表没有评价。承诺按已兑现记载，答复类别不变，不计入再评价的满意率。"
    success_message = "已记载。"


class ExplainCarryOver(CarryOverStep):
    template_name = "suggestions/explain_carry.html"
    form_class = forms.CarryForm
    rule = rules.may_explain_carry_over
    transition = explain_carry_over
    title = "说明承诺结转原因"
    button = "提交说明"
    success_message = "说明已提交，并告知代表。"

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("assignment__unit", "commitment", "term")

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}

    def get_success_url(self) -> str:
        return reverse("suggestions:promise", args=[self.object.commitment_id])


def latest_words(promises: Sequence[Commitment]) -> dict[int, str]:
    """Promise → the text of its newest report; one query."""
    rows = CommitmentProgress.objects.filter(commitment__in=promises).order_by("commitment", "entered_at", "pk")
    return dict(rows.values_list("commitment", "text"))
