"""Training of the year: an adopted plan, batches that were held, materials, the staff's own study."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from congress_portal.demo import lessons
from congress_portal.demo.district import PLACES, District
from congress_portal.demo.papers import attach
from deputies.models import Batch, Course, Mandate
from deputies.transitions.close_activity import close_activity
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.learn import finish_material, issue_material
from deputies.transitions.open_batch import open_batch
from deputies.transitions.plan_training import add_course, adopt_training_plan, make_training_plan
from deputies.transitions.record_attendance import record_attendance
from deputies.transitions.study_together import plan_staff_study, record_staff_study

AIMS = "提高代表依法履职能力。新当选代表当年参加一次初任培训，其他代表本年至少参加一次学习。"
# name, form, audience, month, lecturer, content
COURSES = (
    ("代表履职基础", "own", "new", 3, "市人大常委会代表工作委员会", "代表法、选举法解读，会议期间和闭会期间的工作。"),
    ("怎样提出高质量的建议", "lecture", "all", 5, "省行政学院教授", "选题、调研、写法，一事一议。"),
    ("预算审查监督", "sent_out", "conveners", 9, "市委党校", "预算草案怎么看，重点审什么。"),
    ("优秀建议案例交流", "cases", "all", 11, "", "请领衔代表和承办单位谈一件建议从提出到办成。"),
)
MATERIALS: tuple[tuple[str, str, int, int, tuple[tuple[str, str], ...]], ...] = (
    (
        "《代表法》逐条解读",
        "共十讲，每讲二十分钟，附法律条文。",
        120,
        5,
        (
            ("代表在大会会议期间的工作", "出席会议、审议报告、提出议案和建议，不能出席的应当请假。"),
            ("代表在闭会期间的活动", "以集体活动为主，以代表小组活动为基本形式，可以视察、专题调研，联系群众。"),
        ),
    ),
    (
        "代表怎样联系群众",
        "走访、接待、述职三个方面的做法和注意事项。",
        20,
        2,
        (
            ("走访", "事先了解情况，到户多听少说，记下具体的时间、地点和数字。"),
            ("接待", "在联络站按公布的时间接待，当场能说明的当场说明，需要办理的交联络站登记。"),
        ),
    ),
)


def tell(district: District) -> None:
    """Two courses are held, one is announced; the newly elected of two places have been introduced."""
    clerk = district.users["lianluo1"]
    plan = make_training_plan(year=district.day.year, aims=AIMS, by=clerk, at=district.at(300))
    names = ("name", "form", "audience", "month", "lecturer", "content")
    courses: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in COURSES]
    rows = [add_course(plan, by=clerk, at=district.at(300), **facts) for facts in courses]
    decided: dict[str, Any] = {"decision": "区五届人大常委会主任会议", "adopted_on": district.at(292).date()}
    adopt_training_plan(plan, by=clerk, at=district.at(291), **decided)
    _held(district, rows[0], 240, _of(district, PLACES[:2]))
    _held(district, rows[1], 160, _of(district, PLACES[1:5]))
    _coming(district, rows[0])
    _online(district)
    _staff(district)
    lessons.tell(district, rows[3])


def _of(district: District, places: Sequence[str]) -> list[Mandate]:
    return [seat for place in places for seat in district.mandates[place]]


def _open(district: District, course: Course, asked: int, days: int) -> Batch:
    starts = district.at(days, 9) if days > 0 else district.at(0, 9) + timedelta(days=-days)
    facts: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(hours=7), "place": "区委党校二楼报告厅"}
    return open_batch(course, by=district.users["lianluo1"], at=district.at(asked), **facts)


def _held(district: District, course: Course, days: int, seats: list[Mandate]) -> None:
    """Everybody came but one."""
    clerk, batch = district.users["lianluo1"], _open(district, course, days + 14, days)
    rows = invite_deputies(batch.activity, [seat.deputy for seat in seats], by=clerk, at=district.at(days + 13))
    for row in rows[1:]:
        record_attendance(row, "present", by=clerk, at=district.at(days, 9))
    close_activity(batch.activity_id, by=clerk, at=district.at(days, 17))


def _coming(district: District, course: Course) -> None:
    batch = _open(district, course, 3, -12)
    deputies = [seat.deputy for seat in district.mandates[PLACES[2]][:4]]
    invite_deputies(batch.activity, deputies, by=district.users["lianluo1"], at=district.at(2))


def _online(district: District) -> None:
    for title, summary, days, readers, parts in MATERIALS:
        material = issue_material(title=title, summary=summary, by=district.users["lianluo1"], at=district.at(days))
        attach(material, title, parts, by=district.users["lianluo1"], at=district.at(days))
        for seat in district.mandates[PLACES[1]][:readers]:
            finish_material(material, by=seat.deputy.user, at=district.at(days - 3))


def _staff(district: District) -> None:
    clerk = district.users["lianluo1"]
    facts: dict[str, Any] = {"form": "together", "place": "机关三楼会议室", "speaker": "方芳"}
    held = plan_staff_study(
        topic="监督法和本级实施办法", held_on=district.at(30).date(), by=clerk, at=district.at(40), **facts
    )
    words: dict[str, Any] = {"participants": "机关工作人员18人", "notes": "逐条学习，结合专项监督中的三个问题讨论。"}
    record_staff_study(held, by=clerk, at=district.at(29), **words)
    coming = district.day + timedelta(days=10)
    plan_staff_study(topic="建议办理与答复质量", held_on=coming, by=clerk, at=district.at(1), **facts)
