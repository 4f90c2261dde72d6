"""What people read of contact points and drafts is opened by the office alone."""

import pytest

from foundation.workflow import Refused
from supervision.models import ContactPoint, LawDraft
from supervision.transitions import contact_points, point_publishing
from tests.supervision import advice_hand as hand
from tests.supervision.advice_hand import AT


def shown(cast, point, **facts):
    return point_publishing.publish_point(point.pk, **{"how_to": "到村委会一楼。", "by": cast.he, "at": AT, **facts})


def test_nothing_is_public_by_itself(cast, register):
    hand.put_out(cast, [hand.founded(cast)])
    assert not ContactPoint.objects.public_on(AT.date()).exists()
    assert not LawDraft.objects.public().exists()


def test_the_office_opens_a_point_changes_its_words_and_takes_it_off(cast, register):
    point = hand.founded(cast)
    for by, at, code in ((cast.wei, AT, "role"), (cast.fang, AT, "role")):
        with pytest.raises(Refused) as refusal:
            shown(cast, point, by=by, at=at)
        assert refusal.value.code == code
    with pytest.raises(Refused):
        shown(cast, point, how_to="  ")
    shown(cast, point)
    point = shown(cast, point, how_to="到村委会二楼。")
    assert (point.is_public, point.how_to) == (True, "到村委会二楼。")
    with pytest.raises(Refused):
        point_publishing.unpublish_point(point.pk, reason="", by=cast.he, at=AT)
    assert not point_publishing.unpublish_point(point.pk, reason="搬迁", by=cast.he, at=AT).is_public
    with pytest.raises(Refused):
        point_publishing.unpublish_point(point.pk, reason="搬迁", by=cast.he, at=AT)


def test_a_point_that_was_closed_is_no_longer_shown(cast, register):
    point = shown(cast, hand.founded(cast))
    contact_points.end_point(point.pk, reason="合并", by=cast.he, at=AT)
    later = AT.date().replace(day=3)
    assert not ContactPoint.objects.public_on(later).exists()
    with pytest.raises(Refused, match="已经撤销"):
        shown(cast, point)


def test_a_draft_is_opened_where_people_find_a_point_and_closed_with_words_of_its_own(cast, register):
    point = hand.founded(cast)
    draft = hand.put_out(cast, [point])

    def publish(**facts):
        return point_publishing.publish_draft(draft.pk, **{"by": cast.he, "at": AT, **facts})

    with pytest.raises(Refused, match="请先公开"):
        publish()
    shown(cast, point)
    with pytest.raises(Refused):
        publish(by=cast.wei)
    # While opinions are asked nothing can be told of what became of them.
    assert publish(public_result="早说的话").public_result == ""
    with pytest.raises(Refused, match="已经公开"):
        publish()
    contact_points.send_draft(draft.pk, report="没有意见。", by=cast.he, at=AT)
    contact_points.close_draft(draft.pk, result="未收到意见。", by=cast.he, at=AT)
    with pytest.raises(Refused, match="请写明"):
        publish()
    assert publish(public_result="没有收到意见。").public_result == "没有收到意见。"
    off = point_publishing.unpublish_draft(draft.pk, reason="更正", by=cast.he, at=AT)
    assert (off.is_public, off.public_result) == (False, "没有收到意见。")
