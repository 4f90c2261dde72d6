"""What is told of campaigns."""

from datetime import datetime
from typing import Any

from deputies.models import Campaign
from deputies.notices.matrix import tell


def campaign_published(campaign: Campaign, *, by: Any, at: datetime) -> None:
    """Whoever planned the activities that everybody now reads of."""
    people = set(campaign.activities.exclude(planned_by=None).values_list("planned_by", flat=True))
    body = "您组织的活动列在公开页面上；名称、地点等有误的，请告知代表联络工作机构。"
    tell("campaign_published", people, campaign, f"主题活动已公布：{campaign}", by=by, at=at, body=body)
