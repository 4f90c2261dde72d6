from datetime import date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from foundation import deadlines
from foundation.accounts.models import Organisation, Substitute
from foundation.deadlines.models import Deadline, Milestone, Reminder, ReminderFault
from foundation.deadlines.reminding import KIND, remind_due
from foundation.notices.models import Notice, OutboxMail
from foundation.notices.relay import relay_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]
DAY = date(2026, 3, 2)
DUE = date(2026, 6, 2)


def moment(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def start(subject, kind="reply", organisation=None, on=DAY, **kwargs):
    return deadlines.start(kind, subject, on=on, organisation=organisation, by=None, at=moment(on), **kwargs)


def told(day: date) -> set[str]:
    return {notice.recipient.username for notice in Notice.objects.filter(created_at__date=day)}


def test_each_milestone_of_a_reply_reaches_its_level(cast, unit):
    unit.leader_in_charge = cast.qian
    unit.save()
    start(unit, organisation=unit)
    heard = {}
    for n in range(120):
        day = DAY + timedelta(days=n)
        remind_due(day)
        if told(day):
            heard[(DUE - day).days] = told(day)
    duty, head, office = {"wu"}, {"wu", "zheng"}, {"wu", "zheng", "he", "xu", "qian"}
    assert heard == {30: duty, 15: duty, 7: head, 3: head, 1: head, 0: office, -7: office, -14: office, -21: office}


def test_run_twice_nobody_hears_it_twice(cast, unit):
    start(unit, organisation=unit)
    assert remind_due(date(2026, 5, 3)).messages == 1
    assert remind_due(date(2026, 5, 3)).clocks == 0
    Deadline.objects.update(reminded_through=DAY, next_milestone_on=date(2026, 5, 3))
    assert remind_due(date(2026, 5, 3)).messages == 0
    assert Reminder.objects.count() == Notice.objects.count() == OutboxMail.objects.count() == 1


def test_after_an_outage_only_the_latest_goes_out_and_the_others_are_logged(cast, unit):
    clock = start(unit, organisation=unit)
    report = remind_due(date(2026, 5, 31))
    assert (report.messages, report.superseded) == (2, 3)
    rows = clock.reminders.order_by("occurrence").values_list("occurrence", "outcome")
    assert [(DUE - day).days for day, outcome in rows if outcome == "superseded"] == [30, 15, 7]
    assert {(DUE - day).days for day, outcome in rows if outcome == "sent"} == {3}
    clock.refresh_from_db()
    assert clock.next_milestone_on == date(2026, 6, 1)


def test_a_closed_clock_is_silent(cast, unit):
    start(unit, organisation=unit)
    deadlines.meet("reply", unit, at=moment(date(2026, 5, 2)))
    assert remind_due(DUE).clocks == 0
    assert not Notice.objects.exists()


def test_the_text_names_date_and_next_consequence_and_is_statutory(cast, unit):
    start(unit, organisation=unit)
    remind_due(date(2026, 6, 1))
    notice = Notice.objects.filter(recipient=cast.wu).get()
    assert notice.title == "示范区教育局：答复代表还有 1 天"
    assert notice.body.splitlines() == ["应于 2026-06-02 前办结。", "逾期将报联络工作机构和分管领导，列入督办。"]
    assert (notice.kind, notice.subject, notice.url) == (KIND, unit, f"/cases/{unit.pk}/")


def test_a_clock_without_owner_reminds_the_office_that_must_assign(cast, unit):
    start(unit)
    remind_due(date(2026, 5, 3))
    assert told(date(2026, 5, 3)) == {"he", "xu"}
    assert "尚未明确责任人" in Notice.objects.first().body


def test_where_no_room_names_anybody_the_clerks_hear_it(cast, unit, kinds):
    kinds(recipients=lambda clocks, level: {})
    start(unit, organisation=unit)
    remind_due(date(2026, 5, 3))
    assert told(date(2026, 5, 3)) == {"he", "xu"}


def test_with_nobody_at_all_the_ledger_says_so(unit, cast, kinds):
    kinds(recipients=lambda clocks, level: {})
    clock = start(unit)
    for clerk in (cast.he, cast.xu):
        clerk.is_active = False
        clerk.save()
    assert remind_due(date(2026, 5, 3)).nobody == 1
    assert clock.reminders.get().outcome == "nobody"


def test_a_substitute_hears_it_too(cast, unit):
    day = date(2026, 5, 3)
    Substitute.objects.create(principal=cast.wu, substitute=cast.feng, from_date=day, until_date=day, reason="休假")
    start(unit, organisation=unit)
    remind_due(day)
    assert told(day) == {"wu", "feng"}


def test_a_fact_that_no_longer_holds_is_not_told(cast, unit, kinds):
    kinds(still_due=lambda clocks: set())
    clock = start(unit, organisation=unit)
    assert remind_due(date(2026, 5, 3)).messages == 0
    assert clock.reminders.get().outcome == "settled"


def test_one_bad_row_does_not_stop_the_rest_and_is_tried_again(cast, unit, other_unit, kinds):
    def recipients(clocks, level):
        if any(clock.subject_id == unit.pk for clock in clocks):
            Deadline.objects.raw("SELECT broken").__iter__()
        return {clock.pk: {cast.feng.pk} for clock in clocks}

    kinds(recipients=recipients)
    bad, good = start(unit, organisation=unit), start(other_unit, organisation=other_unit)
    report = remind_due(date(2026, 5, 3))
    assert (report.messages, report.faults) == (1, 1)
    assert good.reminders.get().person == cast.feng
    assert not bad.reminders.exists()
    remind_due(date(2026, 5, 3))
    fault = ReminderFault.objects.get()
    assert (fault.deadline, fault.times) == (bad, 2)
    assert "broken" in fault.error
    kinds(recipients=lambda clocks, level: {clock.pk: {cast.wu.pk} for clock in clocks})
    assert remind_due(date(2026, 5, 3)).messages == 1
    assert not ReminderFault.objects.exists()


def test_a_bad_text_and_a_missing_object_are_faults_of_their_own(cast, unit, other_unit, kinds):
    def message(clock, subject, light):
        return subject.no_such_name, "", ""

    start(unit, organisation=unit)
    lost = start(other_unit, organisation=other_unit)
    Deadline.objects.filter(pk=lost.pk).update(subject_id=10**9)
    kinds(message=message)
    assert remind_due(date(2026, 5, 3)).faults == 2
    errors = set(ReminderFault.objects.values_list("error", flat=True))
    assert any("no_such_name" in error for error in errors)
    assert any("找不到期限所属的事项" in error for error in errors)
    assert not Reminder.objects.exists()


def test_a_kind_nobody_registered_is_a_fault(cast, unit):
    start(unit, "first_contact", organisation=unit)
    assert remind_due(date(2026, 3, 30)).faults == 1


def test_a_moved_due_date_speaks_anew_and_the_old_mail_stays_home(cast, unit):
    clock = start(unit, organisation=unit)
    saturday = date(2026, 5, 30)
    Milestone.objects.filter(limit_key="reply", days_before=3).update(level=1)
    remind_due(saturday, at=moment(saturday))
    mail = OutboxMail.objects.get()
    assert timezone.localtime(mail.not_before) == moment(date(2026, 6, 1), 8) + timedelta(minutes=30)
    deadlines.extend(clock, until=date(2026, 7, 3), reason="难", by=cast.he, at=moment(date(2026, 5, 31)))
    assert relay_due(moment(date(2026, 6, 1))).dropped == 1
    remind_due(date(2026, 6, 3))
    assert told(date(2026, 6, 3)) == {"wu"}


def test_of_two_reminders_waiting_for_monday_only_the_later_is_mailed(cast, unit):
    start(unit, organisation=unit, on=date(2026, 3, 1))  # due Monday 1 June
    remind_due(date(2026, 5, 31), at=moment(date(2026, 5, 31)))
    remind_due(date(2026, 6, 1), at=moment(date(2026, 6, 1), 8))
    report = relay_due(moment(date(2026, 6, 1)))
    assert (report.dropped, report.sent) == (2, 4)


def test_a_batch_costs_the_same_queries_for_one_clock_or_seven(cast, unit):
    def queries(count, day):
        places = Organisation.objects.bulk_create(Organisation(name=f"{day}{n}", kind="court") for n in range(count))
        for place in places:
            start(place, organisation=unit, on=day)
        with CaptureQueriesContext(connection) as captured:
            assert remind_due(day + timedelta(days=80)).messages == count
        Deadline.objects.all().update(next_milestone_on=None)
        return len(captured)

    assert queries(1, DAY) == queries(7, DAY + timedelta(days=1))


def test_the_command_says_what_it_did_and_refuses_nonsense(cast, unit, capsys):
    start(unit, organisation=unit)
    call_command("remind_deadlines", "--on", "2026-05-03")
    assert "到提醒日的期限 1 个，发出提醒 1 条" in capsys.readouterr().out
    with pytest.raises(CommandError, match="请写成 2026-06-02 的样式"):
        call_command("remind_deadlines", "--on", "明天")
