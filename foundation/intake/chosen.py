"""Files chosen for a public form need not be chosen again when it comes back with a mistake."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from foundation.accounts.addresses import client_address
from foundation.files.models import StoredFile
from foundation.files.waiting import forget, put_aside, waiting
from foundation.intake.counting import Counter
from foundation.intake.models import IntakeLimit
from foundation.intake.tickets import Ticket
from foundation.workdays.clock import now, today

LIMIT = "held_files"


class HeldFiles(forms.Form):
    """A form whose files may wait: `held` are those that do, `kept` those that are not unticked."""

    drop = forms.MultipleChoiceField(
        label="已保留的照片",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="已经保留，不用重新选择。不想寄出的，请勾选。",
    )

    def hold(self, held: Collection[StoredFile]) -> None:
        """Offers the files that wait."""
        self.held = list(held)
        self.fields["drop"].choices = [(str(stored.pk), f"不寄出：{stored.name}") for stored in self.held]

    @property
    def kept(self) -> list[StoredFile]:
        """Those that go with the form. Read once the form was cleaned."""
        dropped = set(self.cleaned_data.get("drop") or ())
        return [stored for stored in self.held if str(stored.pk) not in dropped]


class HoldsFiles:
    """For a GatedForm whose form is a `HeldFiles`: what was chosen in `files_field` waits under the ticket's token.

    Only who sends the ticket back has the token. An address that has had many pages hold files chooses anew.
    """

    request: HttpRequest
    files_field = "photos"
    accept: Collection[str] | None = None

    def most_files(self, form: Any) -> int:
        """How many may wait."""
        raise TypeError(f"{type(self).__name__} must say how many files may wait")

    def get_form(self, bound: bool = False) -> Any:
        form = super().get_form(bound)
        ticket = self.gate.read(self.request.POST.get("ticket", ""), now()) if bound else None
        form.hold(waiting(ticket.token, now()) if ticket else [])
        return form

    def show(self, form: Any, ticket: Ticket, status: int = 200) -> HttpResponse:
        given = self.request.FILES.getlist(self.files_field)
        if given and self._may_hold():
            put_aside(ticket.token, given, most=self.most_files(form), accept=self.accept, at=now())
            form.hold(waiting(ticket.token, now()))
        return super().show(form, ticket, status)

    def sent(self, ticket: Ticket, at: datetime) -> None:
        """The form was taken: nothing waits any longer."""
        forget(ticket.token, at=at)

    def _may_hold(self) -> bool:
        limit = IntakeLimit.objects.on(LIMIT, today())
        return Counter(limit, client_address(self.request)).add() < limit.free
