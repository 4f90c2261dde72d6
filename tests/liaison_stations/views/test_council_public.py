"""What strangers read of street congresses and topical deliberations: what the office has opened, and no more."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import CouncilOpinion
from liaison_stations.transitions import council_opinions, council_publishing, deliberations, street_meetings
from tests.liaison_stations import street_hand, table_hand
from tests.liaison_stations.receiving import told
from tests.liaison_stations.street_hand import HELD

PHONE = "13800001234"
OPEN = ("public-streets", "public-council-opinions", "public-deliberations")


def page(name: str, *args: Any) -> str:
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


@pytest.fixture
def congress(cast, register):
    congress = street_hand.founded(cast.he)
    for name in ("甲成", "乙华"):
        street_hand.member(congress, name, cast.he, phone=PHONE)
    return congress


def told_back(congress, cast, title: str = "路口拥堵") -> CouncilOpinion:
    he = {"by": cast.he, "at": HELD}
    words = {"title": title, "text": f"请联系{PHONE}。", "member": congress.members.get(name="甲成")}
    opinion = council_opinions.raise_opinion(congress.pk, **words, **he)
    council_opinions.hand_opinion(opinion.pk, body=cast.transport, **he)
    council_opinions.answer_opinion(opinion.pk, answer="下月安装。", by=cast.feng, at=HELD)
    return council_opinions.close_opinion(opinion.pk, outcome="提出人满意。", **he)


def settled(cast, register, net, topic: str = "停车难怎么解决"):
    row = table_hand.held(table_hand.planned(cast, register, net, topic=topic), cast.jiang, absent="周建国")
    opinion = table_hand.raised(row, cast.jiang)
    council_opinions.explain_opinion(opinion.pk, outcome="社区已协调。", by=cast.jiang, at=HELD)
    return deliberations.close_deliberation(row.pk, result="车位已增设。", by=cast.jiang, at=HELD)


def test_a_congress_is_closed_until_the_office_opens_it_piece_by_piece(cast, congress, client, signed_in):
    he, address = signed_in(cast.he), page("public-street", congress.pk)
    jiang = street_hand.clerk_of_street(cast)
    meeting = street_hand.held(street_hand.planned(congress, cast.he), cast.he, absent=0)
    matter = street_hand.project(meeting, cast.he)
    papers = street_hand.hands(2, present=2, members=2)
    street_meetings.enter_vote(matter.pk, way="hands", papers=papers, by=jiang, at=HELD)
    street_meetings.check_vote(matter.pk, agrees=True, by=cast.he, at=HELD)
    opinion = told_back(congress, cast)
    hidden = told_back(congress, cast, "没有公开的意见")
    assert client.get(address).status_code == 404
    assert str(congress) not in client.get(page("public-streets")).text
    assert he.post(page("publish-council-opinion", opinion.pk), {}).status_code == 409
    assert he.post(page("publish-congress", congress.pk), {}).status_code == 422
    he.post(page("publish-congress", congress.pk), {"checked": "on", "version": congress.version})
    listed = client.get(address).text
    assert "甲成" in listed
    assert "居民代表（2名）" in listed
    assert not [word for word in (PHONE, "1980", "女", "街道办事处工作报告", "路口拥堵") if word in listed]
    he.post(page("publish-street-meeting", meeting.pk), {"checked": "on"})
    form = he.get(page("publish-council-opinion", opinion.pk)).text
    assert "请联系138****1234。" in form
    words = {
        "title": "路口拥堵",
        "text": "请联系【略】。",
        "answer": "下月安装。",
        "outcome": "提出人满意。",
        "checked": "on",
    }
    rewritten = he.post(page("publish-council-opinion", opinion.pk), {**words, "answer": "明年安装。"})
    assert (rewritten.status_code, "只能遮盖文字" in rewritten.text) == (422, True)
    he.post(page("publish-council-opinion", opinion.pk), words)
    shown = client.get(address).text
    assert not [
        word for word in ("街道办事处工作报告", "老旧小区加装扶手", "赞成2", "通过", "下月安装。") if word not in shown
    ]
    assert not [word for word in (PHONE, hidden.title, "听取报告并讨论。", "甲成（") if word in shown]
    assert "居民代表方面的议政代表提出" in client.get(page("public-council-opinions"), {"q": "路口"}).text
    he.post(page("unpublish-congress", congress.pk), {"reason": "名单有误"})
    assert client.get(address).status_code == 404
    assert "路口拥堵" not in client.get(page("public-council-opinions")).text


def test_a_deliberation_is_read_once_it_is_settled_and_opened(cast, register, net, client, signed_in):
    row = settled(cast, register, net)
    he, address = signed_in(cast.he), page("public-deliberation", row.pk)
    assert client.get(address).status_code == 404
    assert signed_in(cast.jiang).get(page("publish-deliberation", row.pk)).status_code == 403
    words = {"topic": row.topic, "conclusion": row.conclusion, "result": row.result, "checked": "on"}
    he.post(page("publish-deliberation", row.pk), words)
    shown = client.get(address).text
    assert not [word for word in ("增设临时车位。", "车位已增设。", "林晓梅", "1名") if word not in shown]
    assert not [word for word in ("李某", "周建国", "各方讨论。", "社区已协调。") if word in shown]
    assert row.topic in client.get(net.qingshi.public_url).text
    opinion = row.opinions.get()
    copy = {"title": opinion.title, "text": opinion.text, "outcome": opinion.outcome, "checked": "on"}
    he.post(page("publish-council-opinion", opinion.pk), copy)
    assert "社区已协调。" in client.get(address).text
    he.post(page("unpublish-deliberation", row.pk), {"reason": "重新核对"})
    assert client.get(address).status_code == 404
    assert opinion.title not in client.get(page("public-council-opinions")).text


def test_only_the_office_opens_and_only_what_is_done(cast, congress):
    meeting = street_hand.planned(congress, cast.he)
    with pytest.raises(Refused, match="代表联络工作机构"):
        council_publishing.publish_congress(congress.pk, by=cast.jiang, at=HELD)
    with pytest.raises(Refused, match="请先公开所属的议政代表会"):
        council_publishing.publish_street_meeting(meeting.pk, by=cast.he, at=HELD)
    council_publishing.publish_congress(congress.pk, by=cast.he, at=HELD)
    with pytest.raises(Refused, match="已经公开"):
        council_publishing.publish_congress(congress.pk, by=cast.he, at=HELD)
    council_publishing.publish_street_meeting(meeting.pk, by=cast.he, at=HELD)
    member = {"member": congress.members.get(name="甲成")}
    opinion = council_opinions.raise_opinion(congress.pk, title="题", text="文", by=cast.he, at=HELD, **member)
    words = {"title": "题", "text": "文", "outcome": "果", "by": cast.he, "at": HELD}
    with pytest.raises(Refused, match="反馈提出人以后"):
        council_publishing.publish_council_opinion(opinion.pk, **words)


def test_members_hear_once_of_what_is_opened(cast, register):
    jiang = street_hand.clerk_of_street(cast)
    congress, he = street_hand.seated(cast.he, register), {"by": cast.he, "at": HELD}
    meeting, opinion = street_hand.planned(congress, cast.he), told_back(congress, cast)
    council_publishing.publish_congress(congress.pk, **he)
    council_publishing.publish_street_meeting(meeting.pk, **he)
    words = {"title": opinion.title, "text": "请联系【略】。", "answer": opinion.answer, "outcome": opinion.outcome}
    for _ in range(2):
        council_publishing.publish_council_opinion(opinion.pk, **words, **he)

    members = {cast.zhou.username, jiang.username}
    assert told("street_published") == told("street_meeting_published") == members
    assert told("council_published") == members | {cast.feng.username, cast.chen.username}
    assert Notice.objects.filter(kind="liaison_stations.council_published", recipient=cast.zhou).count() == 1
    for row in Notice.objects.filter(kind__endswith="_published", recipient=cast.zhou):
        assert "公众可以在网上查看" in row.body
        assert PHONE not in f"{row.title}{row.body}"

    council_publishing.unpublish_council_opinion(opinion.pk, reason="再核对", **he)
    later = HELD + timedelta(hours=1)
    council_publishing.publish_council_opinion(opinion.pk, **words, by=cast.he, at=later)
    assert Notice.objects.filter(kind="liaison_stations.council_published", recipient=cast.zhou).count() == 2


def test_the_table_hears_of_what_is_opened_and_each_may_open_what_he_is_led_to(cast, register, net, signed_in):
    row, he = settled(cast, register, net), {"by": cast.he, "at": HELD}
    words = {"topic": row.topic, "conclusion": row.conclusion, "result": row.result}
    council_publishing.publish_deliberation(row.pk, **words, **he)
    opinion = row.opinions.get()
    copy = {"title": opinion.title, "text": opinion.text, "outcome": opinion.outcome}
    council_publishing.publish_council_opinion(opinion.pk, **copy, **he)
    for kind in ("deliberation_published", "council_published"):
        assert {cast.lin.username, cast.jiang.username} <= told(kind)
    for notice in Notice.objects.filter(kind__endswith="_published").select_related("recipient"):
        assert signed_in(notice.recipient).get(notice.url).status_code == 200


def test_nobody_hears_of_what_was_refused(cast, register):
    congress = street_hand.seated(cast.he, register)
    with pytest.raises(Refused):
        council_publishing.publish_congress(congress.pk, by=cast.jiang, at=HELD)
    assert told("street_published") == set()


def test_public_pages_cost_the_same_with_one_and_with_three(cast, register, net, congress, client):
    he = {"by": cast.he, "at": HELD}

    def opened(number: int) -> None:
        opinion = told_back(congress, cast, f"意见{number}")
        words = {"title": opinion.title, "text": opinion.text, "answer": opinion.answer, "outcome": opinion.outcome}
        council_publishing.publish_council_opinion(opinion.pk, **words, **he)
        meeting = street_hand.planned(congress, cast.he)
        council_publishing.publish_street_meeting(meeting.pk, **he)
        row = settled(cast, register, net, f"议题{number}")
        facts = {"topic": row.topic, "conclusion": row.conclusion, "result": row.result}
        council_publishing.publish_deliberation(row.pk, **facts, **he)

    def cost(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    council_publishing.publish_congress(congress.pk, **he)
    opened(1)
    urls = [*(page(name) for name in OPEN), page("public-street", congress.pk)]
    before = [cost(url) for url in urls]
    opened(2)
    opened(3)
    assert [cost(url) for url in urls] == before
