"""A bill of appointments, a yearly round and a resolution for tests: chen is to be appointed, feng acts for 交通局."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Meeting, MeetingKind
from supervision.models import (
    Appointee,
    Appointment,
    AppointmentKind,
    DutyRound,
    Exam,
    LawQuestion,
    Nominee,
    Resolution,
    ResolutionTask,
)
from supervision.states.appointments import QuestionKind
from supervision.transitions import appointees, appointments, decisions, law_exam, resolutions

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = AT.replace(day=20)
PROMISES = "依法行政。\n按期办理代表建议。"


def sc_meeting(register: Any, number: int = 40) -> Meeting:
    facts = {"term": register.term, "kind": MeetingKind.STANDING_COMMITTEE, "number": number}
    return Meeting.objects.get_or_create(**facts, defaults={"opens_on": LATER.date()})[0]


def bank(number: int = 12) -> None:
    """As many questions of each kind; A is right everywhere, AB where there are several."""
    LawQuestion.objects.all().delete()
    LawQuestion.objects.bulk_create(
        LawQuestion(
            kind=kind,
            text=f"{kind}{n}",
            options="对\n错\n不定",
            key="AB" if kind == QuestionKind.MULTIPLE else "A",
            source="《宪法》",
            valid_from=date(2020, 1, 1),
        )
        for kind in QuestionKind.values
        for n in range(number)
    )


def filed(cast: Any, *, at: datetime = AT, **facts: Any) -> Appointment:
    known = {"title": "关于提请任命陈刚职务的议案", "proposed_by": "区人民政府区长", "proposer": cast.government_office}
    return appointments.file_appointment(**{**known, "received_on": at.date(), **facts}, by=cast.he, at=at)


def named(bill: Appointment, cast: Any, *, kind: str = "appoint", at: datetime = AT, **facts: Any) -> Nominee:
    known = {"name": "陈刚", "post": "示范区交通运输局局长", "organ": cast.transport, "user": cast.chen}
    known |= {"reason": "熟悉交通工作。", **facts}
    row = AppointmentKind.objects.get(code=kind)
    return appointments.name_nominee(bill.pk, kind=row, by=cast.he, at=at, **known)


def invited(cast: Any, *, at: datetime = AT, **facts: Any) -> Nominee:
    """chen, asked to sit the examination and to write his statement."""
    nominee = named(filed(cast, at=at), cast, at=at, **facts)
    return appointments.invite_nominee(nominee.pk, by=cast.he, at=at)


def right(exam: Exam, wrong: int = 0) -> dict[int, str]:
    """The right answers, but for the first `wrong` of them."""
    return {item.order: "" if item.order <= wrong else item.key for item in exam.items.all()}


def sat(exam: Exam, user: Any, *, wrong: int = 0, at: datetime = AT) -> Exam:
    law_exam.begin_exam(exam.pk, by=user, at=at)
    done = at + timedelta(minutes=20)
    return law_exam.hand_in_exam(exam.pk, answers=right(exam, wrong), by=user, at=done)


def ready(cast: Any, *, at: datetime = AT) -> Appointment:
    """Examined and with his statement: may be put on the agenda."""
    nominee = invited(cast, at=at)
    sat(nominee.exams.get(), cast.chen, at=at)
    appointments.write_statement(nominee.pk, text="基本情况。", promises=PROMISES, by=cast.chen, at=at)
    return nominee.appointment


def tabled(cast: Any, register: Any, *, at: datetime = AT) -> Appointment:
    return appointments.table_appointment(ready(cast, at=at).pk, meeting=sc_meeting(register), by=cast.he, at=at)


def voted(cast: Any, register: Any, *, passed: bool = True, at: datetime = LATER) -> Appointment:
    bill = tabled(cast, register)
    found = (passed, "通过" if passed else "未通过", "赞成20票÷全体25人＝80.00%")
    results = {row.pk: found for row in bill.nominees.all()}
    return appointments.vote_appointment(bill.pk, results=results, held_on=at.date(), by=cast.he, at=at)


def decided(cast: Any, register: Any, *, at: datetime = LATER) -> Appointment:
    return decisions.issue_decision(voted(cast, register, at=at).pk, number="示人常〔2026〕12号", by=cast.he, at=at)


def appointee(cast: Any, *, at: datetime = AT, **facts: Any) -> Appointee:
    known = {"name": "陈刚", "post": "示范区交通运输局局长", "organ": cast.transport, "user": cast.chen}
    known |= {"appointed_on": date(2024, 5, 6), "basis": "区五届人大常委会第十五次会议", **facts}
    return appointees.enter_appointee(**known, by=cast.he, at=at)


def opened(cast: Any, *, at: datetime = AT, **facts: Any) -> DutyRound:
    """Everybody reports by the end of the month; 交通局 is balloted."""
    known = {"year": 2026, "due_on": date(2026, 3, 31), "organs": [cast.transport], **facts}
    return appointees.open_duty_round(**known, by=cast.he, at=at)


def drafted(cast: Any, register: Any, *, at: datetime = AT, **facts: Any) -> Resolution:
    known = {"kind": "resolution", "title": "关于加强公共交通建设的决议", "text": "会议决定：\n增开公交线路。", **facts}
    known = {"meeting": sc_meeting(register), "committee": cast.urban_committee, **known}
    return resolutions.draft_resolution(**known, by=cast.he, at=at)


def adopted(cast: Any, register: Any, *, at: datetime = AT, **facts: Any) -> Resolution:
    draft, vote = drafted(cast, register, at=at, **facts), {"passed": True, "outcome": "赞成20票，通过。"}
    return resolutions.vote_resolution(draft.pk, **vote, held_on=at.date(), by=cast.he, at=at)


def task(resolution: Resolution, cast: Any, *, at: datetime = AT, **facts: Any) -> ResolutionTask:
    known = {"unit": cast.transport, "title": "增开两条公交线路", "due_on": at.date() + timedelta(days=90), **facts}
    return resolutions.hand_task(resolution.pk, **known, by=cast.fang, at=at)
