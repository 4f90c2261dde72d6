"""What is told of letters as they pass from hand to hand. No message names the writer or quotes the letter."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from liaison_stations.models import Letter
from liaison_stations.notices.letters import keepers_of
from liaison_stations.notices.matrix import tell
from liaison_stations.querysets.letters import UNIT_SIDE


def letter_ended(letter: Letter, *, by: Any, at: datetime) -> None:
    """Not taken up, or shown another door: whoever runs the letter."""
    title = f"来信{letter.get_state_display()}：{letter}"
    tell("letter_ended", runners(letter, at), letter, title, by=by, at=at, body=f"理由：{letter.ground}。")


def letter_given(letter: Letter, *, by: Any, at: datetime) -> None:
    """The deputy."""
    body = "请登录查看并答复来信人；不由您答复的，请退回并写明理由。"
    tell("letter_given", [letter.deputy.user_id], letter, f"有群众来信请您答复：{letter}", by=by, at=at, body=body)


def letter_handed_back(letter: Letter, deputy: Any, in_person: bool, *, by: Any, at: datetime) -> None:
    """Whoever runs the letter; the deputy it was taken from."""
    if in_person:
        title = f"{deputy.name}代表退回来信，请另行交办：{letter}"
        tell("letter_handed_back", runners(letter, at), letter, title, by=by, at=at)
    elif deputy.user_id:
        title = f"来信已收回，不需再答复：{letter}"
        tell("letter_taken_back", [deputy.user_id], letter, title, by=by, at=at, url="/stations/letters/")


def letter_transferred(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever acts for the body."""
    body = "请办理后在系统中报送答复；不属于本单位职责的，请及时退回。"
    tell("letter_transferred", _unit(letter.unit, at), letter, f"交办群众来信：{letter}", by=by, at=at, body=body)


def letter_returned(letter: Letter, unit: Organisation | None, by_unit: bool, *, by: Any, at: datetime) -> None:
    """Whoever runs the letter; the body it was taken from."""
    if by_unit:
        title = f"{unit}退回来信，请另行交办：{letter}"
        tell("letter_returned", runners(letter, at), letter, title, by=by, at=at)
    else:
        title = f"来信已收回，不需再办理：{letter}"
        tell("letter_taken_back", _unit(unit, at), letter, title, by=by, at=at, url="/stations/letters/")


def letter_replied(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever runs the letter, and answers the writer."""
    body = "请核对后答复来信人，或者退回重办。"
    title = f"{letter.unit}已报送来信答复：{letter}"
    tell("letter_replied", runners(letter, at), letter, title, by=by, at=at, body=body)


def letter_bounced(letter: Letter, *, by: Any, at: datetime) -> None:
    body = "请按退回意见补充后重新报送。"
    tell("letter_bounced", _unit(letter.unit, at), letter, f"来信答复退回修改：{letter}", by=by, at=at, body=body)


def letter_delay_asked(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever runs the letter."""
    body = "同意的，请办理延期；不同意的，请写明理由。"
    title = f"{letter.unit}申请来信延期：{letter}"
    tell("letter_delay_asked", runners(letter, at), letter, title, by=by, at=at, body=body)


def letter_delay_refused(letter: Letter, *, by: Any, at: datetime) -> None:
    body = "请在原期限内报送答复。"
    title = f"来信延期未获同意：{letter}"
    tell("letter_delay_refused", _unit(letter.unit, at), letter, title, by=by, at=at, body=body)


def letter_extended(letter: Letter, until: date, *, by: Any, at: datetime) -> None:
    title = f"来信办理期限延至{date_text(until)}：{letter}"
    tell("letter_extended", _unit(letter.unit, at), letter, title, by=by, at=at)


def letter_answered(letter: Letter, *, by: Any, at: datetime) -> None:
    """The keepers; the deputy it was written to, who knows now what his voter was told."""
    people = {*keepers_of(letter, timezone.localdate(at))}
    people |= {deputy.user_id for deputy in (letter.deputy, letter.to_deputy) if deputy and deputy.user_id}
    tell("letter_answered", people, letter, f"来信已答复：{letter}", by=by, at=at)


def letter_published(letter: Letter, *, by: Any, at: datetime) -> None:
    """The deputy who answered, or the one it was written to."""
    people = {deputy.user_id for deputy in (letter.deputy, letter.to_deputy) if deputy and deputy.user_id}
    tell("letter_published", people, letter, f"来信和答复已公开：{letter}", by=by, at=at)


def letter_unpublished(letter: Letter, reason: str, *, by: Any, at: datetime) -> None:
    clerks = people_with(Role.CLERK, on=timezone.localdate(at))
    tell("letter_unpublished", clerks, letter, f"来信已撤下公开：{letter}", by=by, at=at, body=reason)


def runners(letter: Letter, at: datetime) -> set[int]:
    """The keepers of its station; nobody's where it is for a deputy or a place: then the clerks hear."""
    return keepers_of(letter, timezone.localdate(at))


def _unit(unit: Any, at: datetime) -> Any:
    return people_with(UNIT_SIDE, unit, on=timezone.localdate(at))
