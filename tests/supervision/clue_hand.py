"""A clue for tests: fang registers, he examines, zhao approves, fang hands it over to the commission."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from supervision.models import Clue, ClueReader
from supervision.transitions import clue_handing, clue_readers, clues

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
SUMMARY, TEXT, PERSONS = "违规发包密线索号", "标段拆分密线索号，规避招标。", "贾甲，某公司经理\n易乙丙，某局科长"


def named(cast: Any, user: Any, duty: str = "handle", *, at: datetime = AT, **facts: Any) -> ClueReader:
    known = {"reason": "主任会议分工", "from_date": at.date(), **facts}
    return clue_readers.name_reader(user=user, duty=duty, by=cast.zhao, at=at, **known)


def staff(cast: Any, *, at: datetime = AT) -> None:
    """fang and he handle, luo reads."""
    named(cast, cast.fang, at=at)
    named(cast, cast.he, at=at)
    named(cast, cast.luo, "read", at=at)


def registered(cast: Any, *, at: datetime = AT, **facts: Any) -> Clue:
    known = {"origin": "other", "summary": SUMMARY, "text": TEXT, "persons": PERSONS, **facts}
    return clues.register_clue(by=cast.fang, at=at, **known)


def examined(cast: Any, clue: Clue | None = None, *, at: datetime = AT) -> Clue:
    row = clue or registered(cast, at=at)
    return clues.examine_clue(row.pk, proposes_handing=True, text="情节具体。", by=cast.he, at=at)


def approved(cast: Any, clue: Clue | None = None, *, at: datetime = AT) -> Clue:
    return clues.approve_clue(examined(cast, clue, at=at).pk, by=cast.zhao, at=at)


def handed(cast: Any, *, at: datetime = AT, number: str = "示人常函〔2026〕5号") -> Clue:
    facts = {"recipient": commission(), "document_number": number, "handed_on": at.date()}
    return clue_handing.hand_clue(approved(cast, at=at).pk, by=cast.fang, at=at, **facts)


def received(cast: Any, *, at: datetime = AT, on: date | None = None) -> Clue:
    later = at + timedelta(days=1)
    facts = {"received_on": on or later.date(), "receipt_number": "监回〔2026〕1号", "receiver": "辛签"}
    return clue_handing.receive_clue(handed(cast, at=at).pk, by=cast.fang, at=later, **facts)


def commission() -> Organisation:
    kind = OrganisationKind.SUPERVISION_COMMISSION
    return Organisation.objects.get_or_create(name="示范区监察委员会", short_name="区监委", kind=kind)[0]
