"""The named cast every test uses: invented people of an invented district, each with one plain part to play."""

from datetime import date
from types import SimpleNamespace

from django.contrib.auth.hashers import make_password

from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.pinyin import person_key, title_key
from foundation.accounts.roles import OrganisationKind, Role

PASSWORD = "Chunfeng-2026"
IN_OFFICE_SINCE = date(2022, 1, 1)

# name in tests: (name, short name, kind)
ORGANISATIONS = {
    "sc_office": ("示范区人大常委会办公室", "人大办", OrganisationKind.SC_OFFICE),
    "deputies_committee": ("示范区人大常委会代表工作委员会", "代工委", OrganisationKind.SC_COMMITTEE),
    "urban_committee": ("示范区人大常委会城建环资工作委员会", "城建环资工委", OrganisationKind.SC_COMMITTEE),
    "government_office": ("示范区人民政府办公室", "区政府办", OrganisationKind.GOVERNMENT_OFFICE),
    "education": ("示范区教育局", "区教育局", OrganisationKind.HANDLING_UNIT),
    "transport": ("示范区交通运输局", "区交通局", OrganisationKind.HANDLING_UNIT),
    "court": ("示范区人民法院", "区法院", OrganisationKind.COURT),
    "township": ("示范区青石镇人大主席团", "青石镇人大", OrganisationKind.TOWNSHIP_CONGRESS),
    "street": ("示范区人大常委会城关街道工作委员会", "城关人大工委", OrganisationKind.STREET_COMMITTEE),
}

# name in tests: (name, telephone, role, organisation, title)
PEOPLE = {
    "lin": ("林晓梅", "13800000001", Role.DEPUTY, None, ""),
    "zhou": ("周建国", "13800000002", Role.DEPUTY, None, ""),
    "deng": ("邓玉兰", "13800000003", Role.DEPUTY, None, ""),
    "he": ("何敏", "13800000011", Role.CLERK, "deputies_committee", "科员"),
    "xu": ("许静", "13800000012", Role.CLERK, "deputies_committee", "科员"),
    "gao": ("高远", "13800000013", Role.SECRETARY, "deputies_committee", "副主任"),
    "fang": ("方芳", "13800000014", Role.COMMITTEE, "urban_committee", "主任"),
    "zhao": ("赵立新", "13800000015", Role.CHAIR, None, "主任"),
    "qian": ("钱卫东", "13800000016", Role.VICE_CHAIR, None, "副主任"),
    "luo": ("罗平", "13800000017", Role.SC_MEMBER, None, "委员"),
    "sun": ("孙浩", "13800000021", Role.GOVERNMENT_OFFICE, "government_office", "督查科科长"),
    "wu": ("吴倩", "13800000022", Role.UNIT_OFFICER, "education", "办公室主任"),
    "zheng": ("郑强", "13800000023", Role.UNIT_HEAD, "education", "局长"),
    "feng": ("冯磊", "13800000024", Role.UNIT_OFFICER, "transport", "办公室副主任"),
    "chen": ("陈刚", "13800000025", Role.UNIT_HEAD, "transport", "局长"),
    "chu": ("褚明", "13800000026", Role.UNIT_OFFICER, "court", "书记员"),
    "wei": ("卫红", "13800000031", Role.TOWNSHIP_CLERK, "township", "干事"),
    "jiang": ("蒋丽", "13800000032", Role.STATION_KEEPER, "street", ""),
    "shen": ("沈涛", "13800000041", Role.SYSTEM_ADMIN, None, ""),
    "han": ("韩雪", "13800000042", Role.SECURITY_ADMIN, None, ""),
    "yang": ("杨帆", "13800000043", Role.AUDIT_ADMIN, None, ""),
    # Signed in, but nobody's colleague.
    "stranger": ("莫声", "13800000099", None, None, ""),
}


class Cast(SimpleNamespace):
    """`cast.lin`, `cast.education`: people and organisations by their names in tests."""

    lin: User
    zhou: User
    deng: User
    he: User
    xu: User
    gao: User
    fang: User
    zhao: User
    qian: User
    luo: User
    sun: User
    wu: User
    zheng: User
    feng: User
    chen: User
    chu: User
    wei: User
    jiang: User
    shen: User
    han: User
    yang: User
    stranger: User
    sc_office: Organisation
    deputies_committee: Organisation
    urban_committee: Organisation
    government_office: Organisation
    education: Organisation
    transport: Organisation
    court: Organisation
    township: Organisation
    street: Organisation

    def people(self) -> dict[str, User]:
        """Everybody with an account, by name in tests."""
        return {key: getattr(self, key) for key in PEOPLE}


def assemble() -> Cast:
    """Writes the whole cast in a handful of queries."""
    cast = Cast()
    _organisations(cast)
    _people(cast)
    _memberships(cast)
    return cast


def _organisations(cast: Cast) -> None:
    rows = [
        Organisation(name=name, short_name=short, kind=kind, pinyin_key=title_key(name))
        for name, short, kind in ORGANISATIONS.values()
    ]
    for key, row in zip(ORGANISATIONS, Organisation.objects.bulk_create(rows), strict=True):
        setattr(cast, key, row)


def _people(cast: Cast) -> None:
    known = make_password(PASSWORD)
    rows = [_person(key, name, phone, role, known) for key, (name, phone, role, *_) in PEOPLE.items()]
    for key, row in zip(PEOPLE, User.objects.bulk_create(rows), strict=True):
        setattr(cast, key, row)


def _person(key: str, name: str, phone: str, role: Role | None, password: str) -> User:
    staff = role in {Role.SECRETARY, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}
    return User(
        username=key,
        name=name,
        phone=phone,
        phone_hash=User.hash_phone(phone),
        email=f"{key}@example.cn",
        pinyin_key=person_key(name),
        is_staff=staff,
        password=password,
    )


def _memberships(cast: Cast) -> None:
    Membership.objects.bulk_create(
        Membership(
            user=getattr(cast, key),
            organisation=getattr(cast, organisation) if organisation else None,
            role=role,
            title=title,
            from_date=IN_OFFICE_SINCE,
        )
        for key, (_, _, role, organisation, title) in PEOPLE.items()
        if role
    )
