"""The change of term, guided: enter the term, import its register, try, carry out. And taking back a mistaken seat."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.views.generic import TemplateView

from deputies import rules
from deputies.forms import terms as forms
from deputies.models import Mandate, Term
from deputies.transitions.change_term import change_term, prepare_term, prepared_term, seated_in
from deputies.transitions.remove_seat import remove_seat
from deputies.views.doors import KeepersOnly
from deputies.yearbook.change_of_term import TermChange
from foundation.web.chinese import date_text
from foundation.web.tables import Column, Table
from foundation.web.views import CreateStep, StepView
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now
from foundation.workflow import Refused

CRUMBS = (("代表名册", "/deputies/"),)
SEATS = (
    Column("姓名", "deputy.name", link=lambda seat: seat.deputy.get_absolute_url(), primary=True),
    Column("代表团", lambda seat: str(seat.delegation or "")),
    Column("选区", lambda seat: str(seat.constituency or "")),
    Column("登录账号", lambda seat: "有" if seat.deputy.user_id else "未开通"),
)
HERITAGE = (
    Column("事项", "work.title", link=lambda row: row.work.url, primary=True),
    Column("类别", "work.kind"),
    Column("离任代表", "seat.deputy.name"),
    Column("原选区或代表团", lambda row: str(row.seat.constituency or row.seat.delegation or "")),
    Column(
        "可以接手的新一届代表",
        lambda row: "、".join(seat.deputy.name for seat in row.successors) or "无，由联络机构跟进",
    ),
)


class Terms(KeepersOnly, PageMixin, TemplateView):
    """Where the change of term stands, what comes next, and what it would do."""

    template_name = "deputies/terms.html"
    title = "换届"
    crumbs = CRUMBS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        new = prepared_term()
        facts = {"current": Term.objects.current(), "new": new, "seated": seated_in(new) if new else 0}
        facts["steps"] = _steps(new, facts["seated"])
        facts["sealed"] = Term.objects.filter(congress__is_home=True, sealed_at__isnull=False)
        facts |= self.trial(new) if new and facts["seated"] else {}
        return super().get_context_data(**{**facts, **kwargs})

    def trial(self, new: Term) -> dict[str, Any]:
        """The whole change, walked and taken back."""
        try:
            change = change_term(new.pk, by=self.request.user, at=now(), dry_run=True)
        except Refused as refusal:
            return {"refusal": refusal.reason}
        may_change = rules.may_change_term(self.request.user, new, on=self.on)
        return {"change": change, "may_change": may_change, "tables": tables_of(change)}


def tables_of(change: TermChange) -> list[tuple[str, Table]]:
    """Heading and table of everything the change touches."""
    return [
        (
            f"离任代表名下的未办结事项（{len(change.heritage)}件）",
            Table(HERITAGE, change.heritage, empty="没有未办结事项。"),
        ),
        (f"离任（{len(change.leaving)}名）", Table(SEATS, change.leaving, empty="没有离任的代表。")),
        (f"新当选（{len(change.arriving)}名）", Table(SEATS, change.arriving, empty="没有新当选的代表。")),
        (f"连任（{len(change.staying)}名）", Table(SEATS, change.staying, empty="没有连任的代表。")),
    ]


def _steps(new: Term | None, seated: int) -> list[tuple[str, str, str]]:
    """(what, how far it is, "done", "current" or "later")."""
    first = f"{new}，自{date_text(new.starts_on)}起" if new and new.starts_on else "确定第一次会议召开日期后登记"
    return [
        ("登记新一届", first, "done" if new else "current"),
        ("导入新一届名册", f"已登记{seated}名" if seated else "不复制上一届的任何内容", _stage(new, seated)),
        ("试算核对", "离任、连任、新当选和未办结事项", "current" if seated else "later"),
        ("办理换届", "上一届封存，新一届成为当前届", "later"),
    ]


def _stage(new: Term | None, seated: int) -> str:
    if not new:
        return "later"
    return "done" if seated else "current"


class PrepareTerm(KeepersOnly, CreateStep):
    title = "登记新一届"
    crumbs = (*CRUMBS, ("换届", "/deputies/terms/"))
    rule = rules.may_prepare_term
    transition = staticmethod(lambda **how: _Back(prepare_term(**how)))
    form_class = forms.PrepareTermForm
    button = "登记"
    back_url = "/deputies/terms/"
    intro = "只登记届次和起止日期，不复制上一届的代表团、小组、选区和代表。"
    success_message = "已登记新一届，请导入新一届名册。"


class _Back:
    """The page of the guided process, where each of its steps leads back to."""

    def __init__(self, made: Any) -> None:
        self.made = made

    def get_absolute_url(self) -> str:
        return reverse("deputies:terms")


class CarryOut(KeepersOnly, StepView):
    title = "办理换届"
    rule = rules.may_change_term
    transition = staticmethod(lambda pk, *, by, at, checked: change_term(pk, by=by, at=at))
    form_class = forms.CarryOutForm
    versioned = False
    context_name = "term"
    button = "办理换届"
    button_tone = "danger"
    intro = (
        "办理后新一届成为当前届，上一届名册封存不再改动；离任代表账号的代表角色终止，连任和新当选代表的角色生效。"
        "代表本人、账号、以往的建议和履职档案都保留在原处。"
    )
    success_message = "换届已经办理。"
    success_url = "/deputies/terms/"

    def queryset(self) -> QuerySet[Term]:
        return Term.objects.filter(congress__is_home=True)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, ("换届", reverse("deputies:terms"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"back_url": reverse("deputies:terms"), **kwargs})


class RemoveSeat(KeepersOnly, StepView):
    title = "撤销误登记"
    rule = rules.may_remove_seat
    transition = remove_seat
    form_class = forms.RemoveForm
    button = "撤销登记"
    button_tone = "danger"
    intro = "只用于登记错误、名下没有任何记录的代表职务；不再担任代表的，请办理终止代表资格。"
    success_message = "已撤销登记。"
    success_url = "/deputies/"

    def queryset(self) -> QuerySet[Mandate]:
        return Mandate.objects.visible_to(self.request.user).select_related("deputy", "term__congress")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (self.object.deputy.name, self.object.get_absolute_url())]
