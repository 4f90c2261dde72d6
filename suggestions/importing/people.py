"""Whose names these are: the term's register by name, told apart by the delegation."""

from collections import defaultdict
from datetime import date

from deputies.models import Delegation, Mandate, Term
from deputies.models.delegation import bare_name
from deputies.states import MandateStatus
from foundation.workdays.clock import today
from suggestions.importing.names import Named
from suggestions.importing.parse import Entry

ROSTER_FIRST = "请先导入代表名册（“代表名册”页“导入名册”），或者改正姓名。"


class Register:
    """Every seat of the term at its own level, also those that have ended."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.unknown: set[str] = set()
        self.delegations = {row.name: row for row in Delegation.objects.filter(term=term)}
        self._seats: dict[str, list[Mandate]] = defaultdict(list)
        rows = Mandate.objects.filter(term=term, level=term.level).select_related("deputy", "delegation")
        # A seat in force stands before one that ended, the later before the earlier.
        for seat in sorted(rows, key=lambda row: (row.status == MandateStatus.ENDED, -row.pk)):
            known = self._seats[seat.deputy.name]
            if seat.deputy_id not in {other.deputy_id for other in known}:
                known.append(seat)

    @property
    def is_empty(self) -> bool:
        return not self._seats

    def lead_of(self, entry: Entry) -> Mandate | None:
        """The lead deputy; told at the cell when there is none, or when the delegation is needed to tell two apart."""
        column, name = "lead", entry.lead.name
        namesakes = self._seats.get(name, [])
        if not namesakes:
            self.unknown.add(name)
            entry.error(column, f"代表名册中没有“{name}”：{ROSTER_FIRST}")
            return None
        hint = entry.delegation or entry.lead.hint
        found = self._narrowed(namesakes, hint, entry.days.get("assigned"))
        if found is None:
            entry.error(column, f"名册中有{len(namesakes)}位“{name}”（{_places(namesakes)}），请写明所在代表团。")
            return None
        if hint and _place(found) != hint:
            entry.warn("delegation", f"名册中“{name}”属于{_place(found) or '未编团'}，台账写的是“{hint}”，请核对。")
        return found

    def cosigners_of(self, entry: Entry, lead: Mandate | None) -> list[Mandate]:
        """Those who signed along, each once. A name two deputies bear is left out with a remark unless it is clear."""
        found: dict[int, Mandate] = {}
        for named in entry.cosigners:
            seat = self._cosigner(entry, named, lead)
            if seat and seat.pk in found:
                entry.warn("cosigners", f"“{named.name}”写了两次，只登记一次。")
            elif seat:
                found[seat.pk] = seat
        return list(found.values())

    def _cosigner(self, entry: Entry, named: Named, lead: Mandate | None) -> Mandate | None:
        namesakes = self._seats.get(named.name, [])
        others = [seat for seat in namesakes if not lead or seat.deputy_id != lead.deputy_id]
        if not namesakes:
            entry.error("cosigners", f"代表名册中没有“{named.name}”：{ROSTER_FIRST}")
        elif not others:
            entry.error("cosigners", f"“{named.name}”是领衔代表本人，请从附议代表中删去。")
        else:
            return self._only(entry, named, others)
        return None

    def _only(self, entry: Entry, named: Named, others: list[Mandate]) -> Mandate | None:
        found = self._narrowed(others, named.hint, entry.days.get("assigned"))
        if found is None:
            mend = f"请写成如“{named.name}（{_place(others[0])}）”后再次导入"
            entry.warn(
                "cosigners", f"名册中有{len(others)}位“{named.name}”（{_places(others)}），未登记为附议代表，{mend}。"
            )
        return found

    def _narrowed(self, namesakes: list[Mandate], hint: str, on: date | None) -> Mandate | None:
        """The only one, the one of the delegation, or the one who still had his seat on the day; None when unclear."""
        if len(namesakes) == 1:
            return namesakes[0]
        near = [seat for seat in namesakes if hint and _place(seat) == bare_name(hint)] or namesakes
        if len(near) > 1:
            near = [seat for seat in near if _sat_on(seat, on or today())]
        return near[0] if len(near) == 1 else None


def _sat_on(seat: Mandate, day: date) -> bool:
    return seat.status != MandateStatus.ENDED or (seat.status_since is not None and seat.status_since > day)


def _place(seat: Mandate) -> str:
    return seat.delegation.name if seat.delegation else ""


def _places(seats: list[Mandate]) -> str:
    return "、".join(_place(seat) or "未编团" for seat in seats)
