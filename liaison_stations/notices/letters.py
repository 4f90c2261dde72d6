"""What is told of letters, to whoever works on them. No message names the writer or quotes the letter."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from liaison_stations.models import Letter
from liaison_stations.notices.matrix import tell
from liaison_stations.querysets.letters import UNIT_SIDE
from liaison_stations.states.letter import LetterState


def letter_posted(letter: Letter, *, by: Any, at: datetime) -> None:
    """The keepers of the station it is for, else the clerks; once a day, the queue tells the rest."""
    on = timezone.localdate(at)
    body = "请在时限内审查：受理、告知其他渠道或者不予受理。今天其他新来信见待办。"
    cause = f"{on:%Y%m%d}:{letter.to_station_id or 0}"
    tell("letter_posted", keepers_of(letter, on), letter, "有新的群众来信待审", by=by, at=at, body=body, cause=cause)


def letter_word(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever has the letter on his desk."""
    people = _on_whose_desk(letter, timezone.localdate(at))
    tell("letter_word", people, letter, f"来信人补充了情况：{letter}", by=by, at=at)


def letter_rated(letter: Letter, *, by: Any, at: datetime) -> None:
    """The station's keepers and whoever answered."""
    people = {*keepers_of(letter, timezone.localdate(at)), _deputy(letter)}
    tell("letter_rated", people, letter, f"来信人评价{letter.rating}分：{letter}", by=by, at=at)


def letter_reopened(letter: Letter, *, by: Any, at: datetime) -> None:
    """The head of the station, its keepers, and the deputy who had answered (F57)."""
    people = {*keepers_of(letter, timezone.localdate(at)), _deputy(letter)}
    if letter.to_station_id:
        people.add(letter.to_station.head_id)
    title, body = f"来信人表示没有解决：{letter}", "请查看来信人写明的问题，重新交代表答复或者交单位办理。"
    tell("letter_reopened", people, letter, title, by=by, at=at, body=body)


def letter_back(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever looks after it: its suggestion was not filed or was withdrawn, and the writer still waits."""
    people = keepers_of(letter, timezone.localdate(at))
    title, body = f"来信写入的建议没有结果：{letter}", "请重新交代表答复或者交单位办理，并告知来信人。"
    tell("letter_back", people, letter, title, by=by, at=at, body=body)


def letter_writer_gone(letter: Letter, *, by: Any, at: datetime) -> None:
    """Whoever has the letter on his desk: he can no longer call."""
    people, body = _on_whose_desk(letter, timezone.localdate(at)), "办理情况请在系统中答复，来信人凭查询码查看。"
    tell("letter_writer_gone", people, letter, f"来信人已删除联系方式：{letter}", by=by, at=at, body=body)


def letter_not_public(letter: Letter, *, by: Any, at: datetime) -> None:
    """The clerks, who take a public copy down."""
    clerks = people_with(Role.CLERK, on=timezone.localdate(at))
    title, body = f"来信人不再同意公开：{letter}", "已经公开的，请立即撤下。"
    tell("letter_not_public", clerks, letter, title, by=by, at=at, body=body)


def letter_erasure_asked(letter: Letter, *, by: Any, at: datetime) -> None:
    """The clerks, who decide."""
    clerks = people_with(Role.CLERK, on=timezone.localdate(at))
    body = "已办结的，请按规定删除；还在办理的，请先办结，并向来信人说明。"
    tell("letter_erasure_asked", clerks, letter, f"来信人申请删除来信：{letter}", by=by, at=at, body=body)


def keepers_of(letter: Letter, on: date) -> set[int]:
    """Keys of the people who keep the station it is for; nobody's where it is for a deputy or a place."""
    if letter.to_station_id is None:
        return set()
    kept = letter.to_station.keepers.active_on(on).filter(user__is_active=True)
    return set(kept.values_list("user", flat=True))


def _on_whose_desk(letter: Letter, on: date) -> set[int | None]:
    if letter.state == LetterState.WITH_DEPUTY:
        return {_deputy(letter)}
    if letter.state == LetterState.WITH_UNIT:
        return set(people_with(UNIT_SIDE, letter.unit_id, on=on).values_list("pk", flat=True))
    return {*keepers_of(letter, on)}


def _deputy(letter: Letter) -> int | None:
    return letter.deputy.user_id if letter.deputy_id else None
