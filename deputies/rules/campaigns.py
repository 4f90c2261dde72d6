"""Who makes a campaign known to everybody, and who may open its pictures."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, may_open_register
from foundation.workflow import Verdict, when


def may_publish_campaign(user: Any, campaign: Any, *, on: date) -> Verdict:
    """The liaison office; once published, the same step brings words and pictures up to date."""
    allowed = user.is_authenticated and user.has_role(*KEEPERS, on=on)
    return when(allowed, "主题活动由代表联络工作机构公布。", "role") & when(
        campaign.starts_on <= on, "主题活动还没有开始，开始后再公布。", "date"
    )


def may_hide_campaign(user: Any, campaign: Any, *, on: date) -> Verdict:
    """The liaison office, while it is public."""
    shown = when(campaign.published_at is not None, "该主题活动没有公布，不需要撤下。")
    return may_publish_campaign(user, campaign, on=on) & shown


def may_open_campaign(user: Any, campaign: Any) -> Verdict:
    """Its pictures: everybody while it is public, else the readers of the register."""
    return when(True, "") if campaign.published_at else may_open_register(user)
