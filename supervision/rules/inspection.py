"""Who enters what a supervision finds out: the team, places looked at, surveys, opinions, articles, decisions."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from supervision.rules.house import acts_for
from supervision.rules.undertakings import runs
from supervision.states.undertaking import UndertakingState

U = UndertakingState
NOT_ASKED = "这种监督形式没有这一项。"


def may_join_team(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """The team is entered before or while it works."""
    return _running(user, undertaking, on) & when(undertaking.kind.has_team, NOT_ASKED, "kind")


def may_leave_team(user: Any, member: Any, *, on: date) -> Verdict:
    here = when(member.left_at is None, "该同志已经退出。", "done")
    return may_join_team(user, member.undertaking, on=on) & here


def may_record_visit(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """Whoever carries it on, and whoever is in the team."""
    in_team = when(_in_team(user, undertaking), "由负责的工作委员会或者工作组成员登记。", "role")
    return (in_team | runs(user, undertaking, on)) & _under_way(undertaking) & _asked(undertaking, "has_visits")


def may_record_survey(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return runs(user, undertaking, on) & _under_way(undertaking) & _asked(undertaking, "has_questionnaire")


def may_list_article(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return _running(user, undertaking, on) & _asked(undertaking, "has_laws")


def may_assess_article(user: Any, article: Any, *, on: date) -> Verdict:
    """What was found of an article; whoever is in the team may write it."""
    undertaking = article.undertaking
    in_team = when(_in_team(user, undertaking), "由负责的工作委员会或者检查组成员登记。", "role")
    return (in_team | runs(user, undertaking, on)) & _under_way(undertaking)


def may_collect_opinion(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return _running(user, undertaking, on) & _asked(undertaking, "collects_opinions")


def may_send_opinions(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """Those not sent yet go to their bodies at once."""
    allowed = runs(user, undertaking, on) & _under_way(undertaking) & _asked(undertaking, "collects_opinions")
    if not allowed:
        return allowed
    return when(undertaking.opinions.filter(sent_at__isnull=True).exists(), "没有需要送交的意见。", "nothing")


def may_answer_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """The body that reports; what it says on paper is entered by the committee."""
    mine = runs(user, opinion.undertaking, on) | acts_for(user, opinion.organisation_id, on)
    return mine & _under_way(opinion.undertaking) & when(opinion.sent_at is not None, "意见送交后才能回应。")


def may_record_decision(user: Any, undertaking: Any, *, on: date) -> Verdict:
    return runs(user, undertaking, on) & _under_way(undertaking) & _asked(undertaking, "has_decisions")


def may_plan_its_ballot(user: Any, undertaking: Any, *, on: date) -> Verdict:
    """A ballot on what the bodies have reported or mended."""
    return runs(user, undertaking, on) & _under_way(undertaking)


def may_open_visit(user: Any, visit: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(visit)._default_manager.visible_to(user).filter(pk=visit.pk).exists()
    return when(seen, "现场检查情况由人大机关和工作组成员查阅。", "role")


def _in_team(user: Any, undertaking: Any) -> bool:
    return user.is_authenticated and undertaking.team.filter(user=user, left_at__isnull=True).exists()


def _running(user: Any, undertaking: Any, on: date) -> Verdict:
    open_still = undertaking.state in (U.PLANNED, U.UNDER_WAY)
    return runs(user, undertaking, on) & when(open_still, "监督事项已经结束。")


def _under_way(undertaking: Any) -> Verdict:
    return when(undertaking.state == U.UNDER_WAY, "监督事项启动后、办结前才能登记。")


def _asked(undertaking: Any, what: str) -> Verdict:
    return when(getattr(undertaking.kind, what), NOT_ASKED, "kind")
