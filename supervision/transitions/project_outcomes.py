"""What the ballot at the end decides: a project is struck off, or goes back to be mended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.workflow import lock
from supervision.models import Project, ProjectVoteLine
from supervision.notices import projects as notices
from supervision.states.project import PROJECT_FLOW
from supervision.states.project_vote import LineOutcome
from supervision.transitions._beats import note
from supervision.transitions.project_years import start_clocks

NOT_PASSED = "不满意"


def ended(lines: Sequence[ProjectVoteLine], by: Any, at: datetime) -> str:
    """Strikes off what was found good enough; the rest is mended and balloted again. Answers it in a sentence."""
    good = [line for line in lines if line.result and line.result.outcome != NOT_PASSED]
    for line in lines:
        if line in good:
            _strike_off(line, by, at)
        else:
            _rework(line, by, at)
    bad = len(lines) - len(good)
    return f"{len(good)}项通过测评，予以销号。" + (f"{bad}项未通过，退回整改后再次测评。" if bad else "")


def _strike_off(line: ProjectVoteLine, by: Any, at: datetime) -> None:
    project = lock(Project, line.project_id)
    project.state, project.closed_at = PROJECT_FLOW.target("strike_off_project", project.state), at
    project.bump("state", "closed_at")
    line.outcome = LineOutcome.CHOSEN
    line.bump("outcome")
    result = line.result.outcome if line.result else ""
    note("strike_off_project", project, f"满意度测评结果“{result}”，销号。", by=by, at=at, visibility="public")
    notices.project_struck_off(project, result, by=by, at=at)


def _rework(line: ProjectVoteLine, by: Any, at: datetime) -> None:
    """What was not good enough is no longer finished: its evidence is asked for anew."""
    project = lock(Project, line.project_id)
    project.state = PROJECT_FLOW.target("rework_project", project.state)
    project.percent, project.finished_on, project.accepted_at = 99, None, None
    project.bump("state", "percent", "finished_on", "accepted_at")
    line.outcome = LineOutcome.FAILED
    line.bump("outcome")
    start_clocks(project, by=by, at=at)
    note("rework_project", project, "满意度测评未通过，退回整改。", by=by, at=at, visibility="public")
    notices.project_reworked(project, by=by, at=at)
