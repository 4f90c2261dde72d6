"""Appointments, appointees and resolutions of the world of the walk; chen is the one who is appointed."""

from datetime import datetime, timedelta

from supervision.models import AppointeeMeasure, DutyReport
from supervision.transitions import appointees, appointments, law_exam, measures, resolutions
from tests.supervision import people_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.people_routes import CHARGED, HOUSE, NOMINEE, OWN, PROPOSED


def tell(world: World, at: datetime) -> None:
    _bills(world, at)
    _reports(world, at)
    _resolutions(world, at)


def _bills(world: World, at: datetime) -> None:
    """One bill with people at every point of their way, one on the agenda, one voted on."""
    cast, rows = world.cast, world.rows
    he = {"by": cast.he, "at": at}
    rows["nominee"] = hand.invited(cast, at=at, reason="密任免甲号。")
    bill = rows["bill"] = rows["nominee"].appointment
    rows["exam"] = rows["nominee"].exams.get()
    rows["nominee-new"] = hand.named(bill, cast, at=at, name="甲新", user=None, reason="密任免乙号。")
    on_paper = hand.named(bill, cast, at=at, name="丙新", user=None)
    rows["exam-entered"] = law_exam.enter_exam(on_paper.pk, score=61, **he)
    rows["nominee-dropped"] = hand.named(bill, cast, at=at, name="乙新", user=None)
    for number, key in enumerate(("exam-sitting", "exam-over", "exam-marked")):
        row = hand.named(bill, cast, at=at, post=f"示范区交通运输局职务{number}")
        exam = appointments.invite_nominee(row.pk, **he).exams.get()
        if key == "exam-marked":
            rows["nominee-failed"], rows[key] = row, hand.sat(exam, cast.chen, wrong=20, at=at)
        else:
            # What is over was begun long ago, what is being sat never ends.
            away = timedelta(days=-900 if key == "exam-over" else 36500)
            rows[key] = law_exam.begin_exam(exam.pk, by=cast.chen, at=at + away)
    rows["bill-tabled"] = hand.tabled(cast, world.register, at=at)
    rows["bill-voted"] = hand.voted(cast, world.register, at=at)
    rows["nominee-voted"] = rows["bill-voted"].nominees.get()
    world.secrets += [Secret("密任免甲号", NOMINEE), Secret("密任免乙号", PROPOSED)]


def _reports(world: World, at: datetime) -> None:
    """Four people are asked: one has not written, one has handed in, two were balloted."""
    cast, rows = world.cast, world.rows
    for number in range(4):
        rows["appointee"] = hand.appointee(cast, at=at, post=f"示范区交通运输局副局长{number}")
    due = at.date() + timedelta(days=60)
    rows["duty-round"] = hand.opened(cast, at=at, due_on=due)
    reports = list(DutyReport.objects.filter(round=rows["duty-round"]).order_by("pk"))
    rows["duty-report"], rows["duty-report-handed"], balloted, again = reports
    words = {"text": "密述职甲号。", "kept_promises": "已兑现。", "by": cast.chen, "at": at}
    appointees.hand_in_duty_report(rows["duty-report-handed"].pk, **words)
    results = {row.pk: ("基本满意", "基本满意") for row in (balloted, again)}
    appointees.take_results(rows["duty-round"], results=results, held_on=at.date(), by=cast.he, at=at)
    rows["duty-report-balloted"] = balloted
    rows["measure"], reported = AppointeeMeasure.objects.order_by("pk")
    rows["measure-reported"] = measures.report_measure(reported.pk, text="已约谈。", by=cast.chen, at=at)
    world.secrets.append(Secret("密述职甲号", OWN))


def _resolutions(world: World, at: datetime) -> None:
    cast, rows = world.cast, world.rows
    rows["resolution-draft"] = hand.drafted(cast, world.register, at=at, text="密决议甲号。")
    rows["resolution"] = hand.adopted(cast, world.register, at=at, text="密决议乙号。")
    rows["task"], rows["task-reported"] = (hand.task(rows["resolution"], cast, at=at) for _ in range(2))
    resolutions.report_task(rows["task-reported"].pk, text="已开通。", by=cast.feng, at=at)
    public = hand.adopted(cast, world.register, at=at, title="关于批准决算的决议")
    rows["resolution-public"] = resolutions.publish_resolution(public.pk, number="示人常〔2026〕8号", by=cast.he, at=at)
    world.secrets += [Secret("密决议甲号", HOUSE), Secret("密决议乙号", CHARGED)]
