"""Keeping in touch in the world of the walk: luo contacts lin, who raised something."""

from datetime import datetime, timedelta
from typing import Any

from deputies.models import Circle, CircleMember, Meeting
from deputies.transitions.circles import ask_circle
from deputies.transitions.contact_visits import record_visit
from deputies.transitions.member_contacts import assign_contacts
from deputies.transitions.receptions import open_reception, sign_up
from deputies.transitions.sit_ins import apply_sit_in
from deputies.transitions.voters import keep_voter, record_voter_visit
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE


def tell(world: World, at: datetime) -> None:
    cast, register = world.cast, world.register
    facts = {"member": cast.luo, "deputies": [register.lin.deputy], "from_date": at.date(), "basis": "主任会议决定"}
    (contact,) = assign_contacts(by=cast.he, at=at, **facts)
    said = {"on": at.date(), "way": "visit", "words": "了解履职情况。", "raised": "村口公交班次太少。"}
    world.rows["member-contact"] = contact
    world.rows["contact-visit"] = record_visit(contact.pk, by=cast.luo, at=at, **said)
    voter = keep_voter(by=cast.lin, at=at, name="吕春花", phone="13900001234", agreed=True)
    met = {"on": at.date(), "way": "visit", "voters": [voter], "words": "希望修水渠。"}
    world.rows["voter"], world.rows["voter-visit"] = voter, record_voter_visit(by=cast.lin, at=at, **met)
    circle = Circle.objects.create(term=register.term, name="教科文卫小组", field="教育、卫生、文化")
    for seat in (register.zhou, register.deng):
        CircleMember.objects.create(circle=circle, deputy=seat.deputy, from_date=at.date())
    asked = {"title": "村卫生室怎样达标", "text": "设备陈旧。", "wanted_on": at.date() + timedelta(days=10)}
    world.rows["circle"] = circle
    world.rows["circle-matter"] = ask_circle(circle.pk, by=cast.lin, at=at, **asked)
    starts = at + timedelta(days=30)
    held: dict[str, Any] = {
        "place": "人大机关会议室",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "seats": 5,
    }
    until = at.date() + timedelta(days=20)
    held |= {"title": "代表接待日", "receivers": [cast.luo], "sign_up_until": until}
    world.rows["free-reception"] = open_reception(by=cast.he, at=at, **held)
    day = open_reception(by=cast.he, at=at, **held)
    sign_up(day.pk, by=cast.lin, at=at, text="村口公交班次太少。")
    world.rows["reception"], world.rows["raised"] = day, day.activity.matters.get()
    ahead = Meeting.objects.create(term=register.term, kind="standing_committee", number=88, opens_on=starts.date())
    wish = {"meeting": ahead, "text": "密列席号，关注公交。"}
    world.rows["application"] = apply_sit_in(by=cast.zhou, at=at, **wish)
    world.secrets.append(Secret("密列席号", OFFICE | {"zhao", "qian", "zhou"}))
