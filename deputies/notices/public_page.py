"""What is told of public pages."""

from datetime import datetime
from typing import Any

from deputies.models import PublicPage
from deputies.notices.matrix import tell
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def consent_said(page: PublicPage, *, by: Any, at: datetime) -> None:
    """The office when the deputy said it, so that the page is signed off anew."""
    words = page.get_consent_display()
    title = f"{page.deputy.name}代表对公开照片和简介的意见：{words}"
    clerks = people_with(Role.CLERK, on=at.date())
    tell("consent_said", clerks, page, title, by=by, at=at, url=page.deputy.get_absolute_url())


def page_published(page: PublicPage, *, by: Any, at: datetime) -> None:
    """The deputy, who reads what the public reads."""
    body = "请打开核对；有不实或者不愿公开的内容，请在“我的公开页面”表示意见，或者与代表联络工作机构联系。"
    tell("page_published", [page.deputy.user_id], page, "您的代表公开页面已经公开", by=by, at=at, body=body)


def page_hidden(page: PublicPage, *, by: Any, at: datetime) -> None:
    title = "您的代表公开页面已经撤下"
    url = page.deputy.get_absolute_url()
    tell("page_hidden", [page.deputy.user_id], page, title, by=by, at=at, body=page.hidden_reason, url=url)
