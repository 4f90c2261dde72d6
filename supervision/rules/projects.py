"""Who draws a project up, examines it, reports on it, adopts it, accepts it."""

from datetime import date
from typing import Any

from deputies import people
from deputies.states import Level
from foundation.workflow import Verdict, allow, when
from supervision.rules.house import acts_for
from supervision.rules.project_years import IN_PREPARATION, TOO_LATE, runs
from supervision.states.project import PROJECT_FLOW, PUBLIC_STATES, ChangeState, ProjectState

S = ProjectState
AT_WORK = (S.UNDER_WAY, S.REPORTED, S.ACCEPTED)


def may_amend_project(user: Any, project: Any, *, on: date) -> Verdict:
    """Freely until it is on the list; afterwards only as a change with the standing committee's consent."""
    return (
        runs(user, project.project_year, on)
        & when(project.state == S.DRAFT, "已列入候选的项目不能直接修改；实施中的项目须经常委会同意调整。")
        & when(project.project_year.state in IN_PREPARATION, TOO_LATE)
    )


def may_ask_check(user: Any, project: Any, *, on: date) -> Verdict:
    return may_amend_project(user, project, on=on)


def may_answer_check(user: Any, check: Any, *, on: date) -> Verdict:
    """Whoever acts for the unit that was asked, once."""
    return acts_for(user, check.unit_id, on) & when(check.answered_at is None, "论证意见已经提交。")


def may_remark(user: Any, project: Any, *, on: date) -> Verdict:
    """Whoever runs the year writes down what was said; a deputy says it himself. Until the vote."""
    open_for = project.state in (S.DRAFT, S.CANDIDATE)
    deputy = when(_sits(user, project.project_year, on), "审议意见由代表提出、人大机关登记。", "role")
    said = runs(user, project.project_year, on) | deputy
    return said & when(open_for, "表决以后不再登记审议意见。") & _seen_by_deputies(user, project, on)


def may_drop_project(user: Any, project: Any, *, on: date) -> Verdict:
    return _prepare("drop_project", user, project, on)


def may_restore_project(user: Any, project: Any, *, on: date) -> Verdict:
    return _prepare("restore_project", user, project, on)


def may_report_progress(user: Any, project: Any, *, on: date) -> Verdict:
    """The unit that carries it out."""
    return acts_for(user, project.unit_id, on) & when(
        project.state == S.UNDER_WAY, "项目实施期间才能填报进展；已报告完工的，由人大常委会组织验收。"
    )


def may_return_project(user: Any, project: Any, *, on: date) -> Verdict:
    return runs(user, project.project_year, on) & PROJECT_FLOW.verdict("return_project", project.state)


def may_accept_project(user: Any, project: Any, *, on: date) -> Verdict:
    return runs(user, project.project_year, on) & PROJECT_FLOW.verdict("accept_project", project.state)


def may_ask_change(user: Any, project: Any, *, on: date) -> Verdict:
    """The unit asks through the government; nothing changes before the standing committee has agreed."""
    asked = runs(user, project.project_year, on) | acts_for(user, project.unit_id, on)
    waiting = project.changes.filter(state=ChangeState.ASKED).exists() if project.state == S.UNDER_WAY else False
    return (
        asked
        & when(project.state == S.UNDER_WAY, "实施中的项目才能申请调整。")
        & when(not waiting, "已有一项调整等待审议，请等审议以后再申请。")
    )


def may_decide_change(user: Any, change: Any, *, on: date) -> Verdict:
    """Enters what the meeting decided."""
    return runs(user, change.project.project_year, on) & when(change.state == ChangeState.ASKED, "这项调整已经审议。")


def may_adopt_project(user: Any, project: Any, *, on: date) -> Verdict:
    """A deputy of this congress for himself, or whoever runs the year for a deputy."""
    deputy = when(_sits(user, project.project_year, on), "由本级人大代表认领。", "role")
    return (runs(user, project.project_year, on) | deputy) & when(
        project.state in AT_WORK, "项目公告以后、销号以前可以认领。"
    )


def may_end_adoption(user: Any, place: Any, *, on: date) -> Verdict:
    return runs(user, place.project.project_year, on) & when(place.until is None, "认领已经结束。")


def may_record_visit(user: Any, project: Any, *, on: date) -> Verdict:
    """A deputy who has adopted it, or whoever runs the year for one."""
    mine = user.is_authenticated and project.deputies.filter(deputy__user=user, until__isnull=True).exists()
    own = when(mine, "由认领这个项目的代表登记。", "role")
    return (runs(user, project.project_year, on) | own) & when(project.state in AT_WORK, "项目实施以后才能登记察看。")


def may_answer_visit(user: Any, visit: Any, *, on: date) -> Verdict:
    return acts_for(user, visit.project.unit_id, on) & when(
        visit.trouble and visit.answered_at is None, "没有等待回应的问题。"
    )


def may_ledger_visit(user: Any, visit: Any, *, on: date) -> Verdict:
    """What a deputy found is put into the issue ledger, once; the district's ledger is the office's."""
    year = visit.project.project_year
    return (
        when(year.house_id is None, "乡镇项目的问题由乡镇人大跟踪，不列入区人大常委会的问题清单。", "role")
        & runs(user, year, on)
        & when(visit.trouble, "这次察看没有发现问题。")
    )


def may_open_project(user: Any, project: Any) -> Verdict:
    """Asked of its files and of those of its parts."""
    seen = type(project)._default_manager.visible_to(user).filter(pk=project.pk).exists()
    return allow() if project.state in PUBLIC_STATES else when(seen, "项目公告以后才公开。", "role")


def may_open_part(user: Any, part: Any) -> Verdict:
    """Of a report or a visit: as of its project."""
    return may_open_project(user, part.project)


def _sits(user: Any, year: Any, on: date) -> bool:
    """A deputy of the congress whose projects these are."""
    if not user.is_authenticated:
        return False
    seats = people.mandates_of(user, on)
    if year.house_id is None:
        return any(seat.term.congress.is_home and seat.level == seat.term.congress.level for seat in seats)
    return any(seat.level == Level.TOWNSHIP and people.township_office_of(seat) == year.house_id for seat in seats)


def _seen_by_deputies(user: Any, project: Any, on: date) -> Verdict:
    """Drafts are not before the deputies yet."""
    ready = project.state == S.CANDIDATE or bool(runs(user, project.project_year, on))
    return when(ready, "候选项目确定以后，代表再提意见。")


def _prepare(verb: str, user: Any, project: Any, on: date) -> Verdict:
    return (
        runs(user, project.project_year, on)
        & PROJECT_FLOW.verdict(verb, project.state)
        & when(project.project_year.state in IN_PREPARATION, TOO_LATE)
    )
