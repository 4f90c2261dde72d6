"""A campaign: its activities and numbers on one page, published with chosen photographs, taken off again."""

from typing import Any

import pytest

from deputies.models import ActivityRecord, Campaign
from deputies.transitions.add_record import add_record
from deputies.transitions.campaigns import hide_campaign, publish_campaign
from deputies.transitions.record_attendance import record_attendance
from foundation.audit import timeline
from foundation.files.keeping import keep
from foundation.files.models import StoredFile
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, BEFORE, STARTS, asked, planned
from tests.suggestions.views.scans import photo, scan

WORDS = "代表到现场察看河道，提出三条意见。"


@pytest.fixture
def campaign(cast, register) -> Campaign:
    """代表在行动 with an inspection lin came to and zhou did not, photographed twice, and a forum that lies ahead."""
    made = Campaign.objects.create(name="代表在行动", starts_on=BEFORE.date())
    rows = asked(cast, register, campaigns=[made])
    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    record_attendance(rows["zhou"], "absent", by=cast.he, at=STARTS)
    written = add_record(rows["lin"].activity, by=cast.he, at=AFTER, text="察看一号闸。")
    keep(written, [scan("闸口.png"), photo("座谈.jpg")], by=cast.he, at=AFTER)
    planned(cast, kind="forum", title="座谈物业管理", campaigns=[made], by=cast.wei, organiser=None)
    return made


def photos(campaign: Campaign) -> list[StoredFile]:
    written = ActivityRecord.objects.get(activity__campaigns=campaign)
    return list(StoredFile.objects.filter(owner_id=str(written.pk)).order_by("-name"))


def page(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_published_it_is_read_by_everybody_with_its_numbers_and_pictures(cast, campaign, client, signed_in):
    address = f"/deputies/campaigns/public/{campaign.pk}/"
    assert client.get(address).status_code == 404
    gate, _ = photos(campaign)
    assert client.get(gate.get_absolute_url()).status_code == 404
    office = signed_in(cast.he)
    assert "闸口.png" in page(office, f"/deputies/campaigns/{campaign.pk}/publish/")
    answer = {"summary": WORDS, "photos": [gate.pk], "version": campaign.version}
    assert office.post(f"/deputies/campaigns/{campaign.pk}/publish/", answer).status_code == 302
    shown = page(client, address)
    for words in (WORDS, "视察青石河治理工程", "1人"):
        assert words in shown
    assert "座谈物业管理" not in shown
    (public,) = StoredFile.objects.filter(owner_id=str(campaign.pk), kind="photo")
    assert str(public.pk) in shown
    assert client.get(public.get_absolute_url()).status_code == 200
    # The photograph in the record stays for its readers alone.
    assert client.get(gate.get_absolute_url()).status_code == 404
    assert set(Notice.objects.filter(kind="deputies.campaign_published").values_list("recipient", flat=True)) == {
        cast.wei.pk
    }


def test_brought_up_to_date_other_pictures_take_their_place_and_nobody_is_told_twice(cast, campaign):
    gate, talk = photos(campaign)
    publish_campaign(campaign, by=cast.he, at=AFTER, summary=WORDS, photos=[gate])
    publish_campaign(campaign, by=cast.he, at=AFTER, summary=f"{WORDS}续。", photos=[talk])
    (public,) = StoredFile.objects.filter(owner_id=str(campaign.pk), kind="photo")
    assert (public.name, public.sha256) == ("座谈.jpg", talk.sha256)
    assert Notice.objects.filter(kind="deputies.campaign_published").count() == 1
    assert [event.summary for event in timeline(campaign)][-1] == "更新公布内容：代表在行动。"


def test_taken_off_it_is_gone_with_its_pictures(cast, campaign, client):
    publish_campaign(campaign, by=cast.he, at=AFTER, summary=WORDS, photos=photos(campaign))
    with pytest.raises(Refused, match="理由"):
        hide_campaign(campaign, by=cast.he, at=AFTER, reason=" ")
    hide_campaign(campaign, by=cast.he, at=AFTER, reason="照片有误。")
    assert client.get(f"/deputies/campaigns/public/{campaign.pk}/").status_code == 404
    assert not StoredFile.objects.filter(owner_id=str(campaign.pk), kind="photo").exists()
    assert len(photos(campaign)) == 2
    with pytest.raises(Refused, match="没有公布"):
        hide_campaign(campaign, by=cast.he, at=AFTER, reason="再次。")


@pytest.mark.parametrize(
    ("words", "refused"), [(" ", "请填写活动情况"), ("请致电13812345678报名。", "电话或者证件号码")]
)
def test_words_that_are_missing_or_give_somebody_away_are_refused(cast, campaign, words, refused):
    with pytest.raises(Refused, match=refused) as answer:
        publish_campaign(campaign, by=cast.he, at=AFTER, summary=words)
    assert answer.value.field == "summary"
    assert not Campaign.objects.published().exists()


def test_pictures_of_other_activities_other_people_and_other_days_are_refused(cast, register, campaign, signed_in):
    other = asked(cast, register, "deng")["deng"]
    record_attendance(other, "present", by=cast.he, at=STARTS)
    written = add_record(other.activity, by=cast.he, at=AFTER, text="另一次。")
    keep(written, [scan("别处.png")], by=cast.he, at=AFTER)
    foreign = StoredFile.objects.filter(owner_id=str(written.pk), name="别处.png")
    with pytest.raises(Refused, match="不是本主题活动"):
        publish_campaign(campaign, by=cast.he, at=AFTER, summary=WORDS, photos=foreign)
    for person in (cast.lin, cast.wei, cast.zhao):
        with pytest.raises(Refused, match="代表联络工作机构"):
            publish_campaign(campaign, by=person, at=AFTER, summary=WORDS)
    Campaign.objects.filter(pk=campaign.pk).update(starts_on=AFTER.date().replace(month=5))
    with pytest.raises(Refused, match="还没有开始"):
        publish_campaign(campaign, by=cast.he, at=AFTER, summary=WORDS)


@pytest.mark.parametrize("number", [1, 3])
def test_every_page_costs_the_same_at_any_size(
    cast, register, campaign, client, signed_in, django_assert_num_queries, number
):
    for _ in range(number):
        row = asked(cast, register, "lin", campaigns=[campaign])["lin"]
        record_attendance(row, "present", by=cast.he, at=STARTS)
    publish_campaign(campaign, by=cast.he, at=AFTER, summary=WORDS, photos=photos(campaign))
    with django_assert_num_queries(4):
        client.get(f"/deputies/campaigns/public/{campaign.pk}/")
    reader = signed_in(cast.zhao)
    reader.get("/desk/")
    with django_assert_num_queries(6):
        reader.get(f"/deputies/campaigns/{campaign.pk}/")
