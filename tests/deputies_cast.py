"""The seats of the cast's deputies: one congress, its fifth term and session, two delegations, three mandates."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from deputies.models import (
    Area,
    AreaKind,
    Congress,
    Constituency,
    Delegation,
    Deputy,
    DeputyContact,
    DeputyGroup,
    Level,
    Mandate,
    Meeting,
    Sex,
    Term,
)
from foundation.accounts.models import User
from tests.cast import PEOPLE, Cast


class Register(SimpleNamespace):
    """What the register holds: `register.term`, `register.lin` (the mandate of cast.lin), `register.qingshi`…"""

    congress: Congress
    term: Term
    session: Meeting
    qingshi: Delegation
    chengguan: Delegation
    group: DeputyGroup
    constituency: Constituency
    lin: Mandate
    zhou: Mandate
    deng: Mandate


def seat(cast: Cast) -> Register:
    """Writes the register of the cast: lin and deng sit in 青石镇, zhou in 城关街道."""
    register = Register()
    _frame(register, cast)
    people = {"lin": (register.qingshi, Sex.FEMALE), "deng": (register.qingshi, Sex.FEMALE)}
    people["zhou"] = (register.chengguan, Sex.MALE)
    for key, (delegation, sex) in people.items():
        setattr(register, key, add_mandate(register, PEOPLE[key][0], delegation, user=getattr(cast, key), sex=sex))
    return register


def add_mandate(
    register: Register,
    name: str,
    delegation: Delegation | None,
    *,
    user: User | None = None,
    level: str = Level.DISTRICT,
    phone: str = "",
    **fields: object,
) -> Mandate:
    """A further deputy with a mandate in the register's term; `fields` go to the person."""
    deputy = Deputy.objects.create(name=name, user=user, birth_month=date(1978, 4, 1), **fields)
    DeputyContact.objects.create(deputy=deputy, phone=phone or (user.phone if user else ""))
    group = register.group if delegation == register.qingshi else None
    return Mandate.objects.create(deputy=deputy, term=register.term, level=level, delegation=delegation, group=group)


def _frame(register: Register, cast: Cast) -> None:
    district = Area.objects.create(name="示范区", kind=AreaKind.DISTRICT)
    township = Area.objects.create(name="青石镇", kind=AreaKind.TOWNSHIP, parent=district, organisation=cast.township)
    street = Area.objects.create(name="城关街道", kind=AreaKind.STREET, parent=district, organisation=cast.street)
    register.congress = Congress.objects.create(
        name="示范区人民代表大会", short_name="区人大", level=Level.DISTRICT, area=district, is_home=True
    )
    register.term = Term.objects.create(
        congress=register.congress, number=5, starts_on=date(2022, 1, 10), is_current=True
    )
    register.session = Meeting.objects.create(
        term=register.term,
        number=5,
        opens_on=date(2026, 1, 12),
        closes_on=date(2026, 1, 15),
        motion_cutoff_at=datetime(2026, 1, 14, 12, tzinfo=ZoneInfo("Asia/Shanghai")),
    )
    register.qingshi = Delegation.objects.create(term=register.term, name="青石镇", area=township, order=1)
    register.chengguan = Delegation.objects.create(term=register.term, name="城关街道", area=street, order=2)
    register.group = DeputyGroup.objects.create(
        term=register.term, name="青石镇第一代表小组", delegation=register.qingshi
    )
    register.constituency = Constituency.objects.create(term=register.term, name="第1选区", area=township)
