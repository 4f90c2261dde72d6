"""Livelihood projects for tests, as far on their way as a test needs them: the year 2027, three deputies who vote."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from supervision.models import Project, ProjectField, ProjectVote, ProjectYear
from supervision.transitions import project_votes, project_work, project_years, projects

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
LATER = datetime(2026, 4, 2, 10, tzinfo=SHANGHAI)
NAMES = ("东街社区加装电梯", "城北新建公厕", "青石镇卫生院改造", "桥头公交站台")


def photo(name: str = "现场.png") -> SimpleUploadedFile:
    """A small picture that passes for a photograph of the site."""
    held = BytesIO()
    Image.new("RGB", (8, 6), "#1b6b3a").save(held, "PNG")
    return SimpleUploadedFile(name, held.getvalue(), "image/png")


def opened(by: Any, *, at: datetime = AT, **facts: Any) -> ProjectYear:
    known: dict[str, Any] = {"year": 2027, "collect_from": at.date(), "collect_until": date(2026, 3, 31)}
    known |= {"intro": "请提意见。", **facts}
    return project_years.open_project_year(by=by, at=at, **known)


def drafted(year: ProjectYear, by: Any, unit: Any, title: str = NAMES[0], *, at: datetime = AT) -> Project:
    facts = {
        "content": "两部。",
        "amount": Decimal(120),
        "funding": "区财政",
        "unit": unit,
        "due_on": date(year.year, 9, 30),
    }
    field = ProjectField.objects.get(name="住房和老旧小区")
    return projects.add_project(year.pk, title=title, field=field, by=by, at=at, **facts)


def examined(project: Project, cast: Any, *, at: datetime = LATER, verdict: str = "feasible") -> Project:
    """The unit (the transport bureau, feng) finds that it can be done."""
    check = projects.ask_check(project.pk, unit=project.unit, by=cast.he, at=at)
    cost = Decimal(118) if verdict != "not_feasible" else None
    projects.answer_check(check.pk, verdict=verdict, text="具备条件。", cost=cost, by=cast.feng, at=at)
    return project


def listed(cast: Any, *, way: str = "more", places: int | None = 2, names: Any = NAMES, **facts: Any) -> ProjectYear:
    """Collected, closed, drawn up, examined, on the list."""
    at = facts.pop("at", AT)
    later = max(at, LATER)
    year = opened(cast.he, at=at, **facts)
    found = [examined(drafted(year, cast.he, cast.transport, title, at=at), cast, at=later) for title in names]
    project_years.close_collection(year.pk, by=cast.he, at=later)
    meeting = "区五届人大常委会第三十次会议"
    return project_years.list_candidates(
        year.pk, projects=found, way=way, places=places, approved_by=meeting, by=cast.he, at=later
    )


def planned(year: ProjectYear, by: Any, *, at: datetime = LATER) -> ProjectVote:
    return project_votes.plan_choice(year.pk, held_on=at.date(), meeting_name="区五届人大六次会议", by=by, at=at)


def entered(vote: ProjectVote, by: Any, votes: Any, *, at: datetime = LATER, **figures: Any) -> ProjectVote:
    """`votes`: for each line of the paper in its order, how many for each grade of the rule; three papers."""
    lines = vote.lines.order_by("project__number")
    grades = project_votes.rule_of(vote).grade_names
    found = {line.project_id: dict(zip(grades, row, strict=True)) for line, row in zip(lines, votes, strict=True)}
    papers = {"present": 3, "issued": 3, "returned": 3, "invalid": 0, **figures}
    return project_votes.enter_project_vote(vote.pk, votes=found, by=by, at=at, **papers)


def voted(year: ProjectYear, cast: Any, votes: Any, *, at: datetime = LATER) -> ProjectVote:
    vote = entered(planned(year, cast.he, at=at), cast.he, votes, at=at)
    return project_votes.confirm_project_vote(vote.pk, by=cast.xu, at=at)


def announced(cast: Any, *, at: datetime = LATER, **facts: Any) -> ProjectYear:
    """Two of three candidates are chosen and begin."""
    year = listed(cast, names=NAMES[:3], **facts)
    at = max(at, facts.get("at", at))
    voted(year, cast, [(3, 0, 0), (2, 1, 0), (0, 3, 0)], at=at)
    return project_years.announce_projects(year.pk, announcement="区人大公告〔2026〕2号", by=cast.he, at=at)


def reported(project: Project, cast: Any, percent: int, *, at: datetime = LATER, photos: Any = ()) -> Any:
    facts = {"on": at.date(), "text": "主体完工。", "photos": photos}
    return project_work.report_progress(project.pk, percent=percent, by=cast.feng, at=at, **facts)


def accepted(project: Project, cast: Any, *, at: datetime = LATER) -> Project:
    reported(project, cast, 100, at=at, photos=[photo()])
    return project_work.accept_project(project.pk, acceptance="代表现场验收合格。", by=cast.he, at=at)
