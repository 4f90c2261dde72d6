"""Supervision in the world of the walk: one planned, one under way, one kept from the body, one concluded."""

from datetime import date, datetime

from supervision.models import Undertaking
from supervision.transitions import steps, undertakings
from tests.supervision import hand
from tests.walk.cases import Secret, World
from tests.walk.undertaking_routes import BEGUN, HOUSE


def tell(world: World, at: datetime) -> None:
    """fang's committee over feng's bureau."""
    cast, rows = world.cast, world.rows
    meeting = date(at.year + 1, 5, 28)

    def planned(word: str, code: str = "special_report", **facts: object) -> Undertaking:
        known = {"title": f"密监督{word}号公共交通", "year": at.year, "meeting_on": meeting, **facts}
        return hand.planned(cast, code, at=at, **known)

    def begun(word: str, code: str = "special_report", **facts: object) -> Undertaking:
        return undertakings.begin_undertaking(planned(word, code, **facts).pk, by=cast.fang, at=at)

    rows["undertaking-planned"] = planned("甲")
    row = rows["undertaking"] = begun("乙")
    rows["step-body"] = hand.step(row, "report_final")
    rows["step-own"], rows["step-shared"] = hand.step(row, "research"), hand.step(row, "notify")
    rows["step-done"] = hand.finish(row, "report_draft", cast.feng, at, text="密监督报告稿。")
    hidden = rows["undertaking-hidden"] = begun("丙", "special_check", hidden_until=date(2999, 1, 1))
    rows["step-hidden"] = hand.step(hidden, "answer")
    for name in ("undertaking-settled", "undertaking-concluded"):
        row = rows[name] = begun(name[-7:], "follow_up")
        for step in row.steps.all():
            steps.skip_step(step.pk, reason="结合其他工作进行。", by=cast.fang, at=at)
    rows["undertaking-concluded"] = undertakings.conclude_undertaking(row.pk, outcome="已解决。", by=cast.fang, at=at)
    world.secrets += [
        Secret("密监督甲号", HOUSE),
        Secret("密监督乙号", BEGUN),
        Secret("密监督丙号", HOUSE),
        Secret("密监督报告稿", BEGUN),
    ]
