from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions.freeze import freeze
from foundation.notices.models import Notice
from tests.congress_portal.reports.conftest import DAY

pytestmark = pytest.mark.django_db


def test_adopted_by_a_meeting_on_a_day_and_hashed(cast, road, office):
    road.closed()
    report = office.frozen()

    assert report.digest == report.expected_digest()
    assert len(report.digest) == 64
    heard = set(Notice.objects.filter(kind="reports.frozen").values_list("recipient__username", flat=True))
    assert {"xu", "gao", "zhao", "sun", "chen", "wu"} <= heard


def test_the_hash_covers_cells_and_files(road, office):
    road.closed()
    report = office.frozen()
    report.content[0]["rows"][0]["cells"][0]["value"] = 2
    assert report.digest != report.expected_digest()
    report.refresh_from_db()
    report.files["xlsx"] = "0" * 64
    assert report.digest != report.expected_digest()


def test_refused_by_role_state_and_day(cast, office, refused):
    meeting, how = office.meeting(), {"at": DAY, "adopted_on": DAY.date()}
    report = office.built()
    refused(freeze, report.pk, by=cast.he, meeting=meeting, code="state", **how)
    AnnualReport.objects.all().delete()
    report = office.confirmed()
    refused(freeze, report.pk, by=cast.zhao, meeting=meeting, code="role", **how)
    for day in (DAY.date() + timedelta(days=1), date(2026, 11, 19)):
        refused(freeze, report.pk, by=cast.he, meeting=meeting, code="input", at=DAY, adopted_on=day)
    freeze(report.pk, by=cast.he, meeting=meeting, **how)
    refused(freeze, report.pk, by=cast.he, meeting=meeting, code="state", **how)


def test_the_database_lets_nobody_change_or_delete_it(office):
    report = office.frozen()
    for change in (
        lambda: AnnualReport.objects.filter(pk=report.pk).update(counted_on=date(2026, 1, 1)),
        lambda: AnnualReport.objects.filter(pk=report.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_no_meeting_adopts_before_it_opens(cast, office, refused):
    report, meeting = office.confirmed(), office.meeting()
    meeting.opens_on = DAY.date() + timedelta(days=1)
    meeting.save()

    refused(freeze, report.pk, by=cast.he, meeting=meeting, at=DAY, adopted_on=DAY.date(), code="input")
