"""What becomes of a ballot when the matter it is about is put off, withdrawn or changed."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from foundation.workflow import Refused
from supervision.models import Ballot
from supervision.states.ballots import ENDED, BallotState
from supervision.transitions.ballots import cancel_ballot

VOTING = "正在表决，请先在表决页面办完（公布结果或者宣布无效），再办理这一事项。"


def call_off(subject: Model, reason: str, *, by: Any, at: datetime) -> None:
    """Cancels what is only planned and tells its roll why; refused while papers are out."""
    for ballot in refuse_while_voting(subject):
        cancel_ballot(ballot.pk, reason=reason, by=by, at=at)


def refuse_while_voting(subject: Model) -> list[Ballot]:
    """Its ballots that are only planned; refused while one is open or waits to be announced."""
    rows = list(Ballot.objects.about(subject).exclude(state__in=ENDED))
    if any(row.state != BallotState.PLANNED for row in rows):
        raise Refused(VOTING, "state")
    return rows
