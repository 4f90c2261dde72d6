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


class _Dropped(forms.MultipleChoiceField):
    def valid_value(self, value: Any) -> bool:
        # A file whose time ran out while its page was open is gone already; leaving it out is no mistake.
        return True


class HeldFiles(forms.Form):
    """A form whose files may wait: `held` are those that do, `kept` those that are not ticked off."""

    drop = _Dropped(
        label="已保留的照片",
        required=False,
        widget=forms.MultipleHiddenInput,
        help_text="已经保留，不用重新选择。不想寄出的，请勾选。",
    )

    held: Collection[StoredFile] = ()
    drop_words = "不寄出"

    def hold(self, held: Collection[StoredFile]) -> None:
        """Offers the files that wait; where none do, nothing is asked."""
        self.held = list(held)
        drop = self.fields["drop"]
        drop.widget = forms.CheckboxSelectMultiple() if self.held else forms.MultipleHiddenInput()
        drop.choices = [(str(stored.pk), f"{self.drop_words}：{stored.name}") for stored in self.held]

    @property
    def kept(self) -> list[StoredFile]:
        """Those that go with the form. Read once the form was cleaned."""
        dropped = set(self.cleaned_data.get("drop") or ())
        return [stored for stored in self.held if str(stored.pk) not in dropped]


class Holding:
    """For a page whose form is a `HeldFiles`: what was chosen in `files_field` waits under a token of that form.

    An address that has had many pages hold files chooses anew.
    """

    request: HttpRequest
    files_field = "photos"
    accept: Collection[str] | None = None
    newest_alone = False

    def most_files(self, form: Any) -> int:
        """How many may wait."""
        raise TypeError(f"{type(self).__name__} must say how many files may wait")

    def offer_held(self, form: Any, token: str) -> None:
        """Shows on the form what waits under `token`; nothing does under ""."""
        form.hold(waiting(token, now()) if token else [])

    def keep_chosen(self, form: Any, token: str) -> None:
        """The form goes back: what was chosen with it waits, unless the address has had too many wait."""
        given = self.request.FILES.getlist(self.files_field)
        if given and token and self._may_hold():
            most, alone = self.most_files(form), self.newest_alone
            put_aside(token, given, most=most, accept=self.accept, at=now(), newest_alone=alone)
            self.offer_held(form, token)

    def _may_hold(self) -> bool:
        limit = IntakeLimit.objects.on(LIMIT, today())
        return Counter(limit, client_address(self.request)).add() < limit.free


class HoldsFiles(Holding):
    """For a GatedForm: the token is the ticket's, which only who sends the ticket back has."""

    def get_form(self, bound: bool = False) -> Any:
        form = super().get_form(bound)
        ticket = self.gate.read(self.request.POST.get("ticket", ""), now()) if bound else None
        self.offer_held(form, ticket.token if ticket else "")
        return form

    def show(self, form: Any, ticket: Ticket, status: int = 200) -> HttpResponse:
        self.keep_chosen(form, ticket.token)
        return super().show(form, ticket, status)

    def sent(self, ticket: Ticket, at: datetime) -> None:
        """The form was taken: nothing waits any longer."""
        forget(ticket.token, at=at)
