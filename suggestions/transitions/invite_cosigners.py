from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Mandate
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Cosigner, Suggestion
from suggestions.rules import may_be_invited, may_invite_cosigners
from suggestions.states import SUGGESTION_FLOW, CosignerState
from suggestions.transitions.beats import chinese_day, day_of, move, note, open_suggestion

ANSWERED = (CosignerState.INVITED, CosignerState.CONFIRMED)


@transaction.atomic
def invite_cosigners(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, mandates: Iterable[Mandate | int], until: date
) -> Suggestion:
    """The lead asks other deputies of his congress to sign along, until a day he names (F12).

    Refused for deputies of another congress, whose mandate is not exercised, or who are on the list already; each of
    those invited hears of it.
    """
    suggestion = open_suggestion(pk, version)
    may_invite_cosigners(by, suggestion, on=day_of(at)).require()
    if until < day_of(at):
        raise Refused("联名答复日期不能早于今天，请重新填写。", "input", field="until")
    invited = [_invite(suggestion, mandate, at) for mandate in _mandates(mandates)]
    suggestion.cosign_until = until
    move(suggestion, SUGGESTION_FLOW, "invite_cosigners", "cosign_until")
    names = "、".join(str(row.mandate.deputy) for row in invited)
    note("invite_cosigners", suggestion, f"邀请{names}联名，请于{chinese_day(until)}前答复。", by=by, at=at)
    for row in invited:
        notices.cosign_asked(row, by=by, at=at)
    return suggestion


def _mandates(wanted: Iterable[Mandate | int]) -> list[Mandate]:
    keys = [getattr(mandate, "pk", mandate) for mandate in wanted]
    if not keys:
        raise Refused("请至少选择一位代表。", "input", field="mandates")
    return list(Mandate.objects.filter(pk__in=keys).select_related("deputy").order_by("pk"))


def _invite(suggestion: Suggestion, mandate: Mandate, at: datetime) -> Cosigner:
    may_be_invited(suggestion, mandate, on=day_of(at)).require()
    row = suggestion.cosigners.filter(mandate=mandate).first()
    if row and row.state in ANSWERED:
        raise Refused(f"{mandate.deputy}代表已在联名名单中，请勿重复邀请。", "input", field="mandates")
    if row is None:
        row = Cosigner(suggestion=suggestion, mandate=mandate, times_asked=0)
    row.state, row.invited_at, row.answered_at, row.reason = CosignerState.INVITED, at, None, ""
    row.times_asked += 1
    row.save()
    row.suggestion = suggestion
    return row
