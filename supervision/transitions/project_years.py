"""A year of livelihood projects: opened to ideas, closed, its list settled, announced, ended."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.workflow import Refused, lock
from supervision.models import Project, ProjectStandard, ProjectYear
from supervision.notices import projects as notices
from supervision.rules import project_years as rules
from supervision.selection import least_candidates
from supervision.states.project import PROJECT_FLOW, ProjectState
from supervision.states.project_idea import IdeaState
from supervision.states.project_year import PROJECT_YEAR_FLOW, ChoosingWay, ProjectStandardCode
from supervision.transitions._beats import day_of, filled, note

SCREENING, PROGRESS, FINISH = "project_screening", "project_progress", "project_finish"


@transaction.atomic
def open_project_year(
    *,
    year: int,
    collect_from: date,
    collect_until: date,
    intro: str,
    house: Organisation | None = None,
    by: Any,
    at: datetime,
) -> ProjectYear:
    """Announces the collection of ideas for the projects of `year`; `house` is the township where it is not the
    district's own. Refused: another's congress, days the wrong way round, the same year twice."""
    on = day_of(at)
    rules.may_open_project_year(by, on=on).require()
    if collect_until < collect_from:
        raise Refused("征集截止不能早于征集开始。", "input", field="collect_until")
    words = filled(intro, "请填写征集公告：征集什么、怎样提。", "intro")
    facts = {"collect_from": collect_from, "collect_until": collect_until, "opened_by": by, "opened_at": at}
    row = ProjectYear(year=year, house=house, intro=words, **facts)
    rules.runs(by, row, on).require()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(f"{row}已经登记。", "input", field="year") from error
    note("open_project_year", row, f"发布征集公告，{collect_from}至{collect_until}。", by=by, at=at)
    notices.collection_opened(row, by=by, at=at)
    return row


@transaction.atomic
def amend_project_year(
    pk: Any, *, collect_until: date, intro: str, by: Any, at: datetime, version: int | None = None
) -> ProjectYear:
    """Mends the announcement, or lets the collection run longer; it is never cut short behind people's backs."""
    row = lock(ProjectYear, pk, version=version)
    rules.may_amend_project_year(by, row, on=day_of(at)).require()
    if collect_until < row.collect_until:
        raise Refused("征集截止只能推后，不能提前。", "input", field="collect_until")
    row.collect_until, row.intro = collect_until, filled(intro, "请填写征集公告。", "intro")
    row.bump("collect_until", "intro")
    note("amend_project_year", row, f"修改征集公告，征集到{collect_until}。", by=by, at=at)
    return row


@transaction.atomic
def close_collection(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ProjectYear:
    """The days of collection are over; the clock of screening begins."""
    row = _opened("close_collection", pk, by, at, version)
    _move(row, "close_collection")
    deadlines.start(SCREENING, row, on=day_of(at), organisation=row.house_id, by=by, at=at)
    note("close_collection", row, f"征集结束，收到意见{row.ideas.count()}条。", by=by, at=at)
    return row


@transaction.atomic
def list_candidates(
    pk: Any,
    *,
    projects: Sequence[Project],
    way: str,
    places: int | None,
    approved_by: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectYear:
    """The list for the congress, numbered in the order given, with the meeting that approved it.

    Refused: ideas nobody has screened, projects without a favourable examination, too few candidates for the way of
    voting.
    """
    row = _opened("list_candidates", pk, by, at, version)
    if waiting := row.ideas.filter(state=IdeaState.POSTED).count():
        raise Refused(f"还有{waiting}条征集意见没有筛选，请逐条处理后再确定候选项目。", "state")
    chosen = _examined(row, projects)
    row.way, row.places = ChoosingWay(way), _places(ChoosingWay(way), places, len(chosen), day_of(at))
    row.approved_by = filled(approved_by, "请写明讨论决定候选项目的会议。", "approved_by")[:120]
    _move(row, "list_candidates", "way", "places", "approved_by")
    for number, project in enumerate(chosen, 1):
        project.number, project.state = number, PROJECT_FLOW.target("list_project", project.state)
        project.bump("number", "state")
    deadlines.meet(SCREENING, row, at=at)
    summary = f"确定候选项目{len(chosen)}项，{row.get_way_display()}，{row.approved_by}讨论通过。"
    note("list_candidates", row, summary, by=by, at=at)
    notices.candidates_listed(row, len(chosen), by=by, at=at)
    return row


@transaction.atomic
def reopen_screening(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> ProjectYear:
    """The list goes back to be screened again, before anybody has voted."""
    row = _opened("reopen_screening", pk, by, at, version)
    why = filled(reason, "请写明退回的理由。", "reason")
    for project in lock_projects(row, ProjectState.CANDIDATE):
        project.number, project.state = None, PROJECT_FLOW.target("unlist_project", project.state)
        project.bump("number", "state")
    _move(row, "reopen_screening")
    deadlines.start(SCREENING, row, on=day_of(at), organisation=row.house_id, by=by, at=at)
    note("reopen_screening", row, f"退回重新筛选：{why}", by=by, at=at)
    notices.screening_reopened(row, why, by=by, at=at)
    return row


@transaction.atomic
def announce_projects(pk: Any, *, announcement: str, by: Any, at: datetime, version: int | None = None) -> ProjectYear:
    """The congress announces the result: what was chosen begins, everybody may read of it, the units' clocks run."""
    row = _opened("announce_projects", pk, by, at, version)
    row.announcement = filled(announcement, "请填写公告文号，例如“区人大公告〔2026〕2号”。", "announcement")[:60]
    row.announced_at = at
    _move(row, "announce_projects", "announcement", "announced_at")
    chosen = lock_projects(row, ProjectState.CHOSEN)
    for project in chosen:
        project.state = PROJECT_FLOW.target("start_project", project.state)
        project.bump("state")
        start_clocks(project, by=by, at=at)
    note("announce_projects", row, f"{row.announcement}公布项目{len(chosen)}项。", by=by, at=at, visibility="public")
    notices.projects_announced(row, chosen, by=by, at=at)
    return row


@transaction.atomic
def close_project_year(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ProjectYear:
    """The year is over for good."""
    row = _opened("close_project_year", pk, by, at, version)
    row.closed_on = day_of(at)
    _move(row, "close_project_year", "closed_on")
    note("close_project_year", row, "全部项目办结。", by=by, at=at, visibility="public")
    return row


def start_clocks(project: Project, *, by: Any, at: datetime) -> None:
    """The next report, and the day the project was promised for; a day that has passed counts from today."""
    on, unit = day_of(at), project.unit_id
    deadlines.start(PROGRESS, project, on=on, organisation=unit, by=by, at=at)
    deadlines.start(FINISH, project, on=on, organisation=unit, until=max(project.due_on, on), by=by, at=at)


def lock_projects(row: ProjectYear, *states: str) -> list[Project]:
    """The year's projects in these states, locked in one order."""
    found = Project.objects.select_for_update().filter(project_year=row, state__in=states)
    return list(found.order_by("pk"))


def _examined(row: ProjectYear, projects: Sequence[Project]) -> list[Project]:
    drafts = {project.pk: project for project in lock_projects(row, ProjectState.DRAFT)}
    chosen = [drafts[project.pk] for project in projects if project.pk in drafts]
    if not chosen or len(chosen) != len(projects):
        raise Refused("请从本年度的初步项目中选择候选项目。", "input", field="projects")
    for project in chosen:
        last = project.checks.filter(answered_at__isnull=False).order_by("-answered_at", "-pk").first()
        if project.checks.filter(answered_at__isnull=True).exists():
            raise Refused(f"“{project}”的可行性论证还没有答复。", "input", field="projects")
        if last is None or last.verdict == "not_feasible":
            raise Refused(f"“{project}”没有通过可行性论证，请先请责任单位论证。", "input", field="projects")
    return chosen


def _places(way: str, places: int | None, candidates: int, on: date) -> int | None:
    """How many are to be chosen; refused where way and numbers do not go together."""
    if way == ChoosingWay.EACH:
        return None
    if not places:
        raise Refused("请填写应选项目数。", "input", field="places")
    if way == ChoosingWay.EQUAL and candidates != places:
        raise Refused(
            f"等额票决的候选项目应当与应选项目数相等，现为{candidates}项、{places}项。", "input", field="places"
        )
    if way == ChoosingWay.MORE:
        share = ProjectStandard.objects.amount_on(ProjectStandardCode.MORE_SHARE, on)
        least = least_candidates(places, share)
        if candidates < least:
            words = f"差额票决选{places}项，候选项目至少{least}项（多{share}%），现为{candidates}项。"
            raise Refused(words, "input", field="places")
    return places


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> ProjectYear:
    row = lock(ProjectYear, pk, version=version)
    getattr(rules, f"may_{verb}")(by, row, on=day_of(at)).require()
    return row


def _move(row: ProjectYear, verb: str, *fields: str) -> None:
    row.state = PROJECT_YEAR_FLOW.target(verb, row.state)
    row.bump("state", *fields)
