"""The road of a project on one page (F49): idea, letter, suggestion, examination, list, vote, progress, ballot."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from foundation.web.chinese import date_text
from foundation.web.panels import Panel
from liaison_stations.models import Letter
from suggestions.models import Suggestion
from supervision.models import Project, ProjectIdea
from supervision.querysets.sources import IDEA_SOURCES
from supervision.rules.project_years import may_open_projects
from supervision.states.project import ChangeState, ProjectState
from supervision.states.project_idea import IdeaState
from supervision.states.project_vote import VotePurpose, VoteState


@dataclass
class Stage:
    """One stage with its lines, each (words, address or "")."""

    title: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def add(self, words: str, address: str = "") -> None:
        self.lines.append((words, address))


def road_of(project: Project, user: Any = None) -> list[Stage]:
    """Every stage the project has been through. Without `user`, as everybody may read it: nobody's name but that of
    deputies and bodies, no paper that is not public."""
    stages = [_ideas(project, user), _preparation(project, user), _votes(project), _work(project), _end(project)]
    return [stage for stage in stages if stage.lines]


def _ideas(project: Project, user: Any) -> Stage:
    stage = Stage("群众点单：意见来源")
    ideas = project.ideas.filter(state=IdeaState.ADOPTED).select_related("deputy", "unit", "letter", "suggestion")
    rows = list(ideas.order_by("posted_at", "pk"))
    papers = _papers(rows, user)
    for idea in rows:
        source = f"{idea.get_channel_display()}，{_day(idea.posted_at)}"
        who = f"，{idea.proposer}" if idea.deputy_id or idea.unit_id else ""
        address = idea.get_absolute_url() if user else ""
        stage.add(f"{idea.number_text} {idea.public_words}（{source}{who}）", address)
        if idea.pk in papers:
            stage.add(*papers[idea.pk])
    return stage


def _papers(ideas: list[ProjectIdea], user: Any) -> dict[int, tuple[str, str]]:
    """The suggestion or letter an idea came from, for those who may open it; two queries however many there are."""
    if user is None:
        return {}
    letters = Letter.objects.visible_to(user).in_bulk([idea.letter_id for idea in ideas if idea.letter_id])
    suggestions = {idea.suggestion_id for idea in ideas if idea.suggestion_id}
    known = Suggestion.objects.visible_to(user).filter(pk__in=suggestions).in_bulk()
    found: dict[int, tuple[str, str]] = {}
    for idea in ideas:
        paper = known.get(idea.suggestion_id) or letters.get(idea.letter_id)
        if paper is not None:
            found[idea.pk] = f"来自{paper}", paper.get_absolute_url()
    return found


def _preparation(project: Project, user: Any) -> Stage:
    stage = Stage("筛选论证")
    year = project.project_year
    for check in project.checks.filter(answered_at__isnull=False).select_related("unit"):
        cost = f"，测算{check.cost.normalize():f}万元" if check.cost is not None else ""
        stage.add(f"{check.unit.label}论证：{check.get_verdict_display()}{cost}（{_day(check.answered_at)}）")
    if user is not None:
        for said in project.remarks.all():
            stage.add(f"{said.get_stage_display()}，{said.speaker}：{said.text}（{_day(said.at)}）")
    if project.number:
        stage.add(f"列为第{project.number}号候选项目，{year.approved_by}讨论通过")
    elif project.drop_reason:
        stage.add(f"未列入候选：{project.drop_reason}")
    return stage


def _votes(project: Project) -> Stage:
    stage = Stage("代表定单：票决")
    year = project.project_year
    for line in _lines(project, VotePurpose.CHOOSE):
        stage.add(f"{line.vote.meeting_name}，{_day(line.vote.held_on)}：{line.get_outcome_display()}")
        stage.add(line.result.formula)
    if year.announced_at and project.state != ProjectState.UNCHOSEN:
        stage.add(f"{year.announcement}公布（{_day(year.announced_at)}）")
    return stage


def _work(project: Project) -> Stage:
    stage = Stage("政府办单：实施")
    for report in reversed(project.reports.all()):
        stage.add(f"{_day(report.on)}：进度{report.percent}%，{report.text}")
    for change in project.changes.filter(state=ChangeState.APPROVED).order_by("decided_at"):
        stage.add(f"{change.meeting}同意{change.get_kind_display()}：{change.before}→{change.after}")
    for visit in project.visits.select_related("deputy").order_by("on", "pk"):
        stage.add(f"{_day(visit.on)}：{visit.deputy}代表现场察看")
    return stage


def _end(project: Project) -> Stage:
    stage = Stage("人大验单：验收和测评")
    if project.accepted_at:
        stage.add(f"通过验收（{_day(project.accepted_at)}）：{project.acceptance}")
    for line in _lines(project, VotePurpose.END):
        stage.add(f"{line.vote.meeting_name}，{_day(line.vote.held_on)}满意度测评：{line.result.outcome}")
        stage.add(line.result.formula)
    if project.closed_at:
        stage.add(f"销号（{_day(project.closed_at)}）")
    return stage


def _lines(project: Project, purpose: str) -> list[Any]:
    """Votes that stood, with their counts."""
    rows = project.vote_lines.filter(vote__purpose=purpose, vote__state=VoteState.SETTLED)
    return list(rows.select_related("vote", "count", "ballot_line").order_by("vote__round"))


def _day(moment: Any) -> str:
    return date_text(moment if type(moment) is date else timezone.localdate(moment))


def _of_paper(request: HttpRequest, source: Any, field: str) -> dict[str, Any] | None:
    known = ProjectIdea.objects.exclude(**{field: None}).values_list(field, flat=True)
    if source.pk not in IDEA_SOURCES[field].of(known):
        return None
    ideas = ProjectIdea.objects.filter(**{field: source})
    rows = list(ideas.with_names().exclude(state=IdeaState.WITHDRAWN).order_by("posted_at", "pk"))
    if not rows:
        return None
    opens = bool(may_open_projects(request.user))
    seen = Project.objects.visible_to(request.user).in_bulk([row.project_id for row in rows if row.project_id])
    return {"ideas": [(row, seen.get(row.project_id)) for row in rows], "opens": opens}


def _of_suggestion(request: HttpRequest, paper: Suggestion) -> dict[str, Any] | None:
    return _of_paper(request, paper, "suggestion")


def _of_letter(request: HttpRequest, letter: Letter) -> dict[str, Any] | None:
    return _of_paper(request, letter, "letter")


TEMPLATE = "supervision/ideas_of_paper.html"
PANELS = (
    Panel("suggestions.suggestion", "projects", "民生实事", TEMPLATE, _of_suggestion, order=60),
    Panel("liaison_stations.letter", "projects", "民生实事", TEMPLATE, _of_letter, order=60),
)
