"""What is told of opinions of street congresses."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.rules import ANSWERING
from foundation.accounts.models import Organisation
from foundation.accounts.people import people_with
from liaison_stations.models import CouncilOpinion
from liaison_stations.notices.deliberations import keepers_of_station
from liaison_stations.notices.matrix import tell
from liaison_stations.notices.street import conveners_of


def conveners(opinion: CouncilOpinion, at: datetime) -> set[int]:
    """Who hands it over and tells back: the street and the office, or whoever keeps the station."""
    if opinion.congress:
        return conveners_of(opinion.congress, at)
    return keepers_of_station(opinion.deliberation.station, timezone.localdate(at))


def opinion_raised(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    title, body = f"议事意见待交办：{opinion}", f"{opinion.raised_by}提出。"
    tell("council_raised", conveners(opinion, at), opinion, title, by=by, at=at, body=body)


def opinion_handed(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    """Whoever acts for the body; a member who is a deputy knows where it went."""
    _body("council_handed", opinion, opinion.body, f"交来议事意见，请答复：{opinion}", opinion.hand_note, by, at)
    title = f"您的议事意见已交{opinion.body}：{opinion}"
    _member("council_moved", opinion, title, "", by=by, at=at)


def opinion_recalled(opinion: CouncilOpinion, body: Organisation | None, reason: str, *, by: Any, at: datetime) -> None:
    _body("council_recalled", opinion, body, f"议事意见已收回，不需再答复：{opinion}", reason, by, at)


def opinion_answered(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    title, body = f"{opinion.body}已答复议事意见：{opinion}", "请核对后向提出人反馈。"
    tell("council_answered", conveners(opinion, at), opinion, title, by=by, at=at, body=body)


def opinion_returned(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    title = f"议事意见的答复退回，请重新答复：{opinion}"
    _body("council_returned", opinion, opinion.body, title, opinion.return_reason, by, at)


def opinion_closed(opinion: CouncilOpinion, *, by: Any, at: datetime) -> None:
    """The member; the body that answered, so that it knows what came of its answer."""
    _member("council_closed", opinion, f"议事意见办理结果：{opinion}", opinion.outcome, by=by, at=at)
    if opinion.body_id:
        _body("council_told", opinion, opinion.body, f"议事意见已反馈：{opinion}", opinion.outcome, by, at)


def _member(event: str, opinion: CouncilOpinion, title: str, body: str, *, by: Any, at: datetime) -> None:
    deputy = opinion.member.deputy if opinion.member else None
    if deputy and deputy.user_id:
        tell(event, [deputy.user_id], opinion, title, by=by, at=at, body=body)


def _body(
    event: str, opinion: CouncilOpinion, body: Organisation | None, title: str, words: str, by: Any, at: datetime
) -> None:
    people = people_with(ANSWERING, body, on=timezone.localdate(at))
    tell(event, people, opinion, title, by=by, at=at, body=words)
