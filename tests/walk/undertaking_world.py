"""Supervision in the world of the walk: one planned, one under way, one kept from the body, one concluded."""

from datetime import date, datetime

from django.utils import timezone

from supervision.models import Undertaking
from supervision.transitions import collected, steps, team, undertakings, visits
from tests.supervision import hand
from tests.walk.cases import Secret, World
from tests.walk.undertaking_routes import BEGUN, HOUSE, TEAM


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
    for name in ("undertaking-settled", "undertaking-concluded", "undertaking-public"):
        row = rows[name] = begun(name[-7:], "follow_up")
        for step in row.steps.all():
            steps.skip_step(step.pk, reason="结合其他工作进行。", by=cast.fang, at=at)
    for name in ("undertaking-concluded", "undertaking-public"):
        undertakings.conclude_undertaking(rows[name].pk, outcome="已解决。", by=cast.fang, at=at)
    undertakings.publish_undertaking(rows["undertaking-public"].pk, by=cast.fang, at=at)
    _inspected(world, begun("丁", "enforcement_inspection"), at)
    rows["joint-meeting"] = begun("戊", "joint_meeting")
    opinion = collected.collect_opinion(
        rows["undertaking"].pk, source="deputy", text="密监督意见之一。", by=cast.he, at=at
    )
    collected.send_opinions(rows["undertaking"].pk, by=cast.he, at=at)
    rows["opinion-sent"] = opinion
    collected.collect_opinion(rows["undertaking"].pk, source="deputy", text="密监督意见之二。", by=cast.he, at=at)
    world.secrets += [
        Secret("密监督甲号", HOUSE),
        Secret("密监督乙号", BEGUN),
        Secret("密监督丙号", HOUSE),
        Secret("密监督报告稿", BEGUN),
        Secret("密监督丁号", TEAM),
        Secret("密监督意见之一", BEGUN),
        Secret("密监督意见之二", HOUSE),
        Secret("密监督现场", HOUSE | {"lin"}),
    ]


def _inspected(world: World, row: Undertaking, at: datetime) -> None:
    """lin and luo are in the team; one article, one place."""
    cast, rows = world.cast, world.rows
    rows["inspection"] = row
    rows["team-member"] = team.join_team(row.pk, deputy=world.register.lin.deputy, by=cast.fang, at=at)
    team.join_team(row.pk, person=cast.luo, by=cast.fang, at=at)
    facts = {"law": "道路交通安全法", "article": "第二十五条", "duty": "密监督现场条文。"}
    rows["law-article"] = visits.list_article(row.pk, by=cast.fang, at=at, **facts)
    seen = {"kind": "site", "visited_on": timezone.localdate(at), "place": "人民路", "findings": "密监督现场信号灯。"}
    visits.record_visit(row.pk, by=cast.fang, at=at, **seen)
