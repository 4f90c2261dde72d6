"""Appointments, appointees and resolutions: one bill decided, one under way, this year's reports, a resolution."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.oversight.meetings import next_number
from deputies.models import Meeting, MeetingKind
from supervision.models import AppointmentKind, Ballot, Nominee, Resolution
from supervision.states.ballots import BallotMode
from supervision.transitions import (
    appointees,
    appointments,
    ballot_readings,
    ballots,
    decisions,
    law_exam,
    measures,
    people_ballots,
    resolutions,
)

CLERK, SECOND, CHAIR = "lianluo1", "lianluo2", "zhuren"
# unit, post, user name of whoever holds it
POSTS = (
    ("transport", "示范区交通运输局局长", "fuzeren"),
    ("education", "示范区教育局局长", "education-fuze"),
    ("health", "示范区卫生健康委员会主任", "health-fuze"),
    ("finance", "示范区财政局局长", "finance-fuze"),
)
PROMISES = "依法行政，自觉接受人大监督。\n代表建议按期办结，面商率百分之百。\n每季度到基层联系点听取意见。"
STATEMENT = "本人长期从事本领域工作，熟悉法律法规和基层情况。任职后将依法履行职责，认真执行人大及其常委会的决议决定。"
REPORT = (
    "一年来，依法履行职责，执行区人大及其常委会的决议决定，办理代表建议全部按期答复；"
    "落实党风廉政建设责任；部分重点项目进度偏慢，下一步将倒排工期。"
)
TEXT = (
    "会议听取和审议了区人民政府关于公共交通工作情况的报告，决定：\n"
    "加密早晚高峰公交班次。\n改造老旧公交站台，完善无障碍设施。\n整治学校周边交通秩序。"
)
# unit, what, days ago reported (0: not yet), result once it was confirmed
TASKS = (
    ("transport", "早晚高峰公交班次加密", 20, "高峰班次由十五分钟一班加密到八分钟一班，乘客平均等候时间明显缩短。"),
    ("transport", "改造老旧公交站台十二处", 6, ""),
    ("urban_management", "整治学校周边机动车乱停放", 0, ""),
)


def tell(district: District) -> None:
    """What was done a year ago comes first."""
    _register(district)
    _last_year(district)
    _resolved(district)
    _decided(district)
    _this_year(district)
    _under_way(district)


def _by(district: District, days: int, user: str = CLERK, hour: int = 10) -> dict[str, Any]:
    return {"by": district.users[user], "at": district.at(days, hour)}


def meeting_on(district: District, days: int) -> Meeting:
    """The standing committee's meeting nearest before that day, or a new one."""
    assert district.session is not None
    day = district.at(days).date()
    known = Meeting.objects.filter(term=district.session.term, kind=MeetingKind.STANDING_COMMITTEE)
    near = known.filter(opens_on__range=(day - timedelta(days=12), day)).order_by("-opens_on").first()
    if near:
        return near
    facts = {
        "term": district.session.term,
        "kind": MeetingKind.STANDING_COMMITTEE,
        "number": next_number(known, day),
    }
    return Meeting.objects.create(**facts, opens_on=day, closes_on=day)


def _register(district: District) -> None:
    for unit, post, username in POSTS:
        user = district.users[username]
        facts: dict[str, Any] = {
            "appointed_on": district.at(1300).date(),
            "basis": "区五届人大常委会第二次会议",
            "user": user,
        }
        place: dict[str, Any] = {"name": user.name, "organ": district.organisations[unit], "post": post}
        appointees.enter_appointee(**place, **facts, **_by(district, 420))


def _last_year(district: District) -> None:
    """Every report of last year was read; the health authority's head was balloted, and did what followed."""
    year = district.at(0).year - 1
    due = district.at(330).date()
    organs = [district.organisations["health"]]
    round = appointees.open_duty_round(year=year, due_on=due, organs=organs, **_by(district, 360))
    for report in round.reports.select_related("appointee__user"):
        his: dict[str, Any] = {"by": report.appointee.user, "at": district.at(345)}
        appointees.hand_in_duty_report(report.pk, text=REPORT, kept_promises="", **his)
        appointees.accept_duty_report(report.pk, **_by(district, 340))
    meeting = meeting_on(district, 320)
    planned = people_ballots.plan_round_ballot(round.pk, meeting=meeting, mode=BallotMode.PAPER, **_by(district, 325))
    _held(district, planned.pk, 318, [{"满意": 0, "比较满意": 1, "基本满意": 2, "不满意": 0}])
    balloted = round.reports.get(is_balloted=True)
    for measure in balloted.measures.all():
        his = {"by": balloted.appointee.user, "at": district.at(295)}
        measures.report_measure(measure.pk, text="已由主任会议组成人员约谈，提交三项改进措施。", **his)
        measures.confirm_measure(measure.pk, **_by(district, 290))
    appointees.close_duty_round(round.pk, **_by(district, 280))


def _decided(district: District) -> None:
    """A deputy head was examined on paper, voted on, published, and took the oath."""
    nominee = _named(district, 80, "culture", "示范区文化旅游体育局局长", "culture-fuze")
    appointments.invite_nominee(nominee.pk, **_by(district, 78))
    _sits(district, nominee, 74)
    his: dict[str, Any] = {"by": nominee.user, "at": district.at(73)}
    appointments.write_statement(nominee.pk, text=STATEMENT, promises=PROMISES, **his)
    meeting = meeting_on(district, 55)
    appointments.table_appointment(nominee.appointment_id, meeting=meeting, **_by(district, 65))
    bill = nominee.appointment_id
    planned = people_ballots.plan_appointment_ballot(bill, mode=BallotMode.PAPER, **_by(district, 60))
    _held(district, planned.pk, 54, [{"赞成": 3, "反对": 0, "弃权": 0}])
    year = district.at(53).year
    decisions.issue_decision(bill, number=f"示人常〔{year}〕15号", **_by(district, 53))
    words: dict[str, Any] = {"pledged_on": district.at(52).date(), "pledge_note": "区人大常委会会议厅，常委会主任监誓"}
    decisions.record_pledge(nominee.pk, **words, **_by(district, 51))


def _under_way(district: District) -> None:
    """冯磊 is asked to sit the examination and to write his statement; a draft waits for the next meeting."""
    nominee = _named(district, 6, "urban_management", "示范区城市管理行政执法局局长", "huiban")
    appointments.invite_nominee(nominee.pk, **_by(district, 4))
    _sat_in_writing(district)
    resolutions.draft_resolution(
        kind="decision",
        title="示范区人民代表大会常务委员会关于开展法治宣传教育的决定（草案）",
        text="在全区公民中开展法治宣传教育。",
        meeting=meeting_on(district, 0),
        **_by(district, 3),
    )


def _sat_in_writing(district: District) -> None:
    """吴迪 has no account: his score waits for a second reader, and his post for a new day."""
    bill = appointments.file_appointment(
        title="关于提请任命吴迪职务的议案",
        proposed_by="区人民法院院长",
        received_on=district.at(9).date(),
        **_by(district, 9),
    )
    place: dict[str, Any] = {"organ": district.organisations["court"], "post": "示范区人民法院审判员", "name": "吴迪"}
    kind = AppointmentKind.objects.get(code="appoint")
    nominee = appointments.name_nominee(bill.pk, kind=kind, reason="经考察符合任职条件。", **place, **_by(district, 8))
    appointments.invite_nominee(nominee.pk, **_by(district, 7))
    law_exam.enter_exam(nominee.pk, score=86, **_by(district, 2))


def _named(district: District, days: int, unit: str, post: str, username: str) -> Nominee:
    user, government = district.users[username], district.organisations["government"]
    bill = appointments.file_appointment(
        title=f"关于提请决定任命{user.name}职务的议案",
        proposed_by="区人民政府区长",
        proposer=government,
        received_on=district.at(days).date(),
        **_by(district, days),
    )
    return appointments.name_nominee(
        bill.pk,
        kind=AppointmentKind.objects.get(code="decide"),
        name=user.name,
        present_post=post.replace("局长", "副局长"),
        post=post,
        organ=district.organisations[unit],
        user=user,
        reason="政治素质好，熟悉分管领域工作，经考察符合任职条件。",
        **_by(district, days, hour=11),
    )


def _sits(district: District, nominee: Nominee, days: int) -> None:
    exam = nominee.exams.get()
    his: dict[str, Any] = {"by": nominee.user, "at": district.at(days)}
    law_exam.begin_exam(exam.pk, **his)
    answers = {item.order: item.key if item.order % 7 else "" for item in exam.items.all()}
    law_exam.hand_in_exam(exam.pk, answers=answers, **his)


def _held(district: District, ballot: int, days: int, votes: list[dict[str, int]]) -> None:
    """On paper, everybody there; two count, the chair announces."""
    row = Ballot.objects.get(pk=ballot)
    roll = list(row.electors.all())
    votes = [_scaled(line, len(roll)) for line in votes]
    ballots.open_ballot(ballot, present=roll, papers_issued=len(roll), **_by(district, days))
    ballots.close_ballot(ballot, **_by(district, days, hour=11))
    figures = [{"votes": line, "invalid": 0} for line in votes]
    for counter in (CLERK, SECOND):
        moment = _by(district, days, counter, 14)
        ballot_readings.enter_reading(ballot, returned=len(roll), figures=figures, **moment)
    ballots.announce_ballot(ballot, **_by(district, days, CHAIR, 15))


def _scaled(votes: dict[str, int], people: int) -> dict[str, int]:
    """The same picture for as many people as there are: what is over goes to the fullest grade."""
    most = max(votes, key=lambda grade: votes[grade])
    rest = {grade: number for grade, number in votes.items() if grade != most}
    return {grade: rest.get(grade, people - sum(rest.values())) for grade in votes}


def _this_year(district: District) -> None:
    """One has reported, one was read, the others have two weeks left; the transport authority is balloted."""
    year, due = district.at(0).year, district.day + timedelta(days=14)
    organs = [district.organisations["transport"]]
    round = appointees.open_duty_round(year=year, due_on=due, organs=organs, **_by(district, 20))
    for unit, accepted in (("education", False), ("finance", True)):
        report = round.reports.select_related("appointee__user").get(appointee__organ=district.organisations[unit])
        his: dict[str, Any] = {"by": report.appointee.user, "at": district.at(8)}
        appointees.hand_in_duty_report(report.pk, text=REPORT, kept_promises="", **his)
        if accepted:
            appointees.accept_duty_report(report.pk, **_by(district, 5))


def _resolved(district: District) -> None:
    """Adopted and published; one task done, one reported, one not begun."""
    draft = resolutions.draft_resolution(
        kind="resolution",
        title="示范区人民代表大会常务委员会关于加强公共交通工作的决议",
        text=TEXT,
        meeting=meeting_on(district, 120),
        committee=district.organisations["urban"],
        **_by(district, 130),
    )
    planned = people_ballots.plan_resolution_ballot(draft.pk, mode=BallotMode.PAPER, **_by(district, 122))
    _held(district, planned.pk, 119, [{"赞成": 3, "反对": 0, "弃权": 0}])
    number = f"示人常〔{district.at(118).year}〕9号"
    resolutions.publish_resolution(draft.pk, number=number, **_by(district, 118))
    for unit, title, reported, result in TASKS:
        _task(district, draft, unit, title, reported, result)


def _task(district: District, draft: Resolution, unit: str, title: str, reported: int, result: str) -> None:
    due = district.day + timedelta(days=40)
    body = district.organisations[unit]
    task = resolutions.hand_task(draft.pk, unit=body, title=title, due_on=due, **_by(district, 110, "gongwei"))
    if reported:
        his: dict[str, Any] = {"by": district.officers[unit], "at": district.at(reported)}
        resolutions.report_task(task.pk, text=f"{title}已完成，正在进行现场核查。", **his)
    if result:
        resolutions.close_task(task.pk, result=result, **_by(district, 12, "gongwei"))
