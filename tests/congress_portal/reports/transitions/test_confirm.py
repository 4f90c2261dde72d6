import pytest

from congress_portal.reports.transitions.confirm import confirm, send_back
from foundation.notices.models import Notice
from foundation.workflow import StaleVersion
from tests.congress_portal.reports.conftest import DAY

pytestmark = pytest.mark.django_db


def test_a_second_pair_of_eyes(cast, office, refused):
    report = office.built()
    refused(confirm, report.pk, by=cast.he, at=DAY, code="role")
    refused(confirm, report.pk, by=cast.zhao, at=DAY, code="role")
    confirm(report.pk, by=cast.xu, at=DAY, note_text="已核对。")
    refused(confirm, report.pk, by=cast.gao, at=DAY, code="state")

    heard = set(Notice.objects.filter(kind="reports.confirmed").values_list("recipient__username", flat=True))
    assert {"he", "gao", "zhao", "qian", "luo", "fang"} <= heard
    assert "xu" not in heard


def test_sent_back_with_a_reason(cast, office, refused):
    report = office.confirmed()
    refused(send_back, report.pk, by=cast.he, at=DAY, reason="", code="input")
    refused(send_back, report.pk, by=cast.fang, at=DAY, reason="漏计。", code="role")
    assert send_back(report.pk, by=cast.he, at=DAY, reason="漏计。").state == "built"
    refused(send_back, report.pk, by=cast.he, at=DAY, reason="漏计。", code="state")


def test_two_windows(cast, office):
    report = office.built()
    with pytest.raises(StaleVersion):
        confirm(report.pk, by=cast.xu, at=DAY, version=report.version - 1)
