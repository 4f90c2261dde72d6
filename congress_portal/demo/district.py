"""The demonstration district: its congress, townships, units and people. Written once."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from congress_portal.demo.heads import write_heads
from congress_portal.demo.names import names
from congress_portal.demo.particulars import particulars, standing
from congress_portal.demo.signins import PASSWORD, SIGN_INS
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
from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.pinyin import person_key, title_key
from foundation.accounts.roles import OrganisationKind, Role
from foundation.workdays.arithmetic import next_workday
from suggestions.models import Category

K = OrganisationKind
CONGRESS = "示范区人民代表大会"
LOCAL_RULE = "《示范区人民代表大会代表建议、批评和意见办理办法》"
# Rooms whose rows stand on a rule of their own.
LOCAL_RULES = {"supervision": "《示范区人大常委会监督工作办法》", "ballots": "《示范区人大常委会测评表决办法》"}
PLACES = ("石桥镇", "柳林镇", "河口镇", "青山乡", "东湖街道", "城关街道")
# key: name after 示范区
UNITS = {
    "reform": "发展和改革委员会",
    "education": "教育局",
    "civil": "民政局",
    "justice": "司法局",
    "finance": "财政局",
    "housing": "住房和城乡建设局",
    "transport": "交通运输局",
    "water": "水利局",
    "agriculture": "农业农村局",
    "culture": "文化旅游体育局",
    "health": "卫生健康委员会",
    "emergency": "应急管理局",
    "market": "市场监督管理局",
    "environment": "生态环境分局",
    "urban_management": "城市管理行政执法局",
    "power": "供电公司",
}
COMMITTEES = {
    "deputies": "代表工作委员会",
    "urban": "城建环资工作委员会",
    "finance": "财政经济工作委员会",
    "education": "教科文卫工作委员会",
    "agriculture": "农业农村工作委员会",
    "justice": "监察司法工作委员会",
    "society": "社会建设工作委员会",
}
# user name: (role, key of the organisation, post). The deputies' seats are given in `_seats`.
POSTS = {
    "daibiao1": ((Role.DEPUTY, "", ""),),
    "daibiao2": ((Role.DEPUTY, "", ""),),
    "tuanzhang": ((Role.DEPUTY, "", ""), (Role.DELEGATION_HEAD, "", "团长")),
    "lianluo1": ((Role.CLERK, "deputies", "科员"),),
    "lianluo2": ((Role.CLERK, "deputies", "科员"),),
    "mishu": ((Role.SECRETARY, "deputies", "秘书"),),
    "gongwei": ((Role.COMMITTEE, "urban", "主任"),),
    "zhengfuban": ((Role.GOVERNMENT_OFFICE, "government", "督查科科长"),),
    "chengban": ((Role.UNIT_OFFICER, "transport", "办公室主任"),),
    "fuzeren": ((Role.UNIT_HEAD, "transport", "局长"),),
    "huiban": ((Role.UNIT_OFFICER, "urban_management", "办公室副主任"),),
    "zhuren": ((Role.CHAIR, "", "主任"),),
    "fuzhuren": ((Role.VICE_CHAIR, "", "副主任"),),
    "weiyuan": ((Role.SC_MEMBER, "", "委员"),),
    "xiangzhen": ((Role.TOWNSHIP_CLERK, "石桥镇", "干事"),),
    "zhandian": ((Role.STATION_KEEPER, "东湖街道", ""),),
    "xitong": ((Role.SYSTEM_ADMIN, "", ""),),
    "anquan": ((Role.SECURITY_ADMIN, "", ""),),
    "shenji": ((Role.AUDIT_ADMIN, "", ""),),
}
# The deputies among them, by place.
SEATED = {"石桥镇": ("daibiao1", "tuanzhang"), "柳林镇": ("daibiao2",)}
MAILBOXES = {"daibiao1", "chengban"}
STAFF = {"mishu", "xitong", "anquan", "shenji"}
SECRETARIES = "委员会秘书"
SEATS_PER_PLACE = 12
# Days before the day of loading: this year's session, and the one before.
SESSION = 286
YEAR = 364
LAST = SESSION + YEAR
TERM_STARTS_YEARS_AGO = 4


@dataclass
class District:
    """What the year's story needs at hand. `at(days, hour)` is that many days before the day of loading."""

    day: date
    organisations: dict[str, Organisation] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    officers: dict[str, User] = field(default_factory=dict)
    heads: dict[str, User] = field(default_factory=dict)
    mandates: dict[str, list[Mandate]] = field(default_factory=dict)
    clerks: dict[str, User] = field(default_factory=dict)
    session: Meeting | None = None
    before: Meeting | None = None
    titles: set[str] = field(default_factory=set)

    def at(self, days_ago: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of a working day, never later than the loading itself."""
        moment = min(next_workday(self.day - timedelta(days=days_ago)), self.day)
        return timezone.make_aware(datetime.combine(moment, time(hour, minute)))


def build(day: date) -> District:
    """The whole district as of `day`, in a handful of bulk inserts."""
    district = District(day)
    _name_local_rule()
    _organisations(district)
    _people(district)
    _congress(district)
    since = district.day - timedelta(days=366 * TERM_STARTS_YEARS_AGO)
    write_heads([district.organisations[key] for key in UNITS], since)
    return district


def _name_local_rule() -> None:
    """Limits and switches name the district's own rule, as an office does when it fills its dictionaries."""
    for model in apps.get_models():
        if any(field.name == "legal_basis" for field in model._meta.local_concrete_fields):
            rule = LOCAL_RULES.get(model._meta.app_label, LOCAL_RULE)
            model._base_manager.filter(legal_basis__contains="待填").update(legal_basis=rule)


def exists() -> bool:
    """Whether the demonstration district has been written here."""
    return Congress.objects.filter(name=CONGRESS).exists()


def _organisations(district: District) -> None:
    rows = {"government": ("示范区人民政府办公室", "区政府办", K.GOVERNMENT_OFFICE)}
    rows["sc_office"] = ("示范区人大常委会办公室", "区人大办", K.SC_OFFICE)
    rows["court"] = ("示范区人民法院", "区法院", K.COURT)
    rows["procuratorate"] = ("示范区人民检察院", "区检察院", K.PROCURATORATE)
    rows["commission"] = ("示范区监察委员会", "区监委", K.SUPERVISION_COMMISSION)
    rows |= {key: (f"示范区人大常委会{name}", name, K.SC_COMMITTEE) for key, name in _committee_keys().items()}
    rows |= {key: (f"示范区{name}", f"区{name}", K.HANDLING_UNIT) for key, name in UNITS.items()}
    for place in PLACES:
        street = place.endswith("街道")
        name = f"示范区人大常委会{place}工作委员会" if street else f"示范区{place}人大主席团"
        rows[place] = (name, f"{place}人大", K.STREET_COMMITTEE if street else K.TOWNSHIP_CONGRESS)
    made = Organisation.objects.bulk_create(
        Organisation(name=name, short_name=short[:20], kind=kind, pinyin_key=title_key(name))
        for name, short, kind in rows.values()
    )
    district.organisations = dict(zip(rows, made, strict=True))
    for category in Category.objects.filter(code__in=COMMITTEES, supervising_committee=None):
        category.supervising_committee = district.organisations[_committee_key(category.code)]
        category.save()


def _committee_key(code: str) -> str:
    """Units and committees share words such as "finance": committees that do carry a mark."""
    return f"{code}_committee" if code in UNITS else code


def _committee_keys() -> dict[str, str]:
    return {_committee_key(code): name for code, name in COMMITTEES.items()}


def _people(district: District) -> None:
    password, fresh = make_password(PASSWORD), names("单位")
    people = [(one.username, one.name) for one in SIGN_INS]
    people += [(f"{key}-{part}", next(fresh)) for key in UNITS for part in ("jingban", "fuze")]
    people += [(f"xiangzhen{n}", next(fresh)) for n in range(2, len(PLACES) + 1)]
    made = User.objects.bulk_create(_user(number, *one, password) for number, one in enumerate(people, 1))
    district.users = {user.username: user for user in made}
    for key in UNITS:
        district.officers[key] = district.users[f"{key}-jingban"]
        district.heads[key] = district.users[f"{key}-fuze"]
    keepers = ["xiangzhen", *(f"xiangzhen{n}" for n in range(2, len(PLACES) + 1))]
    district.clerks = {place: district.users[name] for place, name in zip(PLACES, keepers, strict=True)}
    district.officers |= {"transport": district.users["chengban"], "urban_management": district.users["huiban"]}
    district.heads["transport"] = district.users["fuzeren"]
    posts = dict(POSTS)
    for key in UNITS:
        posts[f"{key}-jingban"] = ((Role.UNIT_OFFICER, key, "经办人"),)
        posts[f"{key}-fuze"] = ((Role.UNIT_HEAD, key, "负责人"),)
    for place, name in zip(PLACES[1:], keepers[1:], strict=True):
        posts[name] = ((Role.TOWNSHIP_CLERK, place, "干事"),)
    since = district.day.replace(month=1, day=1) - timedelta(days=366 * TERM_STARTS_YEARS_AGO)
    Membership.objects.bulk_create(
        Membership(
            user=district.users[name],
            organisation=district.organisations.get(key),
            role=role,
            title=title,
            from_date=since,
        )
        for name, rows in posts.items()
        for role, key, title in rows
    )
    # What is long overdue is reported to him as well.
    kept = [district.organisations[key] for key in UNITS]
    Organisation.objects.filter(pk__in=[row.pk for row in kept]).update(leader_in_charge=district.users["fuzhuren"])
    if group := Group.objects.filter(name=SECRETARIES).first():
        district.users["mishu"].groups.add(group)


def _user(number: int, username: str, name: str, password: str) -> User:
    phone = f"100{number:08d}"
    return User(
        username=username,
        name=name,
        phone=phone,
        phone_hash=User.hash_phone(phone),
        # Few have a mailbox, so that the year does not fill the outbox with old letters.
        email=f"{username}@example.cn" if username in MAILBOXES else "",
        pinyin_key=person_key(name),
        is_staff=username in STAFF,
        password=password,
    )


def _congress(district: District) -> None:
    start = district.day.replace(month=1, day=10) - timedelta(days=366 * TERM_STARTS_YEARS_AGO)
    home = Area.objects.create(name="示范区", kind=AreaKind.DISTRICT)
    congress = Congress.objects.create(
        name=CONGRESS, short_name="区人大", level=Level.DISTRICT, area=home, population=420_000, is_home=True
    )
    term = Term.objects.create(congress=congress, number=5, starts_on=start, is_current=True)
    district.before = _session(term, 4, district.at(LAST + 2).date())
    district.session = _session(term, 5, district.at(SESSION + 2).date())
    fresh = names("代表")
    for order, place in enumerate(PLACES, 1):
        _seats(district, term, home, place, order, list(islice(fresh, SEATS_PER_PLACE)))


def _session(term: Term, number: int, opens: date) -> Meeting:
    return Meeting.objects.create(
        term=term,
        number=number,
        opens_on=opens,
        closes_on=opens + timedelta(days=3),
        motion_cutoff_at=timezone.make_aware(datetime.combine(opens + timedelta(days=1), time(18))),
    )


def _seats(district: District, term: Term, home: Area, place: str, order: int, people: list[str]) -> None:
    kind = AreaKind.STREET if place.endswith("街道") else AreaKind.TOWNSHIP
    area = Area.objects.create(name=place, kind=kind, parent=home, organisation=district.organisations[place])
    delegation = Delegation.objects.create(term=term, name=place, area=area, order=order)
    group = DeputyGroup.objects.create(term=term, name=f"{place}第一代表小组", delegation=delegation)
    users = [district.users[name] for name in SEATED.get(place, ())]
    users += _deputy_users(order, people[len(users) :], district.day)
    district.mandates[place] = []
    for seat, user in enumerate(users):
        constituency = _constituency(term, area, order, seat)
        district.mandates[place].append(_mandate(user, order * 100 + seat, term, delegation, group, constituency))


def _constituency(term: Term, area: Area, order: int, seat: int) -> Constituency:
    number = (order - 1) * SEATS_PER_PLACE // 3 + seat // 3 + 1
    return Constituency.objects.get_or_create(term=term, name=f"第{number}选区", defaults={"area": area, "seats": 3})[0]


def _deputy_users(order: int, people: list[str], day: date) -> list[User]:
    password = make_password(PASSWORD)
    users = User.objects.bulk_create(
        User(username=f"db{order}{number:02d}", name=name, pinyin_key=person_key(name), password=password)
        for number, name in enumerate(people, 1)
    )
    since = day - timedelta(days=365 * TERM_STARTS_YEARS_AGO)
    Membership.objects.bulk_create(Membership(user=user, role=Role.DEPUTY, from_date=since) for user in users)
    return users


EMPLOYERS = (
    "中心学校教师",
    "卫生院医生",
    "村党支部书记",
    "社区网格员",
    "种植合作社负责人",
    "个体经营户",
    "企业技术人员",
)
BLOCKS = ("专业技术人员", "农民", "党政干部", "工人", "企业负责人")
PARTIES = ("中共党员", "群众", "民盟盟员", "无党派人士", "致公党党员")


def _mandate(user: User, number: int, term: Term, delegation: Delegation, group: DeputyGroup, seat: Constituency):
    deputy = Deputy.objects.create(
        name=user.name,
        user=user,
        sex=Sex.FEMALE if number % 3 == 0 or user.username in ("daibiao1", "tuanzhang") else Sex.MALE,
        ethnic_group="汉族" if number % 5 else "土家族",
        **particulars(number),
        birth_month=date(1962 + number % 36, number % 12 + 1, 1),
        education=("大学", "大专", "高中")[number % 3],
        party=PARTIES[number % len(PARTIES)],
        employer_title=f"{delegation.name}{EMPLOYERS[number % len(EMPLOYERS)]}",
        occupation=BLOCKS[number % len(BLOCKS)],
        certificate_no=f"SF05{number:04d}",
    )
    DeputyContact.objects.create(deputy=deputy, phone=user.phone or f"1009{number:07d}")
    places = {"delegation": delegation, "group": group, "constituency": seat}
    return Mandate.objects.create(deputy=deputy, term=term, level=Level.DISTRICT, **places, **standing(number))
