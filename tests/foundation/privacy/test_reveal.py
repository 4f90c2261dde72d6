import pytest
from django.db import DatabaseError, connection, transaction

from foundation.audit import timeline
from foundation.privacy.models import Reveal
from foundation.privacy.reveal import reveal
from foundation.workflow import Refused
from tests.foundation.privacy.conftest import AT, PHONE, PURPOSE


def test_a_look_is_written_down_with_its_purpose(unit, clerk):
    assert reveal("phone", unit, by=clerk, at=AT, purpose=f" {PURPOSE} ") == PHONE
    row = Reveal.objects.get()
    assert (row.by, row.subject, row.field, row.purpose, row.at) == (clerk, unit, "phone", PURPOSE, AT)
    event = timeline(unit, visibility={"office"}).get()
    assert (event.verb, event.actor) == ("privacy.reveal", clerk)
    assert event.summary == f"查看联系电话，用途：{PURPOSE}。"
    assert PHONE not in f"{event.summary}{event.data}"


@pytest.mark.parametrize("purpose", ["", "  ", "联系", " 　联系　 "])
def test_without_a_purpose_nothing_is_shown(unit, clerk, purpose):
    with pytest.raises(Refused, match="请说明查看用途"):
        reveal("phone", unit, by=clerk, at=AT, purpose=purpose)
    assert not Reveal.objects.exists()


def test_the_rule_decides(unit, stranger):
    with pytest.raises(Refused, match="仅限联络工作人员"):
        reveal("phone", unit, by=stranger, at=AT, purpose=PURPOSE)
    assert not Reveal.objects.exists()


def test_a_field_nobody_registered_is_closed(unit, clerk):
    with pytest.raises(Refused, match="不提供查看"):
        reveal("name", unit, by=clerk, at=AT, purpose=PURPOSE)


@pytest.mark.parametrize("sql", ["DELETE FROM privacy_reveal", "UPDATE privacy_reveal SET purpose = '其他'"])
def test_the_record_stays(unit, clerk, sql):
    reveal("phone", unit, by=clerk, at=AT, purpose=PURPOSE)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
