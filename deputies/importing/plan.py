"""Which known person each entry is, what changes, and what contradicts another row or the register."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch

from deputies.importing.parse import Entry, ParsedRoster
from deputies.models import Deputy, DeputyContact, Mandate, Term
from deputies.models.contact import phone_hash
from deputies.models.deputy import BirthPrecision
from deputies.states import Level, MandateStatus
from foundation.documents.reading.report import CHANGED, NEW
from foundation.privacy.masking import mask_phone

SEATS_PER_CONSTITUENCY = 3  # 选举法 25


@dataclass
class Line:
    """One entry with the person it belongs to (None: a new one) and the values that differ."""

    entry: Entry
    deputy: Deputy | None = None
    mandates: dict[str, Mandate] = field(default_factory=dict)
    person: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    seat: dict[str, Any] = field(default_factory=dict)
    new_levels: list[Level] = field(default_factory=list)
    new_status: bool = False
    seated_before: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.person or self.contact or self.seat or self.new_levels or self.new_status)


@dataclass
class Known:
    """The register as it stands: this term's seats by name, earlier people by telephone, owners of telephones."""

    seats: dict[str, list[Mandate]]
    former: dict[tuple[str, str], Deputy]
    owners: dict[str, Deputy]


def plan(parsed: ParsedRoster, term: Term) -> list[Line]:
    """A line for every entry; rows that contradict each other or the register are refused in their reports."""
    _refuse_repetitions(parsed.entries)
    known = _known(term, parsed.entries)
    claimed: set[int] = set()
    lines = [_line(entry, known, claimed, term) for entry in parsed.entries]
    _refuse_taken_phones(lines, known)
    _warn_of_crowded_constituencies(parsed.entries)
    return lines


def _refuse_repetitions(entries: Iterable[Entry]) -> None:
    """The same person twice is one fault; the same telephone under two names is another."""
    people: dict[tuple, Entry] = {}
    numbers: dict[str, Entry] = {}
    for entry in entries:
        earlier = people.setdefault(entry.identity, entry) if entry.name else entry
        if earlier is not entry:
            place = f"第{earlier.report.row}行"
            entry.report.error(
                entry.column("name"),
                f"“{entry.name}”与{place}的代表团、姓名、出生年月都相同：重复的请删去一行，确为两人的请核对出生年月。",
            )
            continue
        first = numbers.setdefault(entry.phone, entry) if entry.phone else entry
        if first is not entry:
            entry.report.error(
                entry.column("phone"), f"联系电话与第{first.report.row}行“{first.name}”相同，请核对后改正其中一个。"
            )


def _known(term: Term, entries: list[Entry]) -> Known:
    seats: dict[str, list[Mandate]] = defaultdict(list)
    rows = Mandate.objects.filter(term=term).select_related("deputy__contact", "delegation", "constituency", "group")
    for mandate in rows.order_by("pk"):
        seats[mandate.deputy.name].append(mandate)
    hashes = {phone_hash(entry.phone): entry for entry in entries if entry.phone}
    contacts = DeputyContact.objects.filter(phone_hash__in=hashes).select_related("deputy")
    seated = Prefetch("deputy__mandates", queryset=Mandate.objects.filter(term=term), to_attr="seats_here")
    owners = {contact.phone_hash: contact.deputy for contact in contacts.prefetch_related(seated)}
    former = {(deputy.name, number): deputy for number, deputy in owners.items() if not deputy.seats_here}
    return Known(seats, former, owners)


def _line(entry: Entry, known: Known, claimed: set[int], term: Term) -> Line:
    deputy = _find(entry, known, claimed)
    if deputy is None:
        entry.report.outcome = entry.report.outcome if entry.report.refused else NEW
        return Line(entry)
    claimed.add(deputy.pk)
    line = Line(entry, deputy)
    seats = [mandate for mandate in known.seats.get(entry.name, []) if mandate.deputy_id == deputy.pk]
    line.seated_before = not seats
    line.mandates = _by_level(seats)
    _compare_person(line)
    _compare_seat(line)
    if line.changed and not entry.report.refused:
        entry.report.outcome = CHANGED
    return line


def _find(entry: Entry, known: Known, claimed: set[int]) -> Deputy | None:
    """By name within the delegation; then a person who changed delegation; then one from an earlier term."""
    namesakes = {mandate.deputy_id: mandate for mandate in known.seats.get(entry.name, [])}
    free = [mandate for pk, mandate in namesakes.items() if pk not in claimed]
    near = [mandate for mandate in free if _sits_in(mandate, entry.delegation)]
    chosen = _only(near, entry) or _same_phone(free, entry)
    if chosen:
        return chosen.deputy
    former = known.former.get((entry.name, phone_hash(entry.phone))) if entry.phone else None
    return former if former and former.birth_month == _birth(entry) else None


def _only(near: list[Mandate], entry: Entry) -> Mandate | None:
    """Of two namesakes in one delegation the one born in the same month; a single one is himself unless all differs."""
    same_birth = [mandate for mandate in near if mandate.deputy.birth_month == _birth(entry)]
    if same_birth:
        return same_birth[0]
    alike = [mandate for mandate in near if _phone_of(mandate.deputy) == entry.phone or not _birth(entry)]
    return alike[0] if alike else None


def _same_phone(free: list[Mandate], entry: Entry) -> Mandate | None:
    return next((mandate for mandate in free if entry.phone and _phone_of(mandate.deputy) == entry.phone), None)


def _sits_in(mandate: Mandate, delegation: str) -> bool:
    return bool(mandate.delegation) and mandate.delegation.name == delegation


def _birth(entry: Entry) -> Any:
    return entry.birth.first if entry.birth else None


def _phone_of(deputy: Deputy | None) -> str:
    contact = getattr(deputy, "contact", None)
    return contact.phone if contact else ""


def _by_level(seats: list[Mandate]) -> dict[str, Mandate]:
    """The mandate at each level: the one in force, otherwise the last that ended."""
    ordered = sorted(seats, key=lambda mandate: (mandate.status != MandateStatus.ENDED, mandate.pk))
    return {mandate.level: mandate for mandate in ordered}


def person_values(entry: Entry) -> dict[str, Any]:
    """The person's fields as the file has them; blanks of the file are no values."""
    values = dict(entry.person)
    if entry.birth:
        values["birth_month"] = entry.birth.first
        values["birth_precision"] = BirthPrecision.DAY if entry.birth.has_day else BirthPrecision.MONTH
    return values


def _compare_person(line: Line) -> None:
    deputy, entry = line.deputy, line.entry
    for name, value in person_values(entry).items():
        if getattr(deputy, name) != value:
            line.person[name] = value
            _tell(line, Deputy._meta.get_field(name).verbose_name, shown(getattr(deputy, name)), shown(value))
    contact = getattr(deputy, "contact", None)
    if entry.phone and entry.phone != _phone_of(deputy):
        line.contact["phone"] = entry.phone
        _tell(line, "联系电话", mask_phone(_phone_of(deputy)), mask_phone(entry.phone))
    if entry.email and entry.email != (contact.email if contact else ""):
        line.contact["email"] = entry.email
        line.entry.report.changes.append("电子邮箱有变更")


def _compare_seat(line: Line) -> None:
    entry = line.entry
    line.new_levels = [level for level in entry.levels if level not in line.mandates]
    line.entry.report.changes += [f"增加{level.label}人大代表职务" for level in line.new_levels]
    mandate = line.mandates.get(entry.levels[0])
    if mandate is None:
        return
    for name in ("delegation", "constituency", "group"):
        wanted, present = getattr(entry, name), getattr(mandate, name)
        if wanted and wanted != (present.name if present else ""):
            line.seat[name] = wanted
            _tell(line, Mandate._meta.get_field(name).verbose_name, present and present.name, wanted)
    for name, value in entry.seat.items():
        if getattr(mandate, name) != value:
            line.seat[name] = value
            _tell(line, Mandate._meta.get_field(name).verbose_name, shown(getattr(mandate, name)), shown(value))
    if entry.note.by_election and (mandate.by_election, mandate.elected_on) != (True, entry.note.elected_on):
        line.seat |= {"by_election": True, "elected_on": entry.note.elected_on}
        line.entry.report.changes.append("登记为补选")
    _compare_status(line, mandate)


def _compare_status(line: Line, mandate: Mandate) -> None:
    note, report = line.entry.note, line.entry.report
    if note.status == mandate.status:
        return
    if note.status == MandateStatus.SERVING or mandate.status == MandateStatus.ENDED:
        report.warn(
            line.entry.column("note"),
            f"名册系统中为“{mandate.get_status_display()}”，导入不改变；如有变动请到代表页面办理。",
        )
        return
    line.new_status = True
    _tell(line, "状态", mandate.get_status_display(), note.status.label)


def shown(value: Any) -> Any:
    """Yes and no in words."""
    return ("是" if value else "否") if isinstance(value, bool) else value


def _tell(line: Line, label: Any, before: Any, after: Any) -> None:
    line.entry.report.changes.append(f"{label}：{before or '（空）'}→{getattr(after, 'label', after)}")


def _refuse_taken_phones(lines: list[Line], known: Known) -> None:
    """A telephone that is another deputy's, unless that deputy gives it up in the same file."""
    given_up = {line.deputy.pk for line in lines if line.deputy and "phone" in line.contact}
    for line in lines:
        owner = known.owners.get(phone_hash(line.entry.phone)) if line.entry.phone else None
        own = line.deputy is not None and owner is not None and owner.pk == line.deputy.pk
        if owner and not own and owner.pk not in given_up and not line.entry.report.refused:
            line.entry.report.error(
                line.entry.column("phone"), f"联系电话已登记在“{owner.name}”名下，请核对；确已换号的请先改正原登记。"
            )


def _warn_of_crowded_constituencies(entries: Iterable[Entry]) -> None:
    seated: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.constituency and entry.note.status == MandateStatus.SERVING:
            seated[entry.constituency] += 1
            if seated[entry.constituency] == SEATS_PER_CONSTITUENCY + 1:
                entry.report.warn(
                    entry.column("constituency"),
                    f"“{entry.constituency}”已有三名以上在任代表（选举法第二十五条），请核对。",
                )
