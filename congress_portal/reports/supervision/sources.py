"""The rows behind a figure of the report on supervision: those of them a person may open."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet

from congress_portal.reports.supervision import kinds
from foundation.web.tables import Column
from supervision.models import (
    Advice,
    Ballot,
    ByElection,
    DeliberationOpinion,
    DraftOpinion,
    DutyReport,
    Exam,
    HandedTask,
    Interpellation,
    LocalMeeting,
    Nominee,
    PlanTopic,
    Problem,
    Project,
    QuestionSession,
    Recall,
    Resolution,
    ResolutionTask,
    SessionIssue,
    TopicIdea,
    Undertaking,
)


def _of(model: Any) -> Callable[[Any], QuerySet]:
    """Rows of the room of supervision that a person may open."""
    return lambda user: model.objects.visible_to(user).order_by("pk")


def _named(model: Any) -> Callable[[Any], QuerySet]:
    """The same, with what their names are made of."""
    return lambda user: model.objects.visible_to(user).with_names().order_by("pk")


def _standing(row: Any) -> str:
    for name in ("get_state_display", "get_fate_display", "outcome"):
        if found := getattr(row, name, ""):
            return str(found() if callable(found) else found)
    return "—"


TITLED = (
    Column("名称", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("状态", lambda row: row.get_state_display() if hasattr(row, "state") else row.months),
)
NAMED = (
    Column("名称", str, link=lambda row: row.get_absolute_url(), primary=True),
    Column("状态", _standing),
)
SOURCES: dict[str, tuple[Callable[[Any], QuerySet], Sequence[Column]]] = {
    kinds.TOPIC: (_of(PlanTopic), TITLED),
    kinds.UNDERTAKING: (_of(Undertaking), TITLED),
    kinds.PROBLEM: (_of(Problem), TITLED),
    kinds.IDEA: (_of(TopicIdea), TITLED),
    kinds.BALLOT: (_of(Ballot), NAMED),
    kinds.PROJECT: (_of(Project), TITLED),
    kinds.SESSION: (_of(QuestionSession), TITLED),
    kinds.ISSUE: (_of(SessionIssue), TITLED),
    kinds.INTERPELLATION: (_of(Interpellation), TITLED),
    kinds.OPINION: (_of(DeliberationOpinion), TITLED),
    kinds.RESOLUTION: (_of(Resolution), TITLED),
    kinds.TASK: (_of(ResolutionTask), TITLED),
    kinds.NOMINEE: (_named(Nominee), NAMED),
    kinds.EXAM: (_named(Exam), NAMED),
    kinds.DUTY_REPORT: (_named(DutyReport), NAMED),
    kinds.MEETING: (_named(LocalMeeting), NAMED),
    kinds.HANDED: (_of(HandedTask), TITLED),
    kinds.RECALL: (_named(Recall), NAMED),
    kinds.BY_ELECTION: (_named(ByElection), NAMED),
    kinds.ADVICE: (_named(Advice), NAMED),
    kinds.DRAFT_OPINION: (_named(DraftOpinion), NAMED),
}
