"""Reports to voters of the year: meetings held, ballots counted, one to be mended, and what waits for whom."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from deputies.models import Mandate, VoterReport
from deputies.reference.ballots import VOTERS
from deputies.states import AttendanceStatus
from deputies.transitions.close_activity import close_activity
from deputies.transitions.plan_reports import plan_reports
from deputies.transitions.record_attendance import record_attendance
from deputies.transitions.rectify import confirm_rectification, submit_rectification
from deputies.transitions.report_meetings import call_report_meeting
from deputies.transitions.statements import read_statement, write_statement
from deputies.transitions.voter_ballots import check_ballot, enter_ballot
from foundation.accounts.models import User
from foundation.ballots import Papers
from foundation.ballots.models import BallotClause, BallotGroup, BallotRule

GRADES = ("称职", "基本称职", "不称职")
LOCAL_RULE = "《示范区人大代表向选民述职办法》"
REVISED = "《示范区人大代表向选民述职办法》（修订）"
# Since the revision three bodies ballot, each counted by itself.
BODIES = {"选民": 70, "代表小组": 15, "工作机构": 15}
SINCE = 30
PLANNED, WRITTEN, MEETING = 40, 20, 0
STATEMENT = """一、学习宣传法律和决议
参加区人大常委会组织的代表培训，在{place}各村（社区）宣讲区人民代表大会会议精神4次。

二、会议期间工作
按时出席区人民代表大会会议，认真审议各项报告，在{place}代表团发言2次，围绕群众出行、饮水等问题提出建议。

三、闭会期间活动
参加视察、专题调研和代表小组活动6次，对公交站点、农村道路养护等问题提出意见。

四、联系选民、为群众办实事
固定联系选民12户，在代表联络站接待群众9人次，协调解决路灯不亮、排水不畅等问题5件。

五、存在的不足和下一步打算
深入偏远村组不够，对有的建议跟踪不紧。下一步坚持每季度走访一遍联系户，对没有办结的事项逐件跟踪。"""
RECTIFIED = (
    "向选民逐户说明情况，公布联系方式，改为每月第一个星期六在村委会接待；选民反映的三件事已办成两件，一件已提出建议。"
)


# Votes by grade, of the voters alone or of each body in turn.
Sheet = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Turn:
    """One meeting: where, which seats, how many days ago, the votes on each, and how far it went."""

    place: str
    seats: tuple[int, ...]
    ago: int
    votes: tuple[Sheet, ...] = ()
    checked: bool = True


TURNS = (
    Turn("东湖街道", (1, 2, 3), 150, (((48, 5, 2),), ((51, 3, 1),), ((39, 11, 5),))),
    Turn("石桥镇", (2, 3), 118, (((52, 4, 1),), ((47, 6, 4),))),
    Turn("柳林镇", (3,), 96, (((14, 12, 31),),)),
    Turn("河口镇", (2, 4), 40, (((13, 10, 30),), ((50, 3, 2),))),
    Turn("东湖街道", (5,), 20, (((46, 5, 2), (8, 1, 0), (5, 0, 0)),)),
    Turn("青山乡", (1, 2), 9, (((44, 6, 3), (7, 2, 0), (5, 1, 0)),), checked=False),
    Turn("石桥镇", (4,), 4),
)


def tell(district: District) -> None:
    """Seven meetings; of the people whose sign-in is printed one has to write, one waits to be read."""
    BallotRule.objects.filter(code=VOTERS).update(legal_basis=LOCAL_RULE)
    _revise(district)
    for turn in TURNS:
        _meeting(district, turn)
    ahead = [(district.mandates["石桥镇"][0], 6, 40), (district.mandates["柳林镇"][0], 30, 12)]
    for seat, ago, days in ahead:
        _planned(district, seat, ago, days)
    waiting = VoterReport.objects.get(mandate=ahead[1][0])
    user = waiting.mandate.deputy.user
    write_statement(waiting, statement=_statement("柳林镇"), ready=True, by=user, at=district.at(3))


def _revise(district: District) -> None:
    """The rule that has counted is ended; its next version keeps the conditions and weighs three bodies."""
    old, since = BallotRule.objects.get(code=VOTERS), district.at(SINCE).date()
    clauses, old.valid_until = list(old.clauses.all()), since - timedelta(days=1)
    old.save(update_fields=["valid_until"])
    facts: dict[str, Any] = {"base": old.base, "grades": old.grades, "otherwise": old.otherwise, "valid_from": since}
    rule = BallotRule.objects.create(code=VOTERS, name="代表述职测评办法（加权）", legal_basis=REVISED, **facts)
    for clause in clauses:
        clause.pk, clause.rule = None, rule
    BallotClause.objects.bulk_create(clauses)
    BallotGroup.objects.bulk_create(
        BallotGroup(rule=rule, name=name, weight=weight, order=order)
        for order, (name, weight) in enumerate(BODIES.items(), 1)
    )


def _planned(district: District, seat: Mandate, ago: int, days: int) -> VoterReport:
    """Planned so many days ago for a day so many days ahead of the loading."""
    day = district.day + timedelta(days=days)
    until, voters = day - timedelta(days=10), f"{seat.constituency}选民代表"
    by: dict[str, Any] = {"by": district.users["lianluo1"], "at": district.at(ago)}
    return plan_reports([seat], planned_on=day, statement_due_on=until, audience=voters, **by)[0]


def _statement(place: str) -> str:
    return STATEMENT.format(place=place)


def _meeting(district: District, turn: Turn) -> None:
    clerk, checker = district.users["lianluo1"], district.users["lianluo2"]
    seats = [district.mandates[turn.place][number] for number in turn.seats]
    rows = [_planned(district, seat, turn.ago + PLANNED, -turn.ago) for seat in seats]
    for row in rows:
        at = district.at(turn.ago + WRITTEN)
        write_statement(row, statement=_statement(turn.place), ready=True, by=row.mandate.deputy.user, at=at)
        read_statement(row, accepted=True, by=clerk, at=district.at(turn.ago + WRITTEN - 4))
    starts = district.at(turn.ago, 9)
    activity = call_report_meeting(
        rows,
        title=f"{turn.place}代表述职会",
        starts_at=starts,
        ends_at=starts + timedelta(hours=2, minutes=30),
        place=f"{turn.place}代表联络站",
        by=clerk,
        at=district.at(turn.ago + WRITTEN - 6),
    )
    for invitation in activity.invitations.all():
        record_attendance(invitation, AttendanceStatus.PRESENT, by=clerk, at=starts)
    close_activity(activity, by=clerk, at=district.at(turn.ago, 14))
    for row, sheet in zip(rows, turn.votes, strict=False):
        _ballot(district, row, sheet, turn, clerk, checker)


def _papers(votes: tuple[int, int, int]) -> Papers:
    """One paper is invalid, one was not given back."""
    returned, counted = sum(votes) + 1, dict(zip(GRADES, votes, strict=True))
    return Papers(present=returned + 1, issued=returned + 1, returned=returned, votes=counted, invalid=1)


def _ballot(district: District, row: VoterReport, sheet: Sheet, turn: Turn, clerk: User, checker: User) -> None:
    every = [_papers(votes) for votes in sheet]
    papers = dict(zip(BODIES, every, strict=True)) if len(every) > 1 else every[0]
    # The demonstration's first clerk finds something to check.
    by, second = (clerk, checker) if turn.checked else (checker, clerk)
    enter_ballot(row, papers=papers, by=by, at=district.at(turn.ago, 15))
    if not turn.checked:
        return
    done = check_ballot(row, agrees=True, by=second, at=district.at(turn.ago, 16))
    if done.state == "rectifying" and turn.ago > 60:
        submit_rectification(done, rectification=RECTIFIED, by=row.mandate.deputy.user, at=district.at(turn.ago - 60))
        confirm_rectification(done, agrees=True, by=clerk, at=district.at(turn.ago - 66))
