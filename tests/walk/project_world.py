"""Livelihood projects of the world of the walk: ideas collected, a list, votes on their way, work under way."""

from datetime import datetime, timedelta

from supervision.transitions import project_changes, project_ideas, project_people, projects
from tests.supervision import project_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.project_routes import DRAFT, HOUSE


def tell(world: World, at: datetime) -> None:
    """The office runs every year; the transport bureau carries out."""
    cast, rows = world.cast, world.rows
    he = {"by": cast.he, "at": at}
    _open_year(world, at)
    before = at.date()
    days = {"collect_from": before - timedelta(days=40), "collect_until": before - timedelta(days=10), "at": at}
    rows["project-year-listed"] = hand.listed(cast, year=2031, way="each", places=None, names=hand.NAMES[:1], **days)
    rows["project-candidate"] = rows["project-year-listed"].projects.get()
    for year, key in ((2032, "project-vote"), (2033, "project-vote-entered")):
        listed = hand.listed(cast, year=year, way="each", places=None, names=hand.NAMES[:1], **days)
        rows[key] = hand.planned(listed, cast.he, at=at)
    members = rows["project-vote-entered"].all_members
    papers = {"present": members, "issued": members, "returned": members, "at": at}
    rows["project-vote-entered"] = hand.entered(rows["project-vote-entered"], cast.he, [(members, 0, 0)], **papers)
    listed = hand.listed(cast, year=2034, way="each", places=None, names=hand.NAMES[:2], **days)
    vote = hand.entered(hand.planned(listed, cast.he, at=at), cast.he, [(members, 0, 0)] * 2, **papers)
    rows["project-vote-settled"] = hand.project_votes.confirm_project_vote(vote.pk, by=cast.xu, at=at)
    number = "区人大公告〔2033〕2号"
    rows["project-year-announced"] = hand.project_years.announce_projects(listed.pk, announcement=number, **he)
    work, done = listed.projects.order_by("pk")
    rows["project-under-way"] = work
    lin = {"deputy": world.register.lin.deputy, "by": cast.lin, "at": at}
    rows["project-deputy"] = project_people.adopt_project(work.pk, **lin)
    facts = {"on": at.date(), "text": "正在安装。", "trouble": "围挡破损。", **lin}
    rows["project-visit"] = project_people.record_visit(work.pk, **facts)
    facts = {"kind": "amount", "amount": 130, "reason": "材料涨价。", "by": cast.feng, "at": at}
    rows["project-change"] = project_changes.ask_change(done.pk, **facts)
    hand.reported(done, cast, 100, at=at, photos=[hand.photo()])
    rows["project-reported"] = done


def _open_year(world: World, at: datetime) -> None:
    """Ideas are collected; one project is being examined, another was dropped."""
    cast, rows, he = world.cast, world.rows, {"by": world.cast.he, "at": at}
    year = hand.opened(cast.he, year=2030, collect_until=at.date().replace(year=at.year + 5), at=at)
    rows["project-year"] = year
    words = {"title": "密征集号标题", "text": "密征集号：老人上下楼难。", "name": "甲", "phone": "13911112222"}
    rows["project-idea"], _ = project_ideas.post_idea(year.pk, token="walk", at=at, **words)
    own = {"channel": "deputy", "title": "公厕", "text": "城北缺公厕。", "by": cast.lin, "at": at}
    idea = project_ideas.enter_idea(year.pk, **own)
    reason = {"public_words": "城北新建公厕", "reason": "已列入其他计划。", **he}
    rows["project-idea-declined"] = project_ideas.decline_idea(idea.pk, **reason)
    draft = hand.drafted(year, cast.he, cast.transport, "密初步号项目", at=at)
    rows["project-check"] = projects.ask_check(draft.pk, unit=cast.transport, **he)
    dropped = hand.drafted(year, cast.he, cast.transport, hand.NAMES[1], at=at)
    rows["project-dropped"] = projects.drop_project(dropped.pk, reason="与上级规划重复。", **he)
    draft.refresh_from_db()
    rows["project-draft"] = draft
    world.secrets += [Secret("密征集号", HOUSE), Secret("密初步号", DRAFT)]
