"""Plans and meetings of street committees and presidiums as read by all: closed until the office opens them."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.workflow import Refused
from supervision.models import LocalBody
from supervision.transitions import local_publishing, local_years
from tests.supervision import local_hand as hand
from tests.supervision.local_hand import AT, HELD


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


def opened(meeting, by):
    words = {"topics": meeting.topics, "decisions": meeting.decisions}
    return local_publishing.publish_local_meeting(meeting.pk, by=by, at=HELD, **words)


def test_a_plan_is_read_by_everybody_once_the_office_says_so(cast, register, signed_in, client):
    he, wei = signed_in(cast.he), signed_in(cast.wei)
    plan = hand.drafted(hand.seated(cast, cast.wei), cast.wei)
    facts = {"responsible": "石一", "due_on": HELD.date(), "by": cast.wei, "at": AT}
    item = local_years.add_item(plan.pk, kind="station", title="走访，联系13900000001", **facts)
    public, house, one = (
        page("public-local"),
        page("public-local-body", plan.body_id),
        page("public-local-year", plan.pk),
    )
    early = he.get(page("publish-local-year", plan.pk))
    assert (early.status_code, "计划报送以后才能公开" in early.text) == (409, True)
    plan = local_years.file_plan(plan.pk, adopted_by="第1次主席团会议", by=cast.wei, at=AT)
    assert wei.get(page("publish-local-year", plan.pk)).status_code == 403
    assert (client.get(house).status_code, client.get(one).status_code) == (404, 404)
    unread = he.post(page("publish-local-year", plan.pk), {"version": str(plan.version)})
    assert (unread.status_code, "请核对后勾选" in unread.text) == (422, True)
    he.post(page("publish-local-year", plan.pk), {"checked": "on", "version": str(plan.version)})
    assert plan.body.organisation.label in client.get(public).text
    assert f"{plan.year}年度工作计划" in client.get(house).text
    local_years.finish_item(item.pk, done_on=HELD.date(), result="走访了丁某家。", by=cast.wei, at=HELD)
    words = client.get(one).text
    assert all(word in words for word in ("视察农村道路", "完成1/2", "第1次主席团会议", "围绕中心工作依法履职"))
    assert not any(word in words for word in ("石一", "丁某", "13900000001"))
    he.post(page("unpublish-local-year", plan.pk), {"reason": "更正", "version": str(plan.version + 1)})
    assert (client.get(house).status_code, client.get(one).status_code) == (404, 404)


def test_a_meeting_is_read_with_its_checked_words(cast, register, signed_in, client):
    he = signed_in(cast.he)
    body = hand.seated(cast, cast.wei)
    meeting = hand.called(body, cast.wei)
    house, publish = page("public-local-body", body.pk), page("publish-local-meeting", meeting.pk)
    assert he.get(publish).status_code == 409
    meeting = hand.held(meeting, cast.wei)
    form = {"topics": meeting.topics, "checked": "on", "version": str(meeting.version)}
    rewritten = he.post(publish, {**form, "decisions": "报告通过。"})
    assert (rewritten.status_code, "只能遮盖文字" in rewritten.text) == (422, True)
    with pytest.raises(Refused, match="只能遮盖"):
        local_publishing.publish_local_meeting(
            meeting.pk, topics=meeting.topics, decisions="报告通过。", by=cast.he, at=HELD
        )
    he.post(publish, {**form, "decisions": "报告【略】印发。"})
    words = client.get(house).text
    assert all(word in words for word in ("2026年第1次会议", meeting.topics, "报告【略】印发。", "应到3人，到会2人"))
    assert not any(word in words for word in (*hand.NAMES, "听取报告并讨论", "修改后"))
    assert "修改公开内容" in he.get(meeting.get_absolute_url()).text
    he.post(page("unpublish-local-meeting", meeting.pk), {"reason": "更正", "version": str(meeting.version + 1)})
    assert client.get(house).status_code == 404


def test_only_the_office_opens_and_takes_off(cast, register):
    body = hand.seated(cast, cast.wei)
    meeting, plan = hand.held(hand.called(body, cast.wei), cast.wei), hand.filed(body, cast.wei)
    words = {"topics": meeting.topics, "decisions": meeting.decisions}
    for by in (cast.wei, cast.fang, cast.zhao):
        with pytest.raises(Refused):
            local_publishing.publish_local_year(plan.pk, by=by, at=HELD)
        with pytest.raises(Refused):
            local_publishing.publish_local_meeting(meeting.pk, by=by, at=HELD, **words)
    with pytest.raises(Refused, match="没有公开"):
        local_publishing.unpublish_local_year(plan.pk, reason="更正", by=cast.he, at=HELD)
    local_publishing.publish_local_year(plan.pk, by=cast.he, at=HELD)
    with pytest.raises(Refused, match="已经公开"):
        local_publishing.publish_local_year(plan.pk, by=cast.he, at=HELD)
    with pytest.raises(Refused):
        local_publishing.unpublish_local_year(plan.pk, reason="更正", by=cast.wei, at=HELD)
    with pytest.raises(Refused, match="撤下的理由"):
        local_publishing.unpublish_local_year(plan.pk, reason=" ", by=cast.he, at=HELD)


def test_public_pages_cost_the_same_with_one_and_with_three(cast, register, client):
    def cost(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    body = hand.seated(cast, cast.wei)
    plan = local_publishing.publish_local_year(hand.filed(body, cast.wei).pk, by=cast.he, at=HELD)
    opened(hand.held(hand.called(body, cast.wei), cast.wei), cast.he)
    urls = [page("public-local"), page("public-local-body", body.pk), page("public-local-year", plan.pk)]
    before = [cost(url) for url in urls]
    street = LocalBody.objects.get(organisation=cast.street)
    local_publishing.publish_local_year(hand.filed(street, cast.he).pk, by=cast.he, at=HELD)
    for day in (18, 19):
        held = hand.held(hand.called(body, cast.wei, starts_at=HELD.replace(day=day)), cast.wei)
        opened(held, cast.he)
        words = {"kind": "other", "due_on": HELD.date(), "reason": "补充", "by": cast.wei, "at": AT}
        local_years.add_item(plan.pk, title=f"检查{day}", **words)
    assert [cost(url) for url in urls] == before
