"""Questioning in the world of the walk: one in preparation, one sorting, one called, one live, one under review."""

from datetime import datetime
from typing import Any

from supervision.transitions import issue_reviews, problems, question_floor, session_issues
from supervision.transitions import question_sessions as act
from tests.suggestions.views.scans import scan
from tests.supervision import question_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.question_routes import ALL, AROUND, HOUSE


def tell(world: World, at: datetime) -> None:
    """fang asks the transport bureau through lin and zhou."""
    cast, rows, seats = world.cast, world.rows, world.register
    fang: dict[str, Any] = {"by": cast.fang, "at": at}
    rows["q-reported"] = hand.planned(cast, seats, at=at, reason="密备问号。")
    act.report_session(rows["q-reported"].pk, reported_on=at.date(), report_note="密批问号", **fang)
    rows["q-sorting"] = hand.sorting(cast, seats, at=at)
    rows["issue-listed"] = hand.listed(rows["q-sorting"], cast.lin, cast.transport, at=at, facts="密列问号。")
    rows["q-called"] = hand.called(cast, seats, at=at)
    rows["q-live"] = live = hand.called(cast, seats, at=at, reason="密场问号。")
    question_floor.open_floor(live.pk, **fang)
    rows["question-prepared"] = question_floor.ask_question(live.pk, text="密预问号？", by=cast.lin, at=at)
    seat = hand.seat(live, "lin")
    rows["question-asked"] = question_floor.ask_question(live.pk, text="密提问号？", seat=seat, **fang)
    rows["q-inquiry"] = hand.inquired(cast, seats, at=at)
    _issues(world, fang)
    world.secrets += [
        Secret("密备问号", HOUSE),
        Secret("密批问号", HOUSE),
        Secret("密列问号", AROUND),
        Secret("密预问号", HOUSE | {"lin"}),
        Secret("密场问号", ALL),
        Secret("密提问号", ALL),
        Secret("密留问号", ALL),
    ]


def _issues(world: World, fang: dict[str, Any]) -> None:
    """One in every state, of a published session; one of them withheld."""
    cast, rows, at = world.cast, world.rows, fang["at"]
    session = hand.sorting(cast, world.register, at=at)
    names = ("handed", "planned", "remedy", "reported", "counted", "closed", "withheld")
    for name in names:
        facts: dict[str, Any] = (
            {"facts": "密留问号。", "is_public": False} if name == "withheld" else {"is_public": True}
        )
        rows[f"issue-{name}"] = hand.listed(session, cast.fang, cast.transport, at=at, **facts)
    act.call_session(session.pk, **fang)
    question_floor.open_floor(session.pk, **fang)
    question_floor.shut_floor(session.pk, present=list(session.seats.all()), summary="一问一答。", **fang)
    session_issues.hand_issues(session.pk, **fang)
    plan = {"measures": "修复。", "person": "陈刚局长", "due_on": at.date()}
    talk = {"talked_with": "林晓梅代表", "talked_on": at.date(), "talk_note": "同意。"}
    done = {"result": "修好。", "account": "没有", "files": [scan()]}
    for name in names[1:6]:
        session_issues.plan_remedy(rows[f"issue-{name}"].pk, by=cast.feng, at=at, **plan)
    for name in names[2:6]:
        session_issues.agree_plan(rows[f"issue-{name}"].pk, **talk, **fang)
    for name in names[3:6]:
        session_issues.report_result(rows[f"issue-{name}"].pk, by=cast.feng, at=at, **done)
    entered = {"papers": hand.papers(9, 0, 0), "held_on": at.date(), "by": cast.he, "at": at}
    issue_reviews.enter_review(rows["issue-counted"].pk, **entered)
    issue_reviews.enter_review(rows["issue-closed"].pk, **entered)
    issue_reviews.check_review(rows["issue-closed"].pk, agrees=True, by=cast.xu, at=at)
    question_floor.review_session(session.pk, **fang)
    # Taken out of the ledger, it may be entered by hand.
    problems.withdraw_problem(rows["issue-handed"].ledger_row.pk, reason="误列", **fang)
    rows["q-held"] = question_floor.publish_session(session.pk, **fang)
