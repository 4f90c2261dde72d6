"""A campaign is made known to everybody: its words, the activities held for it, chosen photographs of their records."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet

from deputies.models import ActivityRecord, Campaign
from deputies.notices.campaigns import campaign_published
from deputies.querysets.campaigns import HELD
from deputies.rules.campaigns import may_hide_campaign, may_publish_campaign
from deputies.transitions._activity import day_of
from foundation.audit import record
from foundation.files.models import StoredFile
from foundation.files.store import files_of, remove_upload, share_as
from foundation.privacy.masking import mask_numbers
from foundation.workflow import Refused, lock

PHOTO = "photo"
MOST_PHOTOS = 12


def photographs(campaign: Campaign) -> QuerySet[StoredFile]:
    """What the records of its activities hold of pictures, oldest first: what may be chosen from."""
    records = ActivityRecord.objects.filter(activity__campaigns=campaign, activity__state__in=HELD)
    owners = [str(pk) for pk in records.order_by().values_list("pk", flat=True)]
    kind = ContentType.objects.get_for_model(ActivityRecord)
    found = StoredFile.objects.filter(owner_type=kind, owner_id__in=owners, media_type__startswith="image/")
    return found.order_by("uploaded_at", "pk")


@transaction.atomic
def publish_campaign(
    pk: Any, *, by: Any, at: datetime, summary: str, photos: Collection[StoredFile] = (), version: int | None = None
) -> Campaign:
    """Everybody may read it from now on; called again, words and pictures are those given now.

    Refused: not the liaison office, before it begins, without words, words with a telephone or identity number in
    them, pictures of other activities, too many. Who planned the activities hears.
    """
    campaign = lock(Campaign, pk, version=version)
    may_publish_campaign(by, campaign, on=day_of(at)).require()
    _check(campaign, summary, photos)
    first = campaign.published_at is None
    campaign.summary, campaign.published_at = summary.strip(), campaign.published_at or at
    campaign.bump("summary", "published_at")
    _show(campaign, photos, by=by, at=at)
    words = "向社会公布" if first else "更新公布内容"
    record("deputies.publish_campaign", campaign, by=by, at=at, summary=f"{words}：{campaign}。")
    if first:
        campaign_published(campaign, by=by, at=at)
    return campaign


@transaction.atomic
def hide_campaign(pk: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> Campaign:
    """Takes it off the public site, its pictures with it. Refused: not the office, not public, without a reason."""
    campaign = lock(Campaign, pk, version=version)
    may_hide_campaign(by, campaign, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明撤下的理由。", "input", field="reason")
    campaign.published_at = None
    campaign.bump("published_at")
    _show(campaign, (), by=by, at=at)
    record("deputies.hide_campaign", campaign, by=by, at=at, summary=f"撤下{campaign}：{reason.strip()}")
    return campaign


def _check(campaign: Campaign, summary: str, photos: Collection[StoredFile]) -> None:
    if not summary.strip():
        raise Refused("请填写活动情况，向群众说明做了什么、有什么结果。", "input", field="summary")
    if mask_numbers(summary) != summary:
        raise Refused("活动情况中有电话或者证件号码，请删去后再公布。", "input", field="summary")
    if len(photos) > MOST_PHOTOS:
        raise Refused(f"最多选择{MOST_PHOTOS}张照片，请减少后再公布。", "input", field="photos")
    known = set(photographs(campaign).values_list("pk", flat=True))
    if any(photo.pk not in known for photo in photos):
        raise Refused("所选照片不是本主题活动的活动记录，请刷新页面后重选。", "input", field="photos")


def _show(campaign: Campaign, photos: Collection[StoredFile], *, by: Any, at: datetime) -> None:
    """The chosen photographs as files of the campaign itself; the records keep theirs."""
    wanted = {photo.sha256: photo for photo in photos}
    for stored in files_of(campaign, PHOTO):
        if wanted.pop(stored.sha256, None) is None:
            remove_upload(stored, by=by, at=at)
    for photo in wanted.values():
        share_as(photo, campaign, kind=PHOTO, name=photo.name)
