"""Livelihood projects from the idea to the struck-off project: steps, clocks, who hears, who may not."""

from datetime import timedelta
from decimal import Decimal

import pytest

from deputies.models import DutyEntry
from foundation import deadlines
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Project, ProjectIdea
from supervision.transitions import (
    project_changes,
    project_ideas,
    project_people,
    project_votes,
    project_work,
    project_years,
    projects,
)
from tests.supervision import project_hand as hand
from tests.supervision.project_hand import AT, LATER, NAMES


def running(row):
    return sorted(clock.kind for clock in deadlines.clocks_of(row) if clock.is_open)


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def refused(match, field, act, *args, **facts):
    with pytest.raises(Refused, match=match) as refusal:
        act(*args, **facts)
    assert refusal.value.field == field


def first(year):
    return year.projects.order_by("pk").first()


def test_from_the_idea_to_the_struck_off_project(cast, register):
    year = hand.opened(cast.he)
    assert told("project_collection") == {cast.lin.pk, cast.zhou.pk, cast.deng.pk}
    idea, code = project_ideas.post_idea(year.pk, token="t1", title="装电梯", text="东街老人上下楼难。", at=AT)
    assert project_ideas.post_idea(year.pk, token="t1", title="又", text="同一张表。", at=AT) == (idea, code)
    assert ProjectIdea.objects.opened_by("征〔2027〕1", code) == idea
    assert ProjectIdea.objects.opened_by("征〔2027〕1", "00000000") is None
    found = [hand.drafted(year, cast.he, cast.transport, name) for name in NAMES[:3]]
    check = projects.ask_check(found[0].pk, unit=cast.transport, by=cast.he, at=AT)
    assert (running(check), told("project_check_asked")) == (["project_check"], {cast.feng.pk, cast.chen.pk})
    projects.answer_check(check.pk, verdict="feasible", text="可行。", cost=Decimal(118), by=cast.feng, at=AT)
    assert running(check) == []
    for project in found[1:]:
        hand.examined(project, cast)
    words = {"public_words": "东街社区加装电梯", "by": cast.he, "at": LATER}
    project_years.close_collection(year.pk, by=cast.he, at=LATER)
    assert running(year) == ["project_screening"]
    facts = {"projects": found, "way": "more", "places": 2, "approved_by": "常委会第三十次会议", "by": cast.he}
    refused("1条征集意见没有筛选", "", project_years.list_candidates, year.pk, at=LATER, **facts)
    project_ideas.adopt_idea(idea.pk, project=found[0], **words)
    project_years.list_candidates(year.pk, at=LATER, **facts)
    projects.remark(found[0].pk, stage="delegation", speaker="", text="建议优先。", by=cast.lin, at=LATER)
    assert (running(year), found[0].remarks.get().speaker) == ([], "林晓梅代表")
    vote = hand.voted(year, cast, [(3, 0, 0), (2, 1, 0), (0, 3, 0)])
    assert vote.explanation == "应选2项，通过2项，1项赞成未达到规定。"
    project_years.announce_projects(year.pk, announcement="公告〔2026〕2号", by=cast.he, at=LATER)
    project = Project.objects.get(pk=found[0].pk)
    assert (running(project), project.state) == (["project_finish", "project_progress"], "under_way")
    assert told("project_given") == {cast.feng.pk, cast.chen.pk}
    project_people.adopt_project(project.pk, deputy=register.lin.deputy, by=cast.lin, at=LATER)
    hand.reported(project, cast, 40)
    assert (running(project), told("project_progress")) == (["project_finish", "project_progress"], {cast.lin.pk})
    done = hand.reported(project, cast, 100, photos=[hand.photo()])
    assert (running(project), files_of(done, "project_photo").count()) == (["project_accept"], 1)
    project_work.accept_project(project.pk, acceptance="合格。", by=cast.he, at=LATER)
    assert running(project) == []
    end = project_votes.plan_end_ballot(year.pk, held_on=LATER.date(), meeting_name="六次会议", by=cast.he, at=LATER)
    hand.entered(end, cast.he, [(1, 1, 1)])
    end = project_votes.confirm_project_vote(end.pk, by=cast.xu, at=LATER)
    project.refresh_from_db()
    assert (project.state, end.explanation) == ("closed", "1项通过测评，予以销号。")
    assert told("project_struck_off") == {cast.feng.pk, cast.chen.pk, cast.lin.pk}
    with pytest.raises(Refused, match="还有1个项目没有销号"):
        project_years.close_project_year(year.pk, by=cast.he, at=LATER)


def test_a_tie_is_voted_on_again_among_the_tied_alone(cast, register):
    year = hand.listed(cast)
    vote = hand.voted(year, cast, [(3, 0, 0), (2, 1, 0), (0, 2, 1), (1, 2, 0)])
    assert vote.project_year.projects.filter(state="chosen").count() == 2
    tied = hand.listed(cast, year=2028)
    vote = hand.voted(tied, cast, [(2, 1, 0), (2, 1, 0), (2, 1, 0), (0, 3, 0)])
    assert vote.explanation.endswith("3项得票相同，就其中2个名额再次表决。")
    tied.refresh_from_db()
    assert tied.state == "listed"
    again = hand.planned(tied, cast.he)
    assert (again.runoff, again.places, again.lines.count()) == (True, 2, 3)
    hand.entered(again, cast.he, [(3, 0, 0), (1, 2, 0), (0, 3, 0)])
    again = project_votes.confirm_project_vote(again.pk, by=cast.xu, at=LATER)
    tied.refresh_from_db()
    assert tied.state == "decided"
    outcomes = list(again.lines.order_by("project__number").values_list("outcome", flat=True))
    assert outcomes == ["chosen", "chosen", "passed_over"], "one vote of three is enough among equals"


def test_figures_that_cannot_be_right(cast, register):
    vote = hand.planned(hand.listed(cast), cast.he)
    good = [(3, 0, 0), (2, 1, 0), (0, 3, 0), (0, 3, 0)]
    one = vote.lines.order_by("project__number").first()
    wrong = [(2, 0, 0), *good[1:]]
    refused("合计2张，收回3张", f"line_{one.project_id}", hand.entered, vote, cast.he, wrong)
    refused("发出4张，多于到会的3人", "issued", hand.entered, vote, cast.he, good, issued=4)
    many = [(3, 0, 0)] * 3 + [(0, 3, 0)]
    refused("每张票最多选2项", "invalid", hand.entered, vote, cast.he, many)
    refused("多于全体组成人员3人", "present", hand.entered, vote, cast.he, good, present=9)
    hand.entered(vote, cast.he, good)
    with pytest.raises(Refused, match="另一名"):
        project_votes.confirm_project_vote(vote.pk, by=cast.he, at=LATER)
    project_votes.return_project_vote(vote.pk, reason="第二项看错。", by=cast.xu, at=LATER)
    hand.entered(vote, cast.he, good, returned=4)
    void = project_votes.confirm_project_vote(vote.pk, by=cast.xu, at=LATER)
    assert (void.state, void.project_year.state) == ("void", "listed")
    assert "多于发出的" in void.explanation
    again = hand.planned(void.project_year, cast.he)
    assert (again.round, again.runoff, again.lines.count()) == (2, False, 4)
    thin = hand.entered(again, cast.he, [(1, 0, 0)] * 2 + [(0, 1, 0)] * 2, present=1, issued=1, returned=1)
    assert (
        "没有达到全体组成人员3人的三分之二"
        in project_votes.confirm_project_vote(thin.pk, by=cast.xu, at=LATER).explanation
    )


def test_the_list_needs_enough_examined_candidates(cast, register):
    year = hand.opened(cast.he)
    found = [hand.drafted(year, cast.he, cast.transport, name) for name in NAMES[:2]]
    with pytest.raises(Refused, match="期满以后"):
        project_years.close_collection(year.pk, by=cast.he, at=AT)
    project_years.close_collection(year.pk, by=cast.he, at=LATER)
    facts = {"projects": found, "approved_by": "会议", "by": cast.he, "at": LATER}

    def listing(**more):
        return project_years.list_candidates(year.pk, **facts, **more)

    refused("没有通过可行性论证", "projects", listing, way="equal", places=2)
    for project, verdict in zip(found, ("feasible", "not_feasible"), strict=True):
        hand.examined(project, cast, verdict=verdict)
    refused("没有通过可行性论证", "projects", listing, way="equal", places=2)
    hand.examined(found[1], cast)
    refused("候选项目至少3项", "places", listing, way="more", places=2)
    refused("应当与应选项目数相等", "places", listing, way="equal", places=3)
    listing(way="each", places=None)
    with pytest.raises(Refused, match="已列入候选的项目不能直接修改"):
        projects.ask_check(found[0].pk, unit=cast.transport, by=cast.he, at=LATER)
    project_years.reopen_screening(year.pk, reason="补充论证。", by=cast.he, at=LATER)
    projects.drop_project(found[1].pk, reason="与上级规划重复。", by=cast.he, at=LATER)
    assert Project.objects.get(pk=found[1].pk).number is None


def test_finished_only_with_evidence(cast, register):
    project = first(hand.announced(cast))
    refused("没有凭据", "photos", hand.reported, project, cast, 100)
    hand.reported(project, cast, 60)
    refused("更正理由", "correction", hand.reported, project, cast, 50)
    ahead = {"on": LATER.date() + timedelta(days=1), "percent": 70, "text": "主体。", "by": cast.feng, "at": LATER}
    refused("不能晚于今天", "on", project_work.report_progress, project.pk, **ahead)
    with pytest.raises(Refused, match="经办人"):
        project_work.report_progress(project.pk, **{**ahead, "on": LATER.date(), "by": cast.wu})
    hand.reported(project, cast, 100, photos=[hand.photo()])
    project_work.return_project(project.pk, reason="扶手未装。", by=cast.he, at=LATER)
    project.refresh_from_db()
    assert (project.percent, running(project)) == (99, ["project_finish", "project_progress"])
    hand.accepted(project, cast)
    end = project_votes.plan_end_ballot(
        project.project_year_id, held_on=LATER.date(), meeting_name="会议", by=cast.he, at=LATER
    )
    hand.entered(end, cast.he, [(0, 1, 2)])
    project_votes.confirm_project_vote(end.pk, by=cast.xu, at=LATER)
    project.refresh_from_db()
    assert (project.state, running(project)) == ("under_way", ["project_finish", "project_progress"])
    refused("没有凭据", "photos", hand.reported, project, cast, 100)


def test_changed_only_with_the_meetings_consent(cast, register):
    project = first(hand.announced(cast))
    due = project.due_on.replace(month=12)
    ask = {"kind": "due", "due_on": due, "reason": "雨季停工。", "by": cast.feng, "at": LATER}
    with pytest.raises(Refused, match="经办人"):
        project_changes.ask_change(project.pk, **{**ask, "by": cast.wu})
    change = project_changes.ask_change(project.pk, **ask)
    project.refresh_from_db()
    assert project.due_on != due
    with pytest.raises(Refused, match="已有一项调整"):
        project_changes.ask_change(project.pk, **ask)
    with pytest.raises(Refused, match="办事机构"):
        project_changes.decide_change(change.pk, agrees=True, meeting="会议", by=cast.feng, at=LATER)
    refused("会议", "meeting", project_changes.decide_change, change.pk, agrees=True, meeting=" ", by=cast.he, at=LATER)
    project_changes.decide_change(change.pk, agrees=True, meeting="常委会第三十五次会议", by=cast.he, at=LATER)
    project.refresh_from_db()
    assert (project.due_on, deadlines.clock_of("project_finish", project).due_on) == (due, due)
    gone = project_changes.ask_change(project.pk, kind="cancel", reason="规划变更。", by=cast.feng, at=LATER)
    project_changes.decide_change(gone.pk, agrees=True, meeting="常委会第三十六次会议", by=cast.he, at=LATER)
    project.refresh_from_db()
    assert (project.state, running(project)) == ("cancelled", [])


def test_deputies_adopt_look_and_are_answered(cast, register):
    project = first(hand.announced(cast))
    own = {"deputy": register.lin.deputy, "at": LATER}
    with pytest.raises(Refused, match="本级人大代表"):
        project_people.adopt_project(project.pk, by=cast.feng, **own)
    refused("只能为本人", "deputy", project_people.adopt_project, project.pk, by=cast.zhou, **own)
    project_people.adopt_project(project.pk, by=cast.lin, **own)
    refused("已经认领", "deputy", project_people.adopt_project, project.pk, by=cast.he, **own)
    facts = {"on": LATER.date(), "text": "正在安装。", "trouble": "围挡破损。", "photos": [hand.photo()], **own}
    with pytest.raises(Refused, match="认领这个项目"):
        project_people.record_visit(project.pk, by=cast.zhou, **facts)
    visit = project_people.record_visit(project.pk, by=cast.lin, **facts)
    assert told("project_trouble") == {cast.feng.pk, cast.chen.pk}
    assert DutyEntry.objects.of_source(visit).get().kind.code == "inspection"
    with pytest.raises(Refused, match="负责人"):
        project_people.answer_visit(visit.pk, answer="已修。", by=cast.wu, at=LATER)
    project_people.answer_visit(visit.pk, answer="已修复。", by=cast.feng, at=LATER)
    assert told("project_trouble_answered") == {cast.lin.pk}
    entry = {"title": "围挡破损", "due_on": LATER.date() + timedelta(days=30), "at": LATER}
    with pytest.raises(Refused, match="办事机构"):
        project_people.ledger_visit(visit.pk, by=cast.lin, **entry)
    problem = project_people.ledger_visit(visit.pk, by=cast.he, **entry)
    assert (problem.source, problem.unit) == (visit, cast.transport)
    with pytest.raises(Refused, match="已经列入"):
        project_people.ledger_visit(visit.pk, by=cast.he, **entry)


def test_a_citizen_takes_it_back(cast, register):
    year = hand.opened(cast.he)
    facts = {"title": "装电梯", "text": "东街老人上下楼难。", "name": "甲", "phone": "13900000000", "at": AT}
    idea, _ = project_ideas.post_idea(year.pk, token="t1", **facts)
    project_ideas.withdraw_idea(idea.pk, at=AT)
    idea.refresh_from_db()
    assert (idea.state, idea.title, idea.text, idea.name, idea.phone) == ("withdrawn", "", "", "", "")
    with pytest.raises(Refused, match="已经撤回"):
        project_ideas.withdraw_idea(idea.pk, at=AT)
    kept, _ = project_ideas.post_idea(year.pk, token="t2", **facts)
    project = hand.drafted(year, cast.he, cast.transport)
    project_ideas.adopt_idea(kept.pk, project=project, public_words="电梯", by=cast.he, at=AT)
    project_ideas.withdraw_idea(kept.pk, at=AT)
    kept.refresh_from_db()
    assert (kept.state, kept.name, kept.text) == ("adopted", "", "东街老人上下楼难。")
    with pytest.raises(Refused, match="征集时间"):
        project_ideas.post_idea(year.pk, token="t3", title="晚", text="晚了。", at=LATER)
    with pytest.raises(Refused, match="理由"):
        late, _ = project_ideas.post_idea(year.pk, token="t4", **facts)
        project_ideas.decline_idea(late.pk, public_words="电梯", reason=" ", by=cast.he, at=AT)


def test_a_townships_own_projects(cast, register):
    wei = cast.wei
    with pytest.raises(Refused, match="乡镇人大"):
        hand.opened(cast.he, house=cast.township)
    year = hand.opened(wei, house=cast.township)
    with pytest.raises(Refused, match="办事机构"):
        hand.drafted(year, cast.he, cast.transport)
    project = hand.drafted(year, wei, cast.transport)
    assert project.project_year.house == cast.township
    with pytest.raises(Refused, match="办事机构"):
        hand.opened(wei)
