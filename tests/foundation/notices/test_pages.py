from datetime import timedelta

import pytest
from django.urls import reverse

from foundation import notices
from foundation.notices import reach
from foundation.notices.models import Notice, NoticeKind, OutboxMail, Preference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("notice_kinds")]
INBOX = reverse("notices:inbox")


def tell(people, at, cause="case:1", **changes):
    plan = {"kind": "case.told", "subject": None, "title": "请办理第12号建议", "url": "/notices/"} | changes
    return notices.tell(people, at=at, cause=cause, **plan)


def test_the_inbox_shows_unread_first_and_only_one_s_own(cast, monday, signed_in):
    tell([cast.lin], monday, cause="old", title="旧的未读")
    tell([cast.lin], monday + timedelta(hours=1), cause="new", title="新的已读")
    tell([cast.he], monday, title="别人的消息")
    Notice.objects.filter(cause="new").mark_read(monday)
    page = signed_in(cast.lin).get(INBOX).content.decode()
    assert page.index("旧的未读") < page.index("新的已读")
    assert "别人的消息" not in page
    assert '<span class="bell-count">1<' in page


def test_the_inbox_costs_the_same_for_one_row_or_many(cast, monday, signed_in, django_assert_max_num_queries):
    client = signed_in(cast.lin)
    tell([cast.lin], monday, by=cast.he)
    client.get(INBOX)
    with django_assert_max_num_queries(8) as one:
        client.get(INBOX)
    for n in range(15):
        tell([cast.lin], monday, cause=f"case:{n + 2}", by=cast.he)
    with django_assert_max_num_queries(8) as many:
        client.get(INBOX)
    assert len(one) == len(many)


def test_the_filter_narrows_by_kind_and_to_the_unread(cast, monday, signed_in):
    tell([cast.lin], monday, title="普通的")
    tell([cast.lin], monday, cause="case:2", kind="case.statutory", title="法定的")
    client = signed_in(cast.lin)
    page = client.get(INBOX, {"kind": "case.statutory"}).content.decode()
    assert "法定的" in page
    assert "普通的" not in page
    Notice.objects.filter(title="普通的").mark_read(monday)
    assert "普通的" not in client.get(INBOX, {"unread": "on"}).content.decode()
    assert "请从列出的种类中选择" in client.get(INBOX, {"kind": "nonsense"}).content.decode()


def test_the_filter_offers_what_the_reader_has_under_its_heading(cast, monday, signed_in):
    tell([cast.lin], monday)
    tell([cast.he], monday, kind="case.statutory")
    page = signed_in(cast.lin).get(INBOX).content.decode()
    assert '<optgroup label="其他">' in page
    assert '<option value="case.told">办理告知</option>' in page
    assert "case.statutory" not in page
    assert "optgroup" not in signed_in(cast.gao).get(INBOX).content.decode()


def test_a_kind_that_has_no_messages_yet_may_still_be_asked_for(cast, signed_in):
    page = signed_in(cast.lin).get(INBOX, {"kind": "case.told"}).content.decode()
    assert "没有消息" in page
    assert "请从列出的种类中选择" not in page


def test_a_subject_without_readers_of_its_own_stays_open(cast, monday, signed_in):
    (notice,) = tell([cast.lin], monday, subject=cast.education)
    client = signed_in(cast.lin)
    assert reach.CLOSED not in client.get(INBOX).content.decode()
    assert client.post(reverse("notices:read", args=[notice.pk]), {"open": ""}).url == "/notices/"


def test_reading_is_a_post_of_the_recipient(cast, monday, signed_in):
    (notice,) = tell([cast.lin], monday)
    url = reverse("notices:read", args=[notice.pk])
    assert signed_in(cast.lin).get(url).status_code == 405
    assert signed_in(cast.he).post(url).status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None
    assert signed_in(cast.lin).post(url, {"open": ""}).url == "/notices/"
    notice.refresh_from_db()
    assert notice.read_at


def test_a_foreign_address_is_not_followed(cast, monday, signed_in):
    (notice,) = tell([cast.lin], monday, url="https://example.com/")
    assert signed_in(cast.lin).post(reverse("notices:read", args=[notice.pk]), {"open": ""}).url == INBOX


def test_all_are_read_at_once(cast, monday, signed_in):
    for n in range(3):
        tell([cast.lin, cast.he], monday, cause=f"case:{n}")
    signed_in(cast.lin).post(reverse("notices:read_all"))
    assert Notice.objects.unread().count() == Notice.objects.filter(recipient=cast.he).count() == 3


def test_preferences_are_kept_where_they_differ_and_never_for_statutory_kinds(cast, signed_in):
    client, url = signed_in(cast.lin), reverse("notices:preferences")
    assert "法定告知，即时发邮件，不能关闭</summary><p>期限提醒" in client.get(url).content.decode()
    rows = {f"kind-{kind.key.replace('.', '-')}": kind.delivery for kind in NoticeKind.objects.all()}
    chosen = rows | {"kind-case-told": "digest", "kind-case-statutory": "none"}
    assert client.post(url, chosen).status_code == 302
    assert list(Preference.objects.values_list("kind_id", "delivery")) == [("case.told", "digest")]


def test_nobody_chooses_about_mails_of_other_roles_or_about_the_digest_itself(cast, signed_in):
    url = reverse("notices:preferences")
    shown = {name: signed_in(getattr(cast, name)).get(url).content.decode() for name in ("lin", "shen")}
    assert {name for name, page in shown.items() if "每日运行检查" in page} == {"shen"}
    assert not any("每日消息汇总" in page for page in shown.values())


def test_nonsense_in_preferences_changes_nothing(cast, signed_in):
    answer = signed_in(cast.lin).post(reverse("notices:preferences"), {"kind-case-told": "天天发"})
    assert answer.status_code == 422
    assert "请从列出的方式中选择一种" in answer.content.decode()
    assert not Preference.objects.exists()


@pytest.fixture
def dead(cast, monday) -> OutboxMail:
    tell([cast.lin], monday)
    OutboxMail.objects.update(state="given_up", attempts=6, last_error="550 no such user")
    return OutboxMail.objects.get()


def test_a_dead_letter_is_seen_and_resent_by_those_who_look_after_it(cast, dead, signed_in):
    cast.lin.email = "new@example.cn"
    cast.lin.save()
    client = signed_in(cast.shen)
    assert "550 no such user" in client.get(reverse("notices:dead_letters")).content.decode()
    client.post(reverse("notices:resend", args=[dead.pk]))
    dead.refresh_from_db()
    assert (dead.state, dead.attempts, dead.address) == ("waiting", 0, "new@example.cn")
    assert "无需重发" in client.post(reverse("notices:resend", args=[dead.pk]), follow=True).content.decode()


def test_a_dead_letter_without_address_is_not_resent(cast, dead, signed_in):
    cast.lin.email = ""
    cast.lin.save()
    answer = signed_in(cast.he).post(reverse("notices:resend", args=[dead.pk]), follow=True)
    assert "请先在人员信息中补充" in answer.content.decode()
    dead.refresh_from_db()
    assert dead.state == "given_up"


@pytest.mark.parametrize("name", ["lin", "wu", "stranger"])
def test_dead_letters_are_nobody_else_s_business(cast, dead, signed_in, name):
    client = signed_in(getattr(cast, name))
    assert client.get(reverse("notices:dead_letters")).status_code == 403
    assert client.post(reverse("notices:resend", args=[dead.pk])).status_code == 403


def test_strangers_are_sent_to_the_door(client):
    for name in ("inbox", "preferences", "dead_letters"):
        assert "/login" in client.get(reverse(f"notices:{name}")).url
