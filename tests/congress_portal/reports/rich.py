"""What no story of the generated years has: converted motions, courts, missing classes, denied talks, extensions."""

from datetime import timedelta
from random import Random

import pgtrigger
from django.db.models import F

from deputies.models import Meeting
from foundation.accounts.models import Organisation, User
from foundation.accounts.roles import OrganisationKind
from foundation.deadlines.models import Deadline
from suggestions.models import (
    Assignment,
    Commitment,
    ContactRecord,
    Extension,
    KeySupervision,
    Rating,
    Reply,
    ResultClass,
    Round,
    Suggestion,
)
from suggestions.states import CommitmentState, Ending, Grade, KeyState, Origin, Phase, SuggestionState

KINDS = (
    OrganisationKind.COURT,
    OrganisationKind.PROCURATORATE,
    OrganisationKind.SUPERVISION_COMMISSION,
    OrganisationKind.PARTY_BODY,
)


def enrich(seed: int) -> None:
    """Changes rows past every guard, as an import or an earlier program might have left them."""
    random = Random(seed)
    with pgtrigger.ignore():
        _papers(random)
        _bodies()
        _words(random)
        _clocks(random)
        _promises(random)
        _taken_apart(random)


def _some(random: Random, rows, share: float) -> list[int]:
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return random.sample(keys, max(2, int(len(keys) * share)))


def _papers(random: Random) -> None:
    cases = Suggestion.objects.exclude(registered_at=None)
    cases.filter(pk__in=_some(random, cases, 0.08)).update(origin=Origin.CONVERTED_MOTION)
    cases.filter(pk__in=_some(random, cases, 0.02)).update(category=None)
    cases.filter(pk__in=_some(random, cases, 0.02)).update(delegation=None)
    cases.filter(pk__in=_some(random, cases, 0.06)).update(is_key=True)
    _supervised(random, cases)
    cases.filter(pk__in=_some(random, cases, 0.03)).update(
        state=SuggestionState.WITHDRAWN, withdrawn_at=F("registered_at") + timedelta(days=9)
    )


def _taken_apart(random: Random) -> None:
    """Some papers became several, which count in their place; of some all parts were answered."""
    cases = Suggestion.objects.exclude(registered_at=None).exclude(state=SuggestionState.WITHDRAWN)
    keys = _some(random, cases, 0.03)
    cases.filter(pk__in=keys[::2]).update(state=SuggestionState.SPLIT)
    cases.filter(pk__in=keys[1::2]).update(state=SuggestionState.CLOSED, ending=Ending.SPLIT)


def _supervised(random: Random, cases) -> None:
    """Some of the key items were chosen with leaders on both sides, some were taken off again."""
    leader, meeting = User.objects.get(username="zhuren"), Meeting.objects.first()
    committee = Organisation.objects.filter(kind=OrganisationKind.SC_COMMITTEE).first()
    for number, case in enumerate(cases.filter(is_key=True).order_by("pk")):
        removed = {"state": KeyState.REMOVED, "removal_reason": "已解决。"} if number % 4 == 0 else {}
        KeySupervision.objects.create(
            suggestion=case,
            year=case.registered_at.year,
            meeting=meeting,
            leader=leader,
            government_leader=f"副区长{number}",
            committee=committee,
            chosen_by=leader,
            chosen_at=case.registered_at,
            **removed,
        )


def _bodies() -> None:
    units = Organisation.objects.filter(assignments__isnull=False).distinct().order_by("pk")
    for unit, kind in zip(list(units)[:4], KINDS, strict=True):
        Organisation.objects.filter(pk=unit.pk).update(kind=kind)


def _words(random: Random) -> None:
    replies = Reply.objects.delivered()
    replies.filter(pk__in=_some(random, replies, 0.04)).update(result_class=None, imported_at=F("delivered_at"))
    last = ResultClass.objects.get(code="D")
    replies.filter(pk__in=_some(random, replies, 0.05)).update(result_class=last)
    talks = ContactRecord.objects.all()
    talks.filter(pk__in=_some(random, talks, 0.1)).update(confirmed=False, answer_note="没有联系过。")
    for phase in (Phase.DURING, Phase.AFTER):
        talks.filter(pk__in=_some(random, talks, 0.2)).update(phase=phase)
    rated = Rating.objects.filter(result=Grade.DISSATISFIED)
    rated.filter(pk__in=_some(random, rated, 0.4)).update(attitude=Grade.DISSATISFIED)
    second = Rating.objects.filter(round__number=2)
    silent = list(second.filter(pk__in=_some(random, second, 0.3)).values_list("round", flat=True))
    second.filter(round__in=silent).delete()
    Round.objects.filter(pk__in=silent[::2]).update(not_stated=True)
    second.filter(pk__in=_some(random, second, 0.3)).update(attitude=Grade.BASICALLY, result=Grade.BASICALLY)
    second.filter(pk__in=_some(random, second, 0.3)).update(
        attitude=Grade.DISSATISFIED, result=Grade.DISSATISFIED, reason="仍未解决。"
    )
    Reply.objects.filter(pk__in=_some(random, replies.filter(round__number=2), 0.5)).update(result_class=last)


def _clocks(random: Random) -> None:
    clocks = Deadline.objects.filter(kind="reply")
    for key in _some(random, clocks, 0.03):
        clock = clocks.get(pk=key)
        clocks.filter(pk=key).update(cancelled_at=clock.started_at, met_on=None, met_at=None)
    clocks.filter(pk__in=_some(random, clocks.filter(met_on=None, cancelled_at=None), 0.2)).update(
        kind="reply_difficult"
    )
    running = clocks.filter(met_on=None, cancelled_at=None)
    running.filter(pk__in=_some(random, running, 0.3)).update(due_on=F("started_on"))
    parts = Assignment.objects.active().answering().filter(extensions=None)
    for key in _some(random, parts, 0.1):
        part = parts.get(pk=key)
        for accepted in random.choice(((True,), (False,), (None,), (False, True), (False, None))):
            _extension(part, accepted)


def _extension(part: Assignment, accepted: bool | None) -> None:
    decided = part.assigned_at if accepted is not None else None
    until = part.assigned_on + timedelta(days=150)
    Extension.objects.create(
        assignment=part,
        reason="需与上级部门衔接。",
        until=until,
        requested_by=part.assigned_by,
        requested_at=part.assigned_at,
        accepted=accepted,
        decided_at=decided,
        granted_until=until if accepted else None,
    )


def _promises(random: Random) -> None:
    rows = Commitment.objects.all()
    rows.filter(pk__in=_some(random, rows, 0.1)).update(state=CommitmentState.DROPPED)
    kept = rows.filter(state=CommitmentState.FULFILLED)
    kept.filter(pk__in=_some(random, kept, 0.4)).update(
        upgraded_to=ResultClass.objects.get(code="A"), upgraded_at=F("confirmed_at")
    )
    opened = rows.filter(state=CommitmentState.OPEN)
    rows.filter(pk__in=_some(random, opened, 0.3)).update(state=CommitmentState.REPORTED)
    rows.filter(pk__in=_some(random, opened, 0.4)).update(due_on=F("made_at__date"))
