"""Keeping in touch: members of the standing committee and deputies, deputies and voters, and one circle."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils.timezone import make_aware

from congress_portal.demo.district import PLACES, District
from deputies.models import Circle, CircleMember, Mandate, Meeting, MeetingKind, Term
from deputies.querysets.reception import in_turn
from deputies.transitions.circles import answer_matter, ask_circle
from deputies.transitions.contact_visits import note_outcome, record_visit
from deputies.transitions.member_contacts import assign_contacts
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.receptions import open_reception, sign_up
from deputies.transitions.sit_ins import apply_sit_in
from deputies.transitions.voters import end_voter, keep_voter, record_voter_visit
from foundation.workdays.arithmetic import next_workday

BASIS = "区人大常委会主任会议关于常委会组成人员联系代表的安排"
# Who contacts how many of the seats of which places; the rest still wait for a contact person.
MEMBERS = {"weiyuan": PLACES[0], "zhuren": PLACES[1], "fuzhuren": PLACES[2]}
SHARE = 5
CIRCLES = (
    ("教科文卫小组", "教育、卫生、文化、体育"),
    ("城建环保小组", "城乡规划、住房、环境保护"),
    ("农业农村小组", "农业、水利、乡村建设"),
)
# The next meeting of the standing committee after those of the story.
COMING = 38
VOTERS = (("吕春花", "13900001101"), ("石磊", "13900001102"), ("马长顺", "13900001103"), ("尹秀兰", ""))


def tell(district: District) -> None:
    """Contacts with visits, a deputy's voters, a matter with its answer and one that waits."""
    _contacts(district)
    _voters(district)
    _circles(district)
    _reception(district)


def _contacts(district: District) -> None:
    clerk, at = district.users["lianluo1"], district.at(250)
    for name, place in MEMBERS.items():
        member, deputies = district.users[name], [seat.deputy for seat in district.mandates[place][:SHARE]]
        rows = assign_contacts(by=clerk, at=at, member=member, deputies=deputies, from_date=at.date(), basis=BASIS)
        for number, contact in enumerate(rows[:3]):
            day = district.at(90 - 25 * number)
            raised = "村口公交班次少，老人看病不方便。" if number == 1 else ""
            said: dict[str, Any] = {
                "on": day.date(),
                "way": ("visit", "phone", "meeting")[number],
                "words": "了解履职情况，听取意见。",
            }
            visit = record_visit(contact.pk, by=member, at=day, raised=raised, **said)
            if raised and name != "weiyuan":
                words = "已请区交通运输局研究增加班次，将结果告知代表。"
                note_outcome(visit.pk, by=member, at=district.at(40), outcome=words)


def _voters(district: District) -> None:
    deputy, at = district.users["daibiao1"], district.at(120)
    voters = [keep_voter(by=deputy, at=at, name=name, phone=phone, agreed=True) for name, phone in VOTERS]
    for days, way, met in ((80, "visit", voters[:2]), (20, "phone", voters[2:3])):
        day = district.at(days)
        words = "希望修缮村里的灌溉水渠。" if way == "visit" else ""
        record_voter_visit(by=deputy, at=day, on=day.date(), way=way, voters=met, words=words)
    # Stopped long enough ago that her data are due to be erased.
    moved = keep_voter(by=deputy, at=district.at(200), name="宁淑珍", phone="13900001105", agreed=True)
    end_voter(moved.pk, by=deputy, at=district.at(70), reason="随子女迁到外地居住")


def _circles(district: District) -> None:
    term, since = Term.objects.current(), district.at(240).date()
    rows = Circle.objects.bulk_create(Circle(term=term, name=name, field=field) for name, field in CIRCLES)
    for number, circle in enumerate(rows):
        seats = [district.mandates[place][number + turn] for turn, place in enumerate(PLACES)]
        CircleMember.objects.bulk_create(
            CircleMember(circle=circle, deputy=seat.deputy, from_date=since, is_convener=not turn)
            for turn, seat in enumerate(seats)
        )
    lin = district.users["daibiao1"]
    others = rows[0].places.on(district.day).exclude(deputy__user=lin)
    helper = others.select_related("deputy__user").order_by("pk").first().deputy.user
    facts: dict[str, Any] = {"title": "村卫生室怎样达到标准", "text": "三个村的卫生室设备陈旧，村医年纪偏大。"}
    at = district.at(12)
    matter = ask_circle(rows[0].pk, by=lin, at=at, wanted_on=district.day + timedelta(days=3), **facts)
    answer_matter(matter.pk, by=helper, at=district.at(5), text="可以按标准化村卫生室建设，并争取省级补助。")


def _reception(district: District) -> None:
    """A reception day one may sign up to, and deputies who were asked to sit in."""
    clerk, at = district.users["lianluo1"], district.at(8)
    day = next_workday(district.day + timedelta(days=25))
    starts = make_aware(datetime.combine(day, time(9)))
    until = (starts - timedelta(days=7)).date()
    held: dict[str, Any] = {
        "place": "区人大常委会第一会议室",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
    }
    receivers = [district.users[name] for name in ("fuzhuren", "weiyuan")]
    title = f"{starts.year}年第{(starts.month + 2) // 3}季度常委会代表接待日"
    reception = open_reception(by=clerk, at=at, title=title, receivers=receivers, sign_up_until=until, seats=8, **held)
    sign_up(
        reception.pk, by=district.users["daibiao2"], at=district.at(4), text="柳林镇集市周边停车难，建议增设停车位。"
    )
    facts: dict[str, Any] = {"kind": MeetingKind.STANDING_COMMITTEE, "number": COMING}
    meeting = Meeting.objects.create(
        term=Term.objects.current(), opens_on=starts.date(), closes_on=starts.date(), **facts
    )
    seats = in_turn(Mandate.objects.at_home().serving_on(district.day)).select_related("deputy")[:5]
    plan_sit_in(by=clerk, at=at, meeting=meeting, deputies=[seat.deputy for seat in seats], **held)
    later: dict[str, Any] = {"kind": MeetingKind.STANDING_COMMITTEE, "number": COMING + 2}
    after = Meeting.objects.create(term=meeting.term, opens_on=starts.date() + timedelta(days=60), **later)
    wish = "关注养老服务专项工作报告，本人参加过专题调研。"
    apply_sit_in(by=district.users["daibiao1"], at=district.at(2), meeting=after, text=wish)
