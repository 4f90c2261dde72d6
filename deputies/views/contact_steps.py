"""Steps of keeping in touch with deputies: arranged, handed over, ended, met, answered."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.forms import contact as forms
from deputies.models import ContactVisit, Deputy, Mandate, MemberContact
from deputies.rules import contact as rules
from deputies.transitions.contact_visits import note_outcome, record_visit
from deputies.transitions.member_contacts import assign_contacts, change_contact, end_contact
from deputies.views.contacts import CRUMB
from foundation.web.views import CreateStep, StepView


class AssignContacts(CreateStep):
    template_name = "deputies/assign_contacts.html"
    form_class = forms.AssignForm
    rule = rules.may_assign_contacts
    title = "安排联系人"
    button = "保存安排"
    intro = "安排一位常委会组成人员联系若干名代表。保存后双方都会收到通知。"
    success_message = "联系安排已登记，双方已收到通知。"
    back_url = reverse_lazy("deputies:contacts")
    crumbs = (CRUMB,)

    @staticmethod
    def transition(**how: Any) -> MemberContact:
        return assign_contacts(**how)[0]

    def candidates(self) -> QuerySet[Deputy]:
        return Deputy.objects.without_contact(self.on)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "deputies": self.candidates(), "initial": {"from_date": self.on}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs["form"]
        chosen = {int(pk) for pk in form.data.getlist("deputies") if pk.isdigit()} if form.is_bound else set()
        return super().get_context_data(seats=seats_of(self.candidates()), chosen=chosen, **kwargs)


def seats_of(deputies: QuerySet[Deputy]) -> list[Mandate]:
    """The home seats of these deputies, delegation by delegation: what the picker draws."""
    rows = Mandate.objects.at_home().filter(deputy__in=deputies.order_by().values("pk"))
    rows = rows.select_related("deputy", "delegation")
    return list(rows.order_by("delegation__order", "delegation", "deputy__pinyin_key", "pk"))


class ContactStep(StepView):
    """A step of one arrangement."""

    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[MemberContact]:
        return MemberContact.objects.visible_to(self.request.user).with_names()


class ChangeContact(ContactStep):
    form_class = forms.ChangeForm
    rule = rules.may_change_contact
    transition = change_contact
    title = "更换联系人"
    button = "更换"
    success_message = "已更换联系人，有关人员已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"from_date": self.on}}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class EndContact(ContactStep):
    form_class = forms.EndForm
    rule = rules.may_end_contact
    transition = end_contact
    title = "终止联系安排"
    button = "终止"
    button_tone = "danger"
    success_message = "联系安排已终止，双方已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"until_date": self.on}}


class RecordVisit(ContactStep):
    form_class = forms.VisitForm
    rule = rules.may_record_visit
    transition = record_visit
    title = "登记联系情况"
    button = "登记"
    success_message = "已登记，代表可以看到。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"on": self.on}}


class NoteOutcome(StepView):
    form_class = forms.OutcomeForm
    rule = rules.may_note_outcome
    transition = note_outcome
    title = "登记处理情况"
    button = "登记并告知代表"
    success_message = "已登记，代表已收到通知。"
    crumbs = (CRUMB,)
    template_name = "deputies/contact_outcome.html"
    context_name = "visit"

    def queryset(self) -> QuerySet[ContactVisit]:
        return ContactVisit.objects.visible_to(self.request.user).select_related("contact__member", "contact__deputy")
