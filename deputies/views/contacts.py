"""Members of the standing committee and the deputies they contact: list, one arrangement, how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin, View

from deputies.forms.contact import MemberField, members_on
from deputies.models import ContactStandard, ContactVisit, Deputy, MemberContact
from deputies.rules import contact as rules
from deputies.rules.register import KEEPERS
from deputies.states.contact import StandardCode
from foundation.audit import timeline
from foundation.web import export
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column, Table
from foundation.web.views import Behind, DetailPage, ListPage
from foundation.web.views.page import PageMixin

CRUMB = ("联系代表", "/deputies/contacts/")


class ContactFilter(forms.Form):
    member = MemberField(required=False)
    name = forms.CharField(label="代表姓名", required=False, max_length=40)
    ended = forms.ChoiceField(label="安排", required=False, choices=[("", "现有安排"), ("all", "含已终止的")])

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members_on(on)
        self.fields["member"].empty_label = "全部"


class ContactList(Behind, ListPage):
    """Who contacts whom now; deputies without a contact person stand above for the office."""

    door = rules.may_open_contacts
    title = "常委会组成人员联系代表"
    template_name = "deputies/contacts.html"
    export_name = "常委会组成人员联系代表"
    per_page = 50
    empty = "还没有联系代表的安排，由代表联络工作机构登记后显示。"

    def queryset(self) -> QuerySet[MemberContact]:
        rows = MemberContact.objects.visible_to(self.request.user).with_names()
        return rows.with_visits_of(self.on.year).order_by("member__pinyin_key", "deputy__pinyin_key", "pk")

    def _bound_filter(self) -> ContactFilter:
        # Bound even without a query, so that the list begins with what is in force.
        return ContactFilter(self.request.GET or {}, on=self.on)

    def _nothing(self) -> str:
        return ListPage.empty if self.request.GET else self.empty

    def filter(self, rows: QuerySet[MemberContact], wanted: dict[str, Any]) -> QuerySet[MemberContact]:
        if "ended" not in wanted:
            rows = rows.on(self.on)
        if "member" in wanted:
            rows = rows.of_member(wanted["member"])
        if "name" in wanted:
            rows = rows.filter(deputy__in=Deputy.objects.search(wanted["name"]))
        return rows

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("常委会组成人员", "member.name"),
            Column("联系的代表", "deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
            Column("起始日期", "from_date", kind="date"),
            Column("截止日期", "until_date", kind="date"),
            Column("本年联系次数", "times", kind="number"),
            Column("最近联系", "last_on", kind="date"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        may_assign = bool(rules.may_assign_contacts(user, on=self.on))
        facts = {"may_assign": may_assign, "may_count": bool(rules.may_open_coverage(user))}
        facts["without"] = list(Deputy.objects.without_contact(self.on)) if may_assign else []
        return super().get_context_data(**{**facts, **kwargs})


class ContactPage(DetailPage):
    """One arrangement with its visits, for those whom they concern."""

    template_name = "deputies/contact.html"
    context_name = "contact"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[MemberContact]:
        return MemberContact.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: MemberContact) -> list[Action]:
        user = self.request.user
        offered = [
            Action("登记联系情况", _of("contact-visit", obj), self._may_record(), "primary", "edit"),
            Action("更换联系人", _of("change-contact", obj), rules.may_change_contact(user, obj, on=self.on)),
            Action("终止", _of("end-contact", obj), rules.may_end_contact(user, obj, on=self.on)),
        ]
        return [action for action in offered if action.allowed]

    def _may_record(self) -> Any:
        return rules.may_record_visit(self.request.user, self.object, on=self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        contact, user = self.object, self.request.user
        facts: dict[str, Any] = {"basics": _basics(contact), "may_record": bool(self._may_record()), "visits": None}
        if facts["may_record"] or contact.deputy.user_id == user.pk or ContactVisit.objects.reads_all(user):
            facts["visits"] = list(ContactVisit.objects.visible_to(user).filter(contact=contact))
        if user.has_role(*KEEPERS):
            facts["events"] = list(timeline(contact))
        return super().get_context_data(**{**facts, **kwargs})


def _of(page: str, contact: MemberContact) -> str:
    return reverse(f"deputies:{page}", args=[contact.pk])


def _basics(contact: MemberContact) -> list[tuple[str, str]]:
    return [
        ("常委会组成人员", contact.member.name),
        ("联系的代表", contact.deputy.name),
        ("起始日期", date_text(contact.from_date)),
        ("截止日期", date_text(contact.until_date)),
        ("安排依据", contact.basis),
        ("终止理由", contact.end_reason),
    ]


@dataclass(frozen=True)
class Coverage:
    """How far one member has come in a year."""

    member: Any
    contacts: list[MemberContact]
    wanted: int

    @property
    def page(self) -> str:
        """His deputies in the list."""
        return f"{reverse('deputies:contacts')}?member={self.member.pk}"

    @property
    def times(self) -> int:
        return sum(row.times for row in self.contacts)

    @property
    def done(self) -> int:
        """Deputies met as often as the standard asks."""
        return sum(row.times >= self.wanted for row in self.contacts)

    @property
    def missing(self) -> str:
        return "、".join(row.deputy.name for row in self.contacts if row.times < self.wanted)

    @property
    def share(self) -> str:
        return f"{100 * self.done / len(self.contacts):.0f}%"


def coverage_of(year: int, wanted: int) -> list[Coverage]:
    """Per member with any arrangement in `year`, in pinyin order. One query."""
    rows = MemberContact.objects.in_year(year).with_names().with_visits_of(year)
    by_member: dict[Any, list[MemberContact]] = {}
    for row in rows.order_by("member__pinyin_key", "member", "deputy__pinyin_key", "pk"):
        by_member.setdefault(row.member, []).append(row)
    return [Coverage(member, contacts, wanted) for member, contacts in by_member.items()]


class YearForm(forms.Form):
    year = forms.IntegerField(label="年度", required=False, min_value=2000, max_value=2100)


COVERAGE = (
    Column("常委会组成人员", "member.name", link=lambda row: row.page, primary=True),
    Column("联系代表（名）", lambda row: len(row.contacts), kind="number"),
    Column("联系（次）", "times", kind="number"),
    Column("达到要求（名）", "done", kind="number"),
    Column("覆盖率", "share"),
    Column("尚未达到要求的代表", "missing"),
)


class ContactCoverage(Behind, TemplateResponseMixin, PageMixin, View):
    """Per member: deputies, visits, and who has not been met as often as the standard asks."""

    door = rules.may_open_coverage
    title = "联系代表情况统计"
    template_name = "deputies/contact_coverage.html"
    crumbs = (CRUMB,)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        form = YearForm(request.GET or None)
        year = form.cleaned_data["year"] if form.is_bound and form.is_valid() else None
        year = year or self.on.year
        last = min(date(year, 12, 31), self.on)
        standard = ContactStandard.objects.latest_on(last, code=StandardCode.MEMBER_VISITS)
        rows = coverage_of(year, standard.amount if standard else 1)
        wanted = request.GET.get("format", "")
        if wanted in export.FORMATS:
            return export.export_rows(request, COVERAGE, rows, f"{year}年{self.title}", wanted)
        return self.render_to_response(self.get_context_data(form=form, year=year, rows=rows, standard=standard))

    def get_context_data(self, *, rows: list[Coverage], **kwargs: Any) -> dict[str, Any]:
        deputies = sum(len(row.contacts) for row in rows)
        return super().get_context_data(
            table=Table(COVERAGE, rows, self.title, "这一年没有联系代表的安排。"),
            deputies=deputies,
            reached=sum(row.done for row in rows),
            times=sum(row.times for row in rows),
            without=Deputy.objects.without_contact(self.on).count(),
            export_formats=export.FORMATS,
            **kwargs,
        )
