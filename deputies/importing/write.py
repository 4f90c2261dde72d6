"""Writing a planned roster in bulk. Called inside one transaction; history is not guarded, and is marked imported."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.importing.plan import Line, person_values
from deputies.models import (
    Area,
    AreaKind,
    Constituency,
    Delegation,
    Deputy,
    DeputyContact,
    DeputyGroup,
    Mandate,
    MandateStatusChange,
    Term,
)
from deputies.models.contact import phone_hash
from deputies.states import Level, MandateStatus
from deputies.transitions._roles import settle_roles
from foundation.audit.models import Event
from foundation.audit.recording import build

IMPORTED = "由名册导入"
KINDS: dict[str, type] = {"delegation": Delegation, "constituency": Constituency, "group": DeputyGroup}


@dataclass
class Writer:
    """Writes lines into the register of `term`; `created` collects the names of what had to be made beside them."""

    term: Term
    by: Any
    at: datetime
    created: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    changes: list[MandateStatusChange] = field(default_factory=list)

    def write(self, lines: list[Line]) -> None:
        """Everything of one file in a number of statements that does not grow with unchanged rows."""
        for kind in KINDS:
            self._ensure_places(kind, [getattr(line.entry, kind) for line in lines])
        # Telephones that move between deputies of one file must be let go before they are taken.
        freed = [line.deputy.pk for line in lines if line.deputy and "phone" in line.contact]
        DeputyContact.objects.filter(deputy__in=freed).update(phone="", phone_hash="")
        for line in lines:
            if line.deputy and line.changed:
                self._change(line)
        self._create([line for line in lines if line.deputy is None])
        MandateStatusChange.objects.bulk_create(self.changes)
        Event.objects.bulk_create(self.events)

    def _ensure_places(self, kind: str, names: list[str]) -> None:
        """Delegations, constituencies and groups by name; unknown ones are made in the order of the file."""
        model = KINDS[kind]
        known = {place.name: place for place in model.objects.filter(term=self.term)}
        missing = [name for name in dict.fromkeys(names) if name and name not in known]
        if missing:
            made = model.objects.bulk_create([self._place(model, name) for name in missing])
            known |= {place.name: place for place in made}
            self.created[kind] = missing
        self.places[kind] = known

    def _place(self, model: type, name: str) -> Any:
        """A new place; a delegation named after a township or street known here lies in it."""
        place = model(term=self.term, name=name)
        if model is Delegation:
            place.area = Area.objects.filter(name=name, kind__in=[AreaKind.TOWNSHIP, AreaKind.STREET]).first()
        return place

    def _create(self, lines: list[Line]) -> None:
        people = [Deputy(name=line.entry.name, **person_values(line.entry)) for line in lines]
        for person in people:
            person.set_pinyin()
        Deputy.objects.bulk_create(people)
        DeputyContact.objects.bulk_create(
            DeputyContact(
                deputy=person, phone=line.entry.phone, email=line.entry.email, phone_hash=phone_hash(line.entry.phone)
            )
            for person, line in zip(people, lines, strict=True)
        )
        for person, line in zip(people, lines, strict=True):
            line.deputy = person
        self._add_mandates([(line, level) for line in lines for level in line.entry.levels])

    def _add_mandates(self, seats: list[tuple[Line, Level]]) -> None:
        mandates = Mandate.objects.bulk_create([self._mandate(line, level) for line, level in seats])
        for mandate, (line, _) in zip(mandates, seats, strict=True):
            self._note(mandate, "deputies.import_mandate", f"名册导入：登记{mandate}（第{line.entry.report.row}行）。")
            if mandate.status != MandateStatus.SERVING:
                self._status_row(mandate, MandateStatus.SERVING, line)

    def _mandate(self, line: Line, level: Level) -> Mandate:
        """The seat at the roster's own level carries delegation, constituency and status; others stand alone."""
        mandate = Mandate(deputy=line.deputy, term=self.term, level=level, imported_at=self.at)
        if level == line.entry.levels[0]:
            for kind in KINDS:
                setattr(mandate, kind, self.places[kind].get(getattr(line.entry, kind)))
            note = line.entry.note
            mandate.by_election, mandate.elected_on = note.by_election, note.elected_on
            mandate.re_elected = line.seated_before
            for name, value in line.entry.seat.items():
                setattr(mandate, name, value)
            self._set_status(mandate, line)
        return mandate

    def _set_status(self, mandate: Mandate, line: Line) -> None:
        note = line.entry.note
        if note.status != MandateStatus.SERVING:
            mandate.status, mandate.reason = note.status, note.reason
            mandate.status_since = note.since or timezone.localdate(self.at)

    def _status_row(self, mandate: Mandate, before: str, line: Line) -> None:
        self.changes.append(
            MandateStatusChange(
                mandate=mandate,
                from_status=before,
                to_status=mandate.status,
                reason=mandate.reason,
                effective_on=mandate.status_since,
                note=IMPORTED,
                by=self.by,
                at=self.at,
            )
        )

    def _change(self, line: Line) -> None:
        if line.person:
            for name, value in line.person.items():
                setattr(line.deputy, name, value)
            line.deputy.bump(*line.person)
        if line.contact:
            self._change_contact(line)
        mandate = line.mandates.get(line.entry.levels[0])
        if mandate and (line.seat or line.new_status):
            self._change_seat(line, mandate)
        self._add_mandates([(line, level) for level in line.new_levels])
        if line.deputy.user_id and (line.new_status or line.new_levels):
            self._settle(line.deputy, line, mandate)
        told = "；".join(line.entry.report.changes)
        self._note(line.deputy, "deputies.import_change", f"名册导入变更：{told}。"[:500])

    def _settle(self, deputy: Any, line: Line, mandate: Mandate | None) -> None:
        """Few have an account and a changed seat: a query each will do."""
        ended = line.new_status and mandate and mandate.status == MandateStatus.ENDED
        settle_roles(deputy, by=self.by, at=self.at, ended_on=mandate.status_since if ended else None)

    def _change_contact(self, line: Line) -> None:
        contact = DeputyContact.objects.filter(deputy=line.deputy).first() or DeputyContact(deputy=line.deputy)
        for name, value in line.contact.items():
            setattr(contact, name, value)
        contact.save()

    def _change_seat(self, line: Line, mandate: Mandate) -> None:
        fields = list(line.seat)
        for name, value in line.seat.items():
            setattr(mandate, name, self.places[name][value] if name in KINDS else value)
        if line.new_status:
            before = mandate.status
            self._set_status(mandate, line)
            fields += ["status", "reason", "status_since"]
            self._status_row(mandate, before, line)
        mandate.bump(*fields)

    def _note(self, obj: Any, verb: str, summary: str) -> None:
        self.events.append(build(verb, obj, by=self.by, at=self.at, summary=summary))
