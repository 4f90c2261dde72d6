"""Who decides what of a deputy stands on the public site."""

from datetime import date
from typing import Any

from deputies.rules.register import may_keep_register
from deputies.states import PAGE_FLOW
from foundation.workdays.clock import today
from foundation.workflow import Verdict, allow, refuse

ONLY_HIMSELF = "是否公开照片和个人简介，由代表本人决定；书面表示意见的，由代表联络工作机构登记。"
NOT_SERVING = "只有本级人大在任代表有公开页面。"


def may_say_consent(user: Any, page: Any, *, on: date | None = None) -> Verdict:
    """The deputy himself; the office with a paper in hand."""
    own = user.is_authenticated and page.deputy.user_id is not None and page.deputy.user_id == user.pk
    return allow() if own or may_keep_register(user) else refuse(ONLY_HIMSELF, "role")


def may_publish_page(user: Any, page: Any, *, on: date) -> Verdict:
    """The office signs off, and signs off again what has changed since."""
    return may_keep_register(user) & _serves(page, on) & PAGE_FLOW.verdict("publish_page", page.state)


def may_hide_page(user: Any, page: Any, *, on: date) -> Verdict:
    return may_keep_register(user) & PAGE_FLOW.verdict("hide_page", page.state)


def may_open_photo(user: Any, page: Any) -> Verdict:
    """The photograph of a page anybody may open; of a hidden one, for whom the page is."""
    model = type(page)
    on = today()
    if model.objects.open_on(on).filter(pk=page.pk).exists() or model.objects.visible_to(user).filter(pk=page.pk):
        return allow()
    return refuse("这个页面没有公开。", "state")


def _serves(page: Any, on: date) -> Verdict:
    serving = page.deputy.mandates.all().at_home().serving_on(on).exists()
    return allow() if serving else refuse(NOT_SERVING, "state")
