"""Entering and correcting people and their seats, for those who keep the register."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Form
from django.urls import reverse

from deputies import rules
from deputies.forms.people import PERSON, SEAT, NewcomerForm, PersonForm, PlacesForm, SeatForm
from deputies.models import Deputy, Mandate, PublicPage, Term
from deputies.states import PageState
from deputies.transitions.amend import amend_deputy, amend_seat
from deputies.transitions.enrol import enrol
from deputies.views.doors import KeepersOnly
from foundation.web.views import CreateStep, StepView

REGISTER = ("代表名册", "/deputies/")


def current_term() -> Term:
    """The term seats are entered in; whoever has none yet imports a roster first."""
    term = Term.objects.current()
    if term is None:
        raise PermissionDenied("还没有当前届，请先导入代表名册，或者在后台登记届次。")
    return term


class AmendDeputy(KeepersOnly, StepView):
    title = "更正登记信息"
    rule = rules.may_amend
    transition = amend_deputy
    form_class = PersonForm
    context_name = "deputy"
    button = "保存更正"
    intro = "更正后立即生效，原来的内容保留在“变更记录”中。没有变动的栏目不必改。"
    success_message = "已更正登记信息。"

    def queryset(self) -> QuerySet[Deputy]:
        return Deputy.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [REGISTER, (self.object.name, self.object.get_absolute_url())]

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in PERSON}}

    def arguments(self, form: PersonForm) -> dict[str, Any]:
        return {**form.values(), **form.contact(), "photo": form.cleaned_data["photo"]}


class AmendSeat(KeepersOnly, StepView):
    title = "更正代表职务"
    rule = rules.may_amend_seat
    transition = amend_seat
    form_class = PlacesForm
    button = "保存更正"
    intro = "届次、层级和代表本人不能改动；在任情况的变动请办理暂停、恢复或者终止。"
    success_message = "已更正代表职务。"

    def queryset(self) -> QuerySet[Mandate]:
        return Mandate.objects.visible_to(self.request.user).select_related("deputy", "term__congress")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [REGISTER, (self.object.deputy.name, self.object.get_absolute_url())]

    def form_kwargs(self) -> dict[str, Any]:
        return {"term": self.object.term, "initial": {name: getattr(self.object, name) for name in SEAT}}

    def arguments(self, form: PlacesForm) -> dict[str, Any]:
        return form.seat_values()


def enrol_newcomer(*, by: Any, at: Any, form: NewcomerForm) -> Mandate:
    """A new person with a seat in the current term."""
    deputy = Deputy(**form.values())
    return enrol(deputy, form.mandate(), by=by, at=at, **form.contact(), **form.announcement())


def enrol_known(pk: Any, *, by: Any, at: Any, form: SeatForm) -> Mandate:
    """A further seat of a known person in the current term."""
    return enrol(Deputy.objects.get(pk=pk), form.mandate(), by=by, at=at, **form.announcement())


class Enrol(KeepersOnly, CreateStep):
    """Somebody who is not in the register yet: elected, or by-elected."""

    title = "登记代表"
    crumbs = (REGISTER,)
    rule = rules.may_keep_register
    transition = enrol_newcomer
    form_class = NewcomerForm
    button = "登记"
    back_url = "/deputies/"
    intro = "补选产生或者漏登的代表在这里逐名登记；整届名册请用“导入名册”。"
    success_message = "已登记代表。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"term": current_term()}

    def arguments(self, form: Form) -> dict[str, Any]:
        return {"form": form}


class EnrolAgain(KeepersOnly, StepView):
    """A known person: by-elected, elected at another level, or elected again after an interval."""

    title = "登记代表职务"
    rule = rules.may_enrol_again
    transition = enrol_known
    form_class = SeatForm
    versioned = False
    context_name = "deputy"
    button = "登记"
    intro = "为名册中已有的人登记新的代表职务，本人的登记信息和以往各届的职务保持不变。"
    success_message = "已登记代表职务。"

    def queryset(self) -> QuerySet[Deputy]:
        return Deputy.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [REGISTER, (self.object.name, self.object.get_absolute_url())]

    def form_kwargs(self) -> dict[str, Any]:
        return {"term": current_term()}

    def arguments(self, form: SeatForm) -> dict[str, Any]:
        return {"form": form}


def which(seat: Mandate) -> str:
    """What tells a seat from the person's usual one: another level, or another term."""
    if seat.level != seat.term.level:
        return f"（{seat.get_level_display()}）"
    return "" if seat.term.is_current else f"（{seat.term}）"


def steps_of(deputy: Deputy, seats: Any, user: Any, on: Any) -> list[tuple[str, str, Any]]:
    """(label, address, verdict) of what may be corrected on a deputy's page."""
    rows = [
        ("更正登记信息", reverse("deputies:amend", args=[deputy.pk]), rules.may_amend(user, deputy, on=on)),
        ("登记代表职务", reverse("deputies:enrol_again", args=[deputy.pk]), rules.may_enrol_again(user, deputy, on=on)),
    ]
    page = PublicPage.objects.filter(deputy=deputy).first() or PublicPage(deputy=deputy)
    rows.append(("登记公开意见", reverse("deputies:consent", args=[deputy.pk]), rules.may_say_consent(user, page)))
    address, may_publish = reverse("deputies:publish-page", args=[deputy.pk]), rules.may_publish_page(user, page, on=on)
    rows.append(("审核公开页面", address, may_publish))
    if page.state == PageState.SHOWN:
        rows.append(
            ("撤下公开页面", reverse("deputies:hide-page", args=[deputy.pk]), rules.may_hide_page(user, page, on=on))
        )
    for seat in seats:
        if not seat.term.sealed_at:
            where = which(seat)
            address = reverse("deputies:amend_seat", args=[seat.pk])
            rows.append((f"更正代表职务{where}", address, rules.may_amend_seat(user, seat, on=on)))
            address = reverse("deputies:remove_seat", args=[seat.pk])
            rows.append((f"撤销误登记{where}", address, rules.may_remove_seat(user, seat, on=on)))
    return rows
