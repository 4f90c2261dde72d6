"""The paper of a vote on projects as a ballot on deputies' own devices."""

from datetime import datetime
from typing import Any

from foundation.accounts.models import User
from foundation.ballots.electronic import Limit
from foundation.web.chinese import date_text
from foundation.workflow import Refused
from supervision.models import Ballot, Project, ProjectVote
from supervision.states.project_vote import VotePurpose
from supervision.transitions.ballots import Line, plan_ballot
from supervision.transitions.project_people import electors

TOWNSHIP = "乡镇的项目票决使用纸质票，由两名工作人员计票。"
NO_ACCOUNT = "有{}名在任代表还没有可以使用的账号，不能参加电子表决。请先为他们开通账号，或者使用纸质票。"


def put_to_ballot(vote: ProjectVote, rule_code: str, capped: str, mode: str, *, by: Any, at: datetime) -> Ballot:
    """All serving deputies vote on every project of the vote; no more in favour than there are places.

    Refused for a township, whose clerk holds no ballots of the district, and while a deputy has no account.
    """
    if vote.project_year.house_id is not None:
        raise Refused(TOWNSHIP, "input", field="mode")
    seats = electors(None, vote.held_on)
    people = list(
        User.objects.active().filter(pk__in=seats.order_by().values("deputy__user")).order_by("pinyin_key", "pk")
    )
    if missing := vote.all_members - len(people):
        raise Refused(NO_ACCOUNT.format(missing), "input", field="mode")
    rows = vote.lines.select_related("project__unit").order_by("project__number", "pk")
    places = vote.places if vote.purpose == VotePurpose.CHOOSE else None
    return plan_ballot(
        vote,
        topic=str(vote),
        rule_code=rule_code,
        lines=[Line(f"{row.project.number}. {row.project.title}", _note(row.project), row.project) for row in rows],
        mode=mode,
        electors=people,
        all_members=vote.all_members,
        meeting=vote.meeting,
        held_on=vote.held_on,
        limit=Limit(capped, places) if places and places < len(rows) else None,
        by=by,
        at=at,
    )


def _note(project: Project) -> str:
    """What stands beside a project on the paper: who does it, what it costs, by when."""
    return f"{project.unit}，{project.amount.normalize():f}万元，{date_text(project.due_on)}前完成。{project.content}"[
        :300
    ]
