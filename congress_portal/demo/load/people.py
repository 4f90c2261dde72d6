"""The people and bodies of the large district: the demonstration's own, and as many more as are wanted."""

from datetime import date, timedelta
from itertools import islice

from django.contrib.auth.hashers import make_password

from congress_portal.demo import district
from congress_portal.demo.names import names
from congress_portal.demo.signins import PASSWORD
from deputies.models import Congress, Delegation, Deputy, DeputyContact, Level, Mandate, Sex, Term
from deputies.models.contact import phone_hash
from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.pinyin import person_key, title_key
from foundation.accounts.roles import OrganisationKind, Role

# After 示范区; with those of the demonstration about as many as a district really has.
MORE_UNITS = (
    *("工业和信息化局", "公安分局", "人力资源和社会保障局", "自然资源和规划分局", "商务局", "审计局", "统计局"),
    *("退役军人事务局", "信访局", "医疗保障局", "林业局", "数据资源局", "机关事务服务中心", "残疾人联合会"),
    *("税务局", "气象局", "消防救援大队", "交通警察大队", "公积金管理部", "文物保护中心", "石桥镇人民政府"),
    *("柳林镇人民政府", "河口镇人民政府", "青山乡人民政府", "东湖街道办事处", "城关街道办事处"),
)
POSTS = ((Role.UNIT_OFFICER, "经办人", "jingban"), (Role.UNIT_HEAD, "负责人", "fuze"))
MOST_DEPUTIES = 5000
OTHER_HOME = "这里已有另一个区县的数据。make_load 只用于空库或者演示库，请换一个数据库。"


class NotHere(Exception):
    """The database holds somebody else's congress; the message says so in Chinese."""


# Of twenty deputies of four levels so many sit at each, as in a district that keeps the register of them all.
LEVELS: dict[int, tuple[tuple[str, int], ...]] = {
    1: ((Level.DISTRICT, 20),),
    2: ((Level.DISTRICT, 8), (Level.TOWNSHIP, 12)),
    3: ((Level.CITY, 2), (Level.DISTRICT, 7), (Level.TOWNSHIP, 11)),
    4: ((Level.PROVINCE, 1), (Level.CITY, 2), (Level.DISTRICT, 6), (Level.TOWNSHIP, 11)),
}


def seat(day: date, wanted: int, seed: int, levels: int = 1) -> None:
    """The demonstration district, and deputies until there are `wanted` seats; those there already stay."""
    if not district.exists():
        if Congress.objects.filter(is_home=True).exists():
            raise NotHere(OTHER_HOME)
        district.build(day)
    term = Term.objects.current()
    taken = (Mandate.objects.at_home() if levels == 1 else Mandate.objects.filter(term=term)).count()
    known = set(Deputy.objects.values_list("name", flat=True))
    fresh = (name for name in names(f"deputies {seed}") if name not in known)
    chosen = list(islice(fresh, max(0, wanted - taken)))
    users = _users([(f"fz{taken + place:04d}", name) for place, name in enumerate(chosen, 1)])
    Membership.objects.bulk_create(
        Membership(user=user, role=Role.DEPUTY, from_date=term.starts_on or day) for user in users
    )
    _seats(term, users, taken, [level for level, share in LEVELS[levels] for _ in range(share)])


def staff(day: date, seed: int) -> None:
    """The other handling units, each with an officer and a head."""
    known = set(Organisation.objects.values_list("name", flat=True))
    missing = [f"示范区{name}" for name in MORE_UNITS if f"示范区{name}" not in known]
    units = Organisation.objects.bulk_create(
        Organisation(name=name, short_name=name.replace("示范", ""), kind=_kind(name), pinyin_key=title_key(name))
        for name in missing
    )
    fresh, posts = names(f"units {seed}"), [(unit, post) for unit in units for post in POSTS]
    users = _users([(f"dw{unit.pk}-{name}", next(fresh)) for unit, (_, _, name) in posts])
    since = day - timedelta(days=366 * 5)
    Membership.objects.bulk_create(
        Membership(user=user, organisation=unit, role=role, title=title, from_date=since)
        for user, (unit, (role, title, _)) in zip(users, posts, strict=True)
    )


def _kind(name: str) -> str:
    return OrganisationKind.PARTY_BODY if name.endswith("联合会") else OrganisationKind.HANDLING_UNIT


def _users(people: list[tuple[str, str]]) -> list[User]:
    password = make_password(PASSWORD)
    return User.objects.bulk_create(
        User(username=username, name=name, pinyin_key=person_key(name), password=password) for username, name in people
    )


def _seats(term: Term, users: list[User], taken: int, levels: list[str]) -> None:
    delegations = list(Delegation.objects.filter(term=term))
    deputies = Deputy.objects.bulk_create(_deputy(user, taken + place) for place, user in enumerate(users, 1))
    DeputyContact.objects.bulk_create(_contact(deputy, taken + place) for place, deputy in enumerate(deputies, 1))
    Mandate.objects.bulk_create(
        Mandate(
            deputy=deputy,
            term=term,
            level=levels[place % len(levels)],
            delegation=delegations[place % len(delegations)],
        )
        for place, deputy in enumerate(deputies)
    )


def _deputy(user: User, number: int) -> Deputy:
    deputy = Deputy(
        name=user.name,
        user=user,
        sex=Sex.FEMALE if number % 3 == 0 else Sex.MALE,
        ethnic_group="汉族" if number % 7 else "土家族",
        birth_month=date(1960 + number % 38, number % 12 + 1, 1),
        party=district.PARTIES[number % len(district.PARTIES)],
        occupation=district.BLOCKS[number % len(district.BLOCKS)],
        certificate_no=f"SFZ{number:05d}",
    )
    deputy.set_pinyin()
    return deputy


def _contact(deputy: Deputy, number: int) -> DeputyContact:
    phone = f"1008{number:07d}"
    return DeputyContact(deputy=deputy, phone=phone, phone_hash=phone_hash(phone))
