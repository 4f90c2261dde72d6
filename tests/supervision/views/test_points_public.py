"""Contact points as everybody reads them: closed until opened, numbers and the office's words, nobody's opinion."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from supervision.transitions import contact_points, point_publishing
from tests.supervision import advice_hand as hand
from tests.supervision.advice_hand import AT


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT.replace(hour=15)):
        yield


def test_from_the_office_to_everybody(cast, register, signed_in, client):
    he = signed_in(cast.he)
    point = hand.founded(cast)
    draft = hand.put_out(cast, [point], text="重点征求第三章意见，联系13900000001。")
    opinion = hand.heard(draft, point, cast.wei, text="物业费应当公开。")
    public, listed, one = page("public-contact-points"), page("public-law-drafts"), page("public-law-draft", draft.pk)
    assert (point.name in client.get(public).text, client.get(one).status_code) == (False, 404)
    early = he.get(page("publish-law-draft", draft.pk))
    assert (early.status_code, "请先公开" in early.text) == (409, True)
    unread = he.post(page("publish-contact-point", point.pk), {"how_to": "到村委会一楼。", "version": "1"})
    assert (unread.status_code, "请核对后勾选" in unread.text) == (422, True)
    he.post(page("publish-contact-point", point.pk), {"how_to": "到村委会一楼。", "checked": "on", "version": "1"})
    assert "已公开" in he.get(page("contact-points")).text
    he.post(page("publish-law-draft", draft.pk), {"checked": "on", "version": "1"})
    words = client.get(public).text
    assert all(word in words for word in (point.name, "到村委会一楼。", draft.title))
    words = client.get(one).text
    assert all(word in words for word in ("征求意见中", "到村委会一楼。", "重点征求第三章意见"))
    assert not any(word in words for word in ("物业费应当公开", "业主", "石一", "13900000001"))
    contact_points.send_draft(draft.pk, report="一条。", by=cast.he, at=AT)
    assert "意见正在汇总研究" in client.get(one).text
    contact_points.weigh_opinion(opinion.pk, fate="partly", reason="内部说明", by=cast.he, at=AT)
    told = contact_points.close_draft(draft.pk, result="采纳业主石某的意见。", by=cast.he, at=AT)
    assert "石某" not in client.get(one).text
    form = he.get(page("publish-law-draft", draft.pk))
    assert "采纳业主石某的意见。" in form.text
    answer = {"public_result": "费用公示写入第三十条。", "checked": "on", "version": str(told.version)}
    he.post(page("publish-law-draft", draft.pk), answer)
    words = client.get(one).text
    assert all(word in words for word in ("费用公示写入第三十条。", "提出1条", "部分采纳1条", "未采纳0条"))
    assert not any(word in words for word in ("石某", "物业费应当公开", "内部说明"))
    assert "部分采纳1条" in client.get(listed).text
    assert draft.title not in client.get(public).text
    he.post(page("unpublish-law-draft", draft.pk), {"reason": "更正", "version": str(told.version + 1)})
    assert client.get(one).status_code == 404
    assert "撤下公开" in he.get(page("publish-contact-point", point.pk)).text
    he.post(page("unpublish-contact-point", point.pk), {"reason": "搬迁", "version": "2"})
    assert point.name not in client.get(public).text


def test_public_pages_cost_the_same_with_one_and_with_three(cast, register, client):
    def more(name):
        words = {"how_to": "到村委会。", "by": cast.he, "at": AT}
        point = point_publishing.publish_point(hand.founded(cast, name).pk, **words)
        return point_publishing.publish_draft(hand.put_out(cast, [point]).pk, by=cast.he, at=AT), point

    def cost(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    draft, _ = more("甲村联系点")
    urls = [page("public-contact-points"), page("public-law-drafts"), page("public-law-draft", draft.pk)]
    before = [cost(url) for url in urls]
    for name in ("乙村联系点", "丙村联系点"):
        _, point = more(name)
        draft.points.add(point)
        hand.heard(draft, point, cast.wei)
    assert [cost(url) for url in urls] == before
