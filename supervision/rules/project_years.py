"""Who runs a year of livelihood projects: the office its own congress's, a township's clerk the township's."""

from datetime import date
from typing import Any

from deputies import people
from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind, Role
from foundation.ballots.counting import hand_of
from foundation.workdays.clock import today
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.project import ProjectState
from supervision.states.project_idea import IdeaState
from supervision.states.project_vote import PROJECT_VOTE_FLOW, VotePurpose
from supervision.states.project_year import PROJECT_YEAR_FLOW, YearState

NOT_THE_RUNNER = "民生实事项目由人大常委会办事机构办理，乡镇的由乡镇人大办理。"
NOT_A_READER = "民生实事项目由人大机关工作人员、代表和承办单位查阅，公开的内容见网站“民生实事”。"
DONE = (ProjectState.CLOSED, ProjectState.CANCELLED)
IN_PREPARATION = (YearState.COLLECTING, YearState.SCREENING)
TOO_LATE = "候选项目已经确定，不能再改；确需修改的，请先退回重新筛选。"


def may_open_projects(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of the desk's pages: the house, townships, deputies, bodies that carry projects out."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    found = user.has_role(*READERS, *ANSWERING) or people.mandates_of(user, on or today())
    return when(found, NOT_A_READER, "role")


def may_open_project_year(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """Begins a new year: the office, or a township's clerk for his own congress."""
    runs_any = user.is_authenticated and (user.has_role(*OFFICE, on=on) or bool(houses_of(user, on)))
    return when(runs_any, NOT_THE_RUNNER, "role")


def houses_of(user: Any, on: date) -> set[int]:
    """The township congresses whose clerk this is; a street has no congress of its own."""
    houses = Organisation.objects.filter(pk__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
    return set(houses.filter(kind=OrganisationKind.TOWNSHIP_CONGRESS).values_list("pk", flat=True))


def runs(user: Any, row: Any, on: date) -> Verdict:
    """The office the district's year, the clerk of the township its own."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if row.house_id is None:
        return when(user.has_role(*OFFICE, on=on), NOT_THE_RUNNER, "role")
    return when(row.house_id in user.organisations(Role.TOWNSHIP_CLERK, on=on), NOT_THE_RUNNER, "role")


def may_amend_project_year(user: Any, row: Any, *, on: date) -> Verdict:
    """The announcement of the collection and its days, until it ends."""
    return runs(user, row, on) & when(row.state == YearState.COLLECTING, "征集已经结束。")


def may_close_collection(user: Any, row: Any, *, on: date) -> Verdict:
    """After the last day: nobody who reads that he may write until then is shut out."""
    over = when(on > row.collect_until, f"征集期到{row.collect_until:%Y年%-m月%-d日}，期满以后再结束。", "date")
    return _step("close_collection", user, row, on) & over


def may_add_project(user: Any, row: Any, *, on: date) -> Verdict:
    """Projects are drawn up until the list is settled."""
    return runs(user, row, on) & when(row.state in IN_PREPARATION, TOO_LATE)


def may_list_candidates(user: Any, row: Any, *, on: date) -> Verdict:
    return _step("list_candidates", user, row, on)


def may_reopen_screening(user: Any, row: Any, *, on: date) -> Verdict:
    """Until somebody has begun to vote."""
    voted = row.votes.filter(purpose=VotePurpose.CHOOSE).exists() if row.state == YearState.LISTED else False
    return _step("reopen_screening", user, row, on) & when(not voted, "已经安排表决，候选项目不能再退回。")


def may_plan_choice(user: Any, row: Any, *, on: date) -> Verdict:
    """The vote at the congress, once the list is settled and no other vote runs."""
    return (
        runs(user, row, on)
        & when(row.state == YearState.LISTED, "候选项目确定以后、公布结果以前才能安排票决。")
        & _no_open_vote(row)
    )


def may_plan_end_ballot(user: Any, row: Any, *, on: date) -> Verdict:
    """The ballot on what was accepted."""
    return (
        runs(user, row, on)
        & when(row.state == YearState.ANNOUNCED, "项目实施以后才能组织满意度测评。")
        & _no_open_vote(row)
    )


def may_announce_projects(user: Any, row: Any, *, on: date) -> Verdict:
    return _step("announce_projects", user, row, on)


def may_close_project_year(user: Any, row: Any, *, on: date) -> Verdict:
    """When every project is struck off, or was cancelled with consent."""
    verdict = _step("close_project_year", user, row, on)
    if not verdict:
        return verdict
    left = list(row.projects.public().exclude(state__in=DONE).values_list("title", flat=True))
    words = f"还有{len(left)}个项目没有销号，例如“{left[0]}”，全部办完后再办结。" if left else ""
    return when(not left, words, "state")


def may_enter_project_vote(user: Any, vote: Any, *, on: date) -> Verdict:
    """On the day of the vote or later."""
    return (
        runs(user, vote.project_year, on)
        & PROJECT_VOTE_FLOW.verdict("enter_project_vote", vote.state)
        & when(vote.ballot_id is None, "这次使用电子表决，公布结果时自动记入，不用录入计票。", "state")
        & when(on >= vote.held_on, "还没有表决，请在表决以后录入计票。", "date")
    )


def may_check_project_vote(user: Any, vote: Any, *, on: date) -> Verdict:
    """A second person; for a township, whose clerk may be alone, also the district's office."""
    year = vote.project_year
    allowed = runs(user, year, on)
    if not allowed and year.house_id is not None:
        allowed = when(user.is_authenticated and user.has_role(*OFFICE, on=on), NOT_THE_RUNNER, "role")
    second = vote.entered_by_id not in {user.pk, hand_of(user).pk} if user.is_authenticated else False
    return (
        allowed
        & PROJECT_VOTE_FLOW.verdict("confirm_project_vote", vote.state)
        & when(second, "请由另一名工作人员核对，录入人不能核对自己录入的计票。", "second")
    )


def may_enter_idea(user: Any, row: Any, *, on: date) -> Verdict:
    """Whoever runs the year until the list is settled; deputies and bodies while ideas are collected."""
    if runs(user, row, on):
        return when(row.state in IN_PREPARATION, TOO_LATE)
    return may_open_projects(user, on=on) & _collecting(row, on) & when(may_propose(user, on), NOT_A_READER, "role")


def may_propose(user: Any, on: date) -> bool:
    """Deputies in office, and whoever acts for a body."""
    return bool(people.mandates_of(user, on)) or user.has_role(*ANSWERING, on=on)


def may_post_idea(row: Any, *, on: date) -> Verdict:
    """Citizens, on the days of the announcement."""
    return _collecting(row, on)


def may_screen_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    """Adopted or declined until the list is settled."""
    return (
        runs(user, idea.project_year, on)
        & when(idea.state == IdeaState.POSTED, "这条意见已经筛选。")
        & when(idea.project_year.state in IN_PREPARATION, TOO_LATE)
    )


def may_reopen_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    screened = idea.state in (IdeaState.ADOPTED, IdeaState.DECLINED)
    return (
        runs(user, idea.project_year, on)
        & when(screened, "这条意见还没有筛选。")
        & when(idea.project_year.state in IN_PREPARATION, TOO_LATE)
    )


def may_reveal_proposer(user: Any, idea: Any) -> Verdict:
    """A citizen's name and telephone: whoever screens, on a logged request."""
    return runs(user, idea.project_year, today())


def _collecting(row: Any, on: date) -> Verdict:
    is_open = row.state == YearState.COLLECTING and row.collect_from <= on <= row.collect_until
    days = f"{row.collect_from:%Y年%-m月%-d日}至{row.collect_until:%Y年%-m月%-d日}"
    return when(is_open, f"意见征集时间为{days}。", "date")


def _no_open_vote(row: Any) -> Verdict:
    return when(not row.votes.running().exists(), "已有一次表决没有结束，请先录入、核对计票。")


def _step(verb: str, user: Any, row: Any, on: date) -> Verdict:
    return runs(user, row, on) & PROJECT_YEAR_FLOW.verdict(verb, row.state)
