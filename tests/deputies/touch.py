"""Keeping in touch, for tests: luo contacts lin since the beginning of the year."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Circle, CircleMatter, CircleMember, ContactVisit, MemberContact, VoterContact, VoterVisit
from deputies.transitions.circles import ask_circle
from deputies.transitions.contact_visits import record_visit
from deputies.transitions.member_contacts import assign_contacts
from deputies.transitions.voters import keep_voter, record_voter_visit

NOW = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
BASIS = "主任会议2026年第一次会议决定"
NAME, PHONE = "吕春花", "13900001234"


def arranged(cast: Any, register: Any, *names: str, **changes: Any) -> list[MemberContact]:
    """luo contacts these deputies, lin without any name."""
    deputies = [getattr(register, name).deputy for name in names or ("lin",)]
    facts = {"member": cast.luo, "from_date": date(2026, 1, 20), "basis": BASIS, "by": cast.he, "at": NOW}
    return assign_contacts(deputies=deputies, **{**facts, **changes})


def visited(contact: MemberContact, **changes: Any) -> ContactVisit:
    facts = {"by": contact.member, "at": NOW, "on": date(2026, 2, 3), "way": "visit", "words": "了解履职情况。"}
    return record_visit(contact.pk, **{**facts, **changes})


def kept(cast: Any, **changes: Any) -> VoterContact:
    facts = {"by": cast.lin, "at": NOW, "name": NAME, "phone": PHONE, "place": "青石村三组", "agreed": True}
    return keep_voter(**{**facts, **changes})


def met(cast: Any, *voters: VoterContact, **changes: Any) -> VoterVisit:
    facts = {"by": cast.lin, "at": NOW, "on": NOW.date(), "way": "visit", "voters": voters, "words": "希望修水渠。"}
    return record_voter_visit(**{**facts, **changes})


def circle_of(register: Any, *names: str) -> Circle:
    """The circle for health with these deputies in it."""
    circle = Circle.objects.create(term=register.term, name="教科文卫小组", field="教育、卫生、文化")
    since = date(2026, 1, 20)
    for name in names:
        CircleMember.objects.create(circle=circle, deputy=getattr(register, name).deputy, from_date=since)
    return circle


def asked(cast: Any, circle: Circle, **changes: Any) -> CircleMatter:
    """lin asks about the village clinic."""
    facts = {"title": "村卫生室怎样达标", "text": "三个村的卫生室设备陈旧。", "wanted_on": date(2026, 3, 20)}
    return ask_circle(circle.pk, **{"by": cast.lin, "at": NOW, **facts, **changes})
