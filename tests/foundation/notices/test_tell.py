from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from foundation import notices
from foundation.notices.models import DeliveryWindow, Notice, NoticeKind, OutboxMail, Preference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice_kinds")]


def tell(people, at, **changes):
    plan = {"kind": "case.told", "subject": None, "title": "请办理", "cause": "case:1:assigned"} | changes
    return notices.tell(people, at=at, **plan)


def test_the_inbox_has_it_and_mail_follows_to_those_with_an_address(cast, monday):
    cast.lin.email = ""
    cast.lin.save()
    new = tell(
        [cast.lin, cast.he.pk, cast.he, None], monday, subject=cast.education, body="请于七日内签收。", url="/x/"
    )
    assert {notice.recipient_id for notice in new} == {cast.lin.pk, cast.he.pk}
    assert Notice.objects.get(recipient=cast.lin).subject == cast.education
    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.address) == (cast.he, "he@example.cn")
    assert mail.body.startswith("请于七日内签收。")
    assert mail.body.endswith("/x/")


def test_the_same_cause_is_told_once(cast, monday):
    assert len(tell([cast.lin], monday)) == 1
    assert tell([cast.lin], monday + timedelta(days=1), title="再次请办理") == []
    assert len(tell([cast.lin, cast.he], monday)) == 1
    assert Notice.objects.count() == OutboxMail.objects.count() == 2


@pytest.mark.parametrize(
    ("told", "leaves"),
    [
        (datetime(2026, 6, 1, 10, 0), datetime(2026, 6, 1, 10, 0)),
        (datetime(2026, 6, 1, 3, 0), datetime(2026, 6, 1, 8, 30)),
        (datetime(2026, 6, 1, 17, 30), datetime(2026, 6, 2, 8, 30)),
        (datetime(2026, 6, 5, 23, 0), datetime(2026, 6, 8, 8, 30)),
        (datetime(2026, 2, 13, 18, 0), datetime(2026, 2, 14, 8, 30)),  # a make-up Saturday before the Spring Festival
        (datetime(2026, 2, 14, 17, 45), datetime(2026, 2, 24, 8, 30)),  # and the long way over the holiday
        (datetime(2026, 9, 25, 9, 0), datetime(2026, 9, 28, 8, 30)),
    ],
)
def test_mail_waits_for_working_hours(cast, told, leaves):
    tell([cast.lin], timezone.make_aware(told))
    assert timezone.localtime(OutboxMail.objects.get().not_before) == timezone.make_aware(leaves)


def test_the_window_in_force_is_that_of_the_local_day(cast):
    DeliveryWindow.objects.create(opens_at=time(9), closes_at=time(17), valid_from=date(2026, 6, 2))
    tell([cast.lin], timezone.make_aware(datetime(2026, 6, 2, 7)).astimezone(UTC))
    assert timezone.localtime(OutboxMail.objects.get().not_before).hour == 9


def test_an_urgent_mail_does_not_wait(cast):
    night = timezone.make_aware(datetime(2026, 6, 6, 23))
    tell([cast.lin], night, urgent=True)
    assert OutboxMail.objects.get().not_before == night


def test_a_closed_account_is_not_told(cast, monday):
    cast.lin.is_active = False
    cast.lin.save()
    assert tell([cast.lin], monday) == []
    assert not Notice.objects.exists()


def test_a_kind_nobody_registered_is_a_fault(cast, monday):
    with pytest.raises(LookupError, match="unknown kind of notice"):
        tell([cast.lin], monday, kind="case.unknown")


def test_a_person_s_wish_decides_about_mail_but_not_for_statutory_kinds(cast, monday):
    for kind in NoticeKind.objects.filter(key__startswith="case."):
        Preference.objects.create(user=cast.lin, kind=kind, delivery="none")
    tell([cast.lin], monday)
    assert not OutboxMail.objects.exists()
    tell([cast.lin], monday, kind="case.statutory", cause="case:1:due")
    assert OutboxMail.objects.get().kind == "case.statutory"
    assert Notice.objects.count() == 2


def test_telling_many_costs_the_same_queries_as_telling_one(cast, monday, django_assert_num_queries):
    tell([cast.he], monday, cause="warm")
    with django_assert_num_queries(8):
        tell([cast.lin], monday)
    with django_assert_num_queries(8):
        tell(cast.people().values(), monday, cause="all")


def test_a_told_message_vanishes_with_the_transaction_that_told_it(cast, monday):
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        tell([cast.lin], monday)
        raise RuntimeError
    assert not Notice.objects.exists()
    assert not OutboxMail.objects.exists()


def test_what_is_answered_is_the_row(cast, monday):
    answered = tell([cast.lin], monday)[0]
    kept = Notice.objects.get()

    names = [field.attname for field in Notice._meta.concrete_fields]
    assert {name: getattr(answered, name) for name in names} == {name: getattr(kept, name) for name in names}
