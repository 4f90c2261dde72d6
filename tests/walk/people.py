"""Everybody who walks: the cast, and the people the walk needs besides."""

from types import SimpleNamespace

from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from tests.cast import IN_OFFICE_SINCE, PEOPLE, Cast
from tests.deputies_cast import Register, add_mandate

ANONYMOUS = "anonymous"
# name in tests: (name, telephone)
MORE = {
    "tan": ("谭小芸", "13800000051"),
    "head": ("童山", "13800000052"),
    "convener": ("易明", "13800000053"),
    "tao": ("陶家旺", "13800000054"),
}
# Every part in the house has somebody here; the walk fails when a role has nobody.
PERSONAS = (
    ANONYMOUS,
    "lin",  # lead deputy of the first family of papers
    "zhou",  # co-signer
    "deng",  # another deputy of the same congress
    "tan",  # lead deputy of the second family
    "head",  # head of lin's delegation
    "convener",  # convener of lin's group
    "tao",  # deputy of the township's congress
    "he",  # liaison clerk
    "xu",  # another clerk
    "gao",  # committee secretary
    "fang",  # standing committee's committee that supervises the first family
    "cai",  # a committee that supervises something else
    "zhao",  # chair
    "qian",  # vice-chair
    "luo",  # member of the standing committee
    "sun",  # government office
    "feng",  # officer of the lead unit of the first family
    "chen",  # its head
    "wu",  # officer of the unit of the second family
    "zheng",  # its head
    "chu",  # officer of a court
    "wei",  # township clerk
    "jiang",  # station keeper
    "shen",  # system administrator
    "han",  # security administrator
    "yang",  # audit administrator
    "stranger",  # signed in, without any role
)
DEPUTIES = frozenset({"lin", "zhou", "deng", "tan", "head", "convener"})
CLERKS = frozenset({"he", "xu"})
OFFICE = frozenset({*CLERKS, "gao"})
LEADERS = frozenset({"zhao", "qian", "luo"})
STAFF = frozenset({"gao", "shen", "han", "yang"})
SIGNED_IN = frozenset(PERSONAS) - {ANONYMOUS}


def enlist(cast: Cast, register: Register) -> None:
    """Adds the further people and their seats to the cast and to the register."""
    for key, (name, phone) in MORE.items():
        setattr(cast, key, User.objects.create_user(key, "Chunfeng-2026", name=name, phone=phone))
        PLACES[key](cast, register, name)
        _grant(getattr(cast, key), Role.DEPUTY)
    cast.cai = User.objects.create_user("cai", "Chunfeng-2026", name="蔡文", phone="13800000055")
    _grant(cast.cai, Role.COMMITTEE, cast.deputies_committee)
    _grant(cast.head, Role.DELEGATION_HEAD)
    _grant(cast.convener, Role.GROUP_CONVENER)


def _grant(user: User, role: str, organisation: object = None) -> None:
    Membership.objects.create(user=user, role=role, organisation=organisation, from_date=IN_OFFICE_SINCE)
    user.forget_memberships()


def _seat(key: str, delegation: str, **fields: object):
    def place(cast: Cast, register: Register, name: str) -> None:
        seat = add_mandate(register, name, getattr(register, delegation), user=getattr(cast, key), **fields)
        setattr(register, key, seat)

    return place


PLACES = {
    "tan": _seat("tan", "chengguan"),
    "head": _seat("head", "qingshi"),
    "convener": _seat("convener", "qingshi"),
    "tao": _seat("tao", "qingshi", level="township"),
}


def in_the_place_of(cast: Cast, register: Register, lead: str) -> tuple[SimpleNamespace, SimpleNamespace]:
    """The same cast and register with `lead` playing lin's part, so that a road is walked by another deputy."""
    people = SimpleNamespace(**{**vars(cast), "lin": getattr(cast, lead)})
    return people, SimpleNamespace(**{**vars(register), "lin": getattr(register, lead)})


def roles_with_somebody() -> set[str]:
    """The roles held by at least one persona."""
    held = {part[2] for key, part in PEOPLE.items() if key in PERSONAS and part[2]}
    return {str(role) for role in held} | {Role.DELEGATION_HEAD, Role.GROUP_CONVENER}
