"""Who opens contact points and the drafts put out there to everybody: the office alone."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from supervision.rules.house import may_manage
from supervision.states.advice import DraftState


def may_publish_point(user: Any, point: Any, *, on: date) -> Verdict:
    """Once more, to change how an opinion is given."""
    return may_manage(user, point, on=on) & when(point.until_date is None, "已经撤销的联系点不公开。")


def may_unpublish_point(user: Any, point: Any, *, on: date) -> Verdict:
    return may_manage(user, point, on=on) & when(point.is_public, "没有公开，无需撤下。")


def may_publish_draft(user: Any, draft: Any, *, on: date) -> Verdict:
    """While it is out, where people find a public point; then what became of it, once that is told to the points."""
    manages = may_manage(user, draft, on=on)
    if not manages or draft.state == DraftState.CLOSED:
        return manages
    found = draft.points.public_on(on).exists()
    return when(not draft.is_public, "已经公开，向联系点反馈采纳情况以后可以公布结果。") & when(
        found, "请先公开参加征求意见的联系点，群众才知道到哪里提意见。"
    )


def may_unpublish_draft(user: Any, draft: Any, *, on: date) -> Verdict:
    return may_manage(user, draft, on=on) & when(draft.is_public, "没有公开，无需撤下。")
