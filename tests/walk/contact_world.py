"""Keeping in touch in the world of the walk: luo contacts lin, who raised something."""

from datetime import datetime

from deputies.transitions.contact_visits import record_visit
from deputies.transitions.member_contacts import assign_contacts
from deputies.transitions.voters import keep_voter, record_voter_visit
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    cast, register = world.cast, world.register
    facts = {"member": cast.luo, "deputies": [register.lin.deputy], "from_date": at.date(), "basis": "主任会议决定"}
    (contact,) = assign_contacts(by=cast.he, at=at, **facts)
    said = {"on": at.date(), "way": "visit", "words": "了解履职情况。", "raised": "村口公交班次太少。"}
    world.rows["contact"] = contact
    world.rows["contact-visit"] = record_visit(contact.pk, by=cast.luo, at=at, **said)
    voter = keep_voter(by=cast.lin, at=at, name="吕春花", phone="13900001234", agreed=True)
    met = {"on": at.date(), "way": "visit", "voters": [voter], "words": "希望修水渠。"}
    world.rows["voter"], world.rows["voter-visit"] = voter, record_voter_visit(by=cast.lin, at=at, **met)
