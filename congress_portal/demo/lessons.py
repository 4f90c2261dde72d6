"""A case session on excellent suggestions of the year before, and a township that trains its own deputies."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import PLACES, District
from deputies.models import Course
from deputies.transitions.close_activity import close_activity
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.open_batch import open_batch
from deputies.transitions.plan_training import add_course, adopt_training_plan, make_training_plan
from deputies.transitions.record_attendance import record_attendance
from suggestions.models import Suggestion
from suggestions.transitions.choose_case import choose_case

CHOSEN = (
    "选题小、看得准：提出前走访了二十多户，写清了问题在哪里、谁来办、办到什么程度。",
    "与承办单位三次到现场商量，把一时办不了的写成有时限的承诺，一项一项跟到底。",
)
AIMS = "让本镇代表会走访、会提问、会写建议。"
COURSE: dict[str, Any] = {
    "name": "怎样走访选民",
    "form": "own",
    "audience": "all",
    "month": 6,
    "lecturer": "石桥镇人大主席",
    "content": "走访前看什么，走访时问什么，走访后怎样把群众的话写成建议。",
}
HELD = 75


def tell(district: District, cases: Course) -> None:
    """`cases` is the course of the year's plan whose session comes next month."""
    _cases(district, cases)
    _township(district)


def _cases(district: District, course: Course) -> None:
    clerk, starts = district.users["lianluo1"], district.at(0, 9) + timedelta(days=26)
    days: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(hours=3), "place": "区会议中心二号厅"}
    session = open_batch(course, by=clerk, at=district.at(6), **days).activity
    excellent = Suggestion.objects.filter(awards__isnull=False).distinct().order_by("pk")
    for suggestion, lesson in zip(excellent, CHOSEN, strict=False):
        choose_case(session, suggestion=suggestion, lesson=lesson, by=clerk, at=district.at(5))
    deputies = [seat.deputy for place in PLACES[:2] for seat in district.mandates[place]]
    invite_deputies(session, deputies, by=clerk, at=district.at(4))


def _township(district: District) -> None:
    clerk = district.users["xiangzhen"]
    plan = make_training_plan(year=district.day.year, aims=AIMS, by=clerk, at=district.at(200))
    course = add_course(plan, by=clerk, at=district.at(200), **COURSE)
    decided: dict[str, Any] = {"decision": f"{PLACES[0]}人大主席团会议", "adopted_on": district.at(196).date()}
    adopt_training_plan(plan, by=clerk, at=district.at(195), **decided)
    starts = district.at(HELD, 14)
    days: dict[str, Any] = {
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "place": "石桥镇政府三楼会议室",
    }
    batch = open_batch(course, by=clerk, at=district.at(HELD + 14), **days)
    deputies = [seat.deputy for seat in district.mandates[PLACES[0]]]
    rows = invite_deputies(batch.activity, deputies, by=clerk, at=district.at(HELD + 13))
    for row in rows[:-2]:
        record_attendance(row, "present", by=clerk, at=starts)
    close_activity(batch.activity_id, by=clerk, at=starts + timedelta(hours=3))
