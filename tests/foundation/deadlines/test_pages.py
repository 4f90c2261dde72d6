from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from foundation import deadlines
from foundation.deadlines.models import CalendarFeed, Deadline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]
TODAY = date(2026, 5, 20)


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 10))


@pytest.fixture(autouse=True)
def _a_day_in_may(time_machine):
    time_machine.move_to(moment(TODAY), tick=False)


@pytest.fixture
def clock(unit, kinds) -> Deadline:
    kinds(may_view=lambda user, subject: user.has_role("unit_officer") and subject.pk in user.organisations())
    return deadlines.start("reply", unit, on=date(2026, 3, 2), organisation=unit, by=None, at=moment(date(2026, 3, 2)))


def derivation(clock: Deadline) -> str:
    return reverse("deadlines:derivation", args=[clock.pk])


def test_the_derivation_shows_every_step(cast, clock, signed_in):
    deadlines.extend(clock, amount=1, unit="month", reason="涉及多个部门", by=cast.he, at=moment(TODAY))
    page = signed_in(cast.wu).get(derivation(clock)).content.decode()
    for words in (
        "2026年3月2日（星期一）（交办之日），当日不计入",
        "《民法典》第二百零一条",
        "答复代表：3 个月",
        "代表法》第五十一条",
        "3 个月后的对应日为2026年6月2日（星期二）",
        "延长 1 个月，届满日由2026年6月2日（星期二）变为2026年7月2日（星期四）。",
        "理由：涉及多个部门。批准人：何敏，批准日期：2026年5月20日",
        "最长 6 个月（含延期），不得再延长",
        "data-print",
    ):
        assert words in page


def test_holidays_rolls_and_provisional_years_are_named(cast, unit, kinds, signed_in):
    kinds("first_contact", may_view=lambda user, subject: True)
    kinds("reply", may_view=lambda user, subject: True)
    contact = deadlines.start("first_contact", unit, on=date(2026, 9, 14), by=None, at=moment(TODAY))
    reply = deadlines.start("reply", unit, on=date(2026, 7, 1), by=None, at=moment(TODAY))
    commitment = deadlines.start("re_reply", unit, on=date(2026, 12, 1), by=None, at=moment(TODAY))
    kinds("re_reply", may_view=lambda user, subject: True)
    client = signed_in(cast.wu)
    page = client.get(derivation(contact)).content.decode()
    assert "第 20 个工作日" in page
    assert "国庆节调休" in page
    assert "中秋节" in page
    page = client.get(derivation(reply)).content.decode()
    assert "末日遇休息日，顺延至其后第一个工作日2026年10月8日" in page
    page = client.get(derivation(commitment)).content.decode()
    assert "2027年放假安排尚未公布" in page


@pytest.mark.parametrize(
    ("name", "status"),
    [("wu", 200), ("gao", 200), ("shen", 200), ("feng", 404), ("lin", 404), ("stranger", 404), ("han", 404)],
)
def test_whoever_may_not_see_the_case_finds_nothing(cast, clock, signed_in, name, status):
    assert signed_in(getattr(cast, name)).get(derivation(clock)).status_code == status


def test_a_kind_without_a_rule_is_closed(cast, clock, kinds, signed_in):
    kinds()
    assert signed_in(cast.wu).get(derivation(clock)).status_code == 404


def test_clocks_of_nobody_in_particular_are_the_clerks(cast, unit, signed_in):
    started = date(2026, 5, 18)
    deadlines.start("screening", unit, on=started, by=None, at=moment(started))
    page = reverse("deadlines:mine")

    assert "审查立案" in signed_in(cast.he).get(page).content.decode()
    assert "审查立案" not in signed_in(cast.wu).get(page).content.decode()


def test_my_clocks_are_mine_and_narrow_by_light(cast, unit, other_unit, clock, signed_in):
    start = {"by": None, "at": moment(TODAY)}
    deadlines.start("sign_in", unit, on=date(2026, 5, 4), organisation=unit, **start)
    deadlines.start("reply", other_unit, on=date(2026, 3, 2), organisation=other_unit, **start)
    deadlines.start("rating", other_unit, on=date(2026, 5, 19), user=cast.wu, **start)
    client, url = signed_in(cast.wu), reverse("deadlines:mine")
    page = client.get(url).content.decode()
    assert page.index("已逾期 9 天") < page.index("还有 13 天") < page.index("还有 20 天")
    assert page.count("还有 13 天") == 1
    assert "已逾期 9 天" not in client.get(url, {"colour": "yellow"}).content.decode()
    assert "请从列出的状态中选择" in client.get(url, {"colour": "pink"}).content.decode()
    assert list(Deadline.objects.waiting_for(cast.lin)) == []


def test_my_clocks_cost_the_same_for_one_row_or_many(cast, unit, clock, signed_in, django_assert_max_num_queries):
    client, url = signed_in(cast.wu), reverse("deadlines:mine")
    client.get(url)
    with django_assert_max_num_queries(10) as one:
        client.get(url)
    rows = [Deadline.objects.get(pk=clock.pk) for _ in range(9)]
    for n, row in enumerate(rows):
        row.pk, row.subject_id = None, 10**6 + n
    Deadline.objects.bulk_create(rows)
    with django_assert_max_num_queries(10) as many:
        client.get(url)
    assert len(one) == len(many)


@pytest.mark.parametrize("days", range(-40, 20))
def test_a_list_by_light_and_the_light_itself_agree(clock, days):
    on = clock.due_on + timedelta(days=days)
    colour = deadlines.light(clock, on).colour
    assert [c for c in ("red", "orange", "yellow", "green") if Deadline.objects.all().with_colour(c, on)] == [colour]


def test_the_feed_opens_with_its_secret_alone_and_closes_when_renewed(cast, unit, clock, signed_in, client):
    person = signed_in(cast.wu)
    assert "还没有生成" in person.get(reverse("deadlines:feed")).content.decode()
    address = person.post(reverse("deadlines:renew_feed")).context["address"]
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["DTSTART"].dt == date(2026, 6, 2)
    assert str(event["SUMMARY"]) == "答复代表届满：示范区教育局"
    assert CalendarFeed.objects.get().token_digest not in address
    newer = person.post(reverse("deadlines:renew_feed")).context["address"]
    assert client.get(address).status_code == 404
    assert client.get(newer).status_code == 200
    person.post(reverse("deadlines:drop_feed"))
    assert client.get(newer).status_code == 404


def test_a_closed_account_s_feed_is_closed(cast, signed_in, client):
    address = signed_in(cast.wu).post(reverse("deadlines:renew_feed")).context["address"]
    cast.wu.is_active = False
    cast.wu.save()
    assert client.get(address).status_code == 404
