"""Livelihood projects: last year's struck off, this year's under way, ideas for the next being collected."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from congress_portal.demo.district import LAST, SESSION, District
from congress_portal.demo.oversight import project_ballot
from congress_portal.demo.oversight.project_words import FIRST_YEAR, IDEAS, SECOND_YEAR, Planned
from congress_portal.demo.photographs import photograph
from deputies.models import Meeting
from foundation.intake.models import ConsentText
from suggestions.models import Suggestion
from supervision.models import Project, ProjectField, ProjectVote, ProjectYear
from supervision.transitions import project_changes, project_ideas, project_people, project_votes, project_work
from supervision.transitions import project_years as years
from supervision.transitions import projects as act

PRESENT = 66
OPEN_FOR = 20
COMMITTEE = "区五届人大常委会第{}次会议"


def tell(district: District) -> None:
    """Run by the liaison office; last year the deputies voted on their devices, this year on paper."""
    done = _year(district, FIRST_YEAR, district.day.year - 1, LAST, district.before, "十八", project_ballot.hold)
    _finished(district, done)
    running = _year(district, SECOND_YEAR, district.day.year, SESSION, district.session, "二十六", _voted)
    _at_work(district, running)
    _collecting(district)


def _year(
    district: District,
    plan: tuple[Planned, ...],
    year: int,
    days: int,
    meeting: Meeting | None,
    number: str,
    hold: Callable[..., None],
) -> ProjectYear:
    """From the collection to the announcement of the session `days` ago; `hold` is the way the deputies vote."""
    clerk, opens = district.users["lianluo1"], district.at(days + 75)
    facts: dict[str, Any] = {"collect_from": opens.date(), "collect_until": opens.date() + timedelta(days=30)}
    intro = f"现面向社会征集{year}年民生实事项目，请写明想办什么、在哪里办、哪些人受益。"
    row = years.open_project_year(year=year, intro=intro, by=clerk, at=opens, **facts)
    listed = []
    for one in plan:
        project = _drafted(district, row, one, days)
        idea, _ = project_ideas.post_idea(
            row.pk, token=f"demonstration-{project.pk}", title=one.title, text=one.idea, at=district.at(days + 60)
        )
        words: dict[str, Any] = {"public_words": one.title, "by": clerk, "at": district.at(days + 40)}
        project_ideas.adopt_idea(idea.pk, project=project, **words)
        if one.dropped:
            act.drop_project(project.pk, reason=one.dropped, by=clerk, at=district.at(days + 20))
        else:
            listed.append(project)
    years.close_collection(row.pk, by=clerk, at=district.at(days + 42))
    places = len(listed) - 1
    approved: dict[str, Any] = {"approved_by": COMMITTEE.format(number), "by": clerk, "at": district.at(days + 14)}
    years.list_candidates(row.pk, projects=listed, way="more", places=places, **approved)
    for project, place in zip(listed, ("石桥镇", "东湖街道"), strict=False):
        said: dict[str, Any] = {"stage": "delegation", "speaker": f"{place}代表团", "text": "群众盼望，建议优先安排。"}
        act.remark(project.pk, by=clerk, at=district.at(days + 1), **said)
    hold(district, row, meeting, days, [one.votes for one in plan if not one.dropped])
    announcement = f"区人大公告〔{district.at(days).year}〕2号"
    return years.announce_projects(row.pk, announcement=announcement, by=clerk, at=district.at(days - 1))


def _drafted(district: District, row: ProjectYear, one: Planned, days: int) -> Project:
    clerk, unit = district.users["lianluo1"], district.organisations[one.unit]
    project = act.add_project(
        row.pk,
        title=one.title,
        field=ProjectField.objects.get(name=one.field),
        content=one.content,
        place=one.place,
        amount=Decimal(one.amount),
        funding="区财政",
        unit=unit,
        due_on=date(row.year, one.due_month, 28),
        by=clerk,
        at=district.at(days + 50),
    )
    check = act.ask_check(project.pk, unit=unit, by=clerk, at=district.at(days + 48))
    verdict = "not_feasible" if one.dropped else "feasible"
    words: dict[str, Any] = {
        "verdict": verdict,
        "text": one.dropped or "建设条件具备，资金有保障。",
        "legal": "符合规划和用地要求。",
    }
    officer, cost = district.officers[one.unit], None if one.dropped else Decimal(one.amount)
    act.answer_check(check.pk, cost=cost, by=officer, at=district.at(days + 44), **words)
    return project


def _voted(
    district: District, row: ProjectYear, meeting: Meeting | None, days: int, votes: Sequence[tuple[int, ...]]
) -> None:
    at = district.at(days, 16)
    clerk, second = district.users["lianluo1"], district.users["lianluo2"]
    vote = project_votes.plan_choice(row.pk, held_on=at.date(), meeting=meeting, by=clerk, at=district.at(days, 9))
    _counted(vote, clerk, second, votes, at)


def _counted(vote: ProjectVote, clerk: Any, second: Any, votes: Sequence[tuple[int, ...]], at: Any) -> None:
    """One clerk enters, the second confirms; whoever is present casts a paper."""
    present = min(PRESENT, vote.all_members)
    grades = project_votes.rule_of(vote).grade_names
    lines = vote.lines.order_by("project__number")
    found = {line.project_id: _grades(grades, row, present) for line, row in zip(lines, votes, strict=True)}
    papers: dict[str, Any] = {"present": present, "issued": present, "returned": present, "invalid": 0}
    project_votes.enter_project_vote(vote.pk, votes=found, by=clerk, at=at, **papers)
    project_votes.confirm_project_vote(vote.pk, by=second, at=at)


def _grades(grades: tuple[str, ...], row: tuple[int, ...], present: int) -> dict[str, int]:
    """Votes of the first two grades as told, the rest of the papers stand for the third."""
    first, second = row
    return dict(zip(grades, (first, second, present - first - second), strict=True))


def _finished(district: District, row: ProjectYear) -> None:
    """Everything of last year was accepted, balloted at this year's session and struck off."""
    clerk = district.users["lianluo1"]
    for number, project in enumerate(row.projects.public().order_by("number")):
        _report(district, project, 45, LAST - 120, "完成招标，主体施工过半。")
        _report(district, project, 100, SESSION + 70 - number, "全部完工，已投入使用。", photo=True)
        words = "区人大常委会组织代表现场验收，数量和标准符合票决内容。"
        project_work.accept_project(project.pk, acceptance=words, by=clerk, at=district.at(SESSION + 40))
    at = district.at(SESSION, 15)
    facts: dict[str, Any] = {"held_on": at.date(), "meeting": district.session, "by": clerk, "at": at}
    end = project_votes.plan_end_ballot(row.pk, **facts)
    _counted(end, clerk, district.users["lianluo2"], [(58, 7), (49, 14)][: end.lines.count()], at)
    years.close_project_year(row.pk, by=clerk, at=district.at(SESSION - 5))


def _at_work(district: District, row: ProjectYear) -> None:
    """One waits to be accepted, one for the committee's word on a change, one for the unit's answer to a deputy."""
    clerk = district.users["lianluo1"]
    first, second, third, *rest = row.projects.public().order_by("number")
    lin, hers = district.users["daibiao1"], district.mandates["石桥镇"][0].deputy
    project_people.adopt_project(first.pk, deputy=hers, by=lin, at=district.at(SESSION - 20))
    _report(district, first, 30, 200, "完成路基清理。", photo=True)
    _report(district, first, 70, 45, "路面铺设完成七成。", photo=True)
    visit: dict[str, Any] = {
        "deputy": hers,
        "text": "沿线察看，铺设质量较好。",
        "trouble": "桥头弯道缺少警示标志，建议补设。",
    }
    on = district.at(6).date()
    project_people.record_visit(first.pk, on=on, by=lin, at=district.at(6), photos=[photograph("桥头弯道")], **visit)
    _report(district, second, 60, 100, "两处站点完成改造。", photo=True)
    _report(district, second, 100, 12, "五处站点全部完工并通电。", photo=True)
    _report(district, third, 40, 60, "完成设备采购。")
    asked: dict[str, Any] = {
        "kind": "due",
        "due_on": date(row.year, 12, 31),
        "reason": "主要设备到货延迟，安装调试需要顺延一个月。",
    }
    officer = district.officers[_key(district, third)]
    project_changes.ask_change(third.pk, by=officer, at=district.at(9), **asked)
    for project in rest:
        other = district.mandates["东湖街道"][1].deputy
        project_people.adopt_project(project.pk, deputy=other, by=clerk, at=district.at(SESSION - 15))
        _report(district, project, 100, 70, "完工并移交社区使用。", photo=True)
        words = "认领代表和社区居民现场验收合格。"
        project_work.accept_project(project.pk, acceptance=words, by=clerk, at=district.at(50))


def _collecting(district: District) -> None:
    """Ideas for next year come in; one was declined, one came from a deputy's suggestion, one is being examined."""
    clerk, opens = district.users["lianluo1"], district.at(15)
    year = district.day.year + 1
    intro = f"现面向社会征集{year}年民生实事项目，请写明想办什么、在哪里办、哪些人受益。征集结束后逐条答复采纳情况。"
    days: dict[str, Any] = {"collect_from": opens.date(), "collect_until": district.day + timedelta(days=OPEN_FOR)}
    row = years.open_project_year(year=year, intro=intro, by=clerk, at=opens, **days)
    consents = list(ConsentText.objects.on(opens.date(), "project_idea", "project_idea_contact").values())
    ideas = []
    for number, (title, text, name, phone) in enumerate(IDEAS):
        facts: dict[str, Any] = {
            "title": title,
            "text": text,
            "name": name,
            "phone": phone,
            "at": district.at(12 - number, 11),
        }
        given = consents if name else consents[:1]
        ideas.append(project_ideas.post_idea(row.pk, token=f"idea-{number}", consents=given, **facts)[0])
    reason: dict[str, Any] = {
        "public_words": "主城区新建大型游乐场",
        "reason": "属于市场投资项目，不列入财政保障的民生实事。",
    }
    project_ideas.decline_idea(ideas[-1].pk, by=clerk, at=district.at(5), **reason)
    one = Planned("望湖社区老旧小区加装电梯", "住房和老旧小区", "transport", "加装电梯四部。", "望湖社区", 160, 10)
    officer = district.organisations["transport"]
    project = _next(district, row, one)
    words: dict[str, Any] = {"public_words": "望湖社区加装电梯", "by": clerk, "at": district.at(4)}
    project_ideas.adopt_idea(ideas[0].pk, project=project, **words)
    question = "请论证望湖社区周边道路和施工占道条件。"
    act.ask_check(project.pk, unit=officer, question=question, by=clerk, at=district.at(3))
    if paper := Suggestion.objects.filter(number__isnull=False).order_by("pk").first():
        source = project_ideas.Source(suggestion=paper)
        words = {"title": paper.title[:60], "text": "建议的内容适合列为民生实事项目，请一并论证。"}
        project_ideas.enter_idea(row.pk, channel="suggestion", source=source, by=clerk, at=district.at(2), **words)


def _next(district: District, row: ProjectYear, one: Planned) -> Project:
    return act.add_project(
        row.pk,
        title=one.title,
        field=ProjectField.objects.get(name=one.field),
        content=one.content,
        place=one.place,
        amount=Decimal(one.amount),
        funding="区财政和居民分摊",
        unit=district.organisations["housing"],
        due_on=date(row.year, one.due_month, 31),
        by=district.users["lianluo1"],
        at=district.at(4),
    )


def _report(district: District, project: Project, percent: int, days: int, text: str, photo: bool = False) -> None:
    at = district.at(days)
    photos = [photograph(project.title)] if photo else []
    officer = district.officers[_key(district, project)]
    project_work.report_progress(project.pk, on=at.date(), percent=percent, text=text, photos=photos, by=officer, at=at)


def _key(district: District, project: Project) -> str:
    return next(key for key, body in district.organisations.items() if body.pk == project.unit_id)
