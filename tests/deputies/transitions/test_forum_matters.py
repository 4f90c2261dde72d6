"""What was raised at a forum: entered by its organiser for who was there, owed from its day on, answered once."""

from typing import Any

import pytest

from deputies.models import Activity, RaisedMatter
from deputies.transitions.close_activity import close_activity
from deputies.transitions.receptions import answer_raised, record_matter
from deputies.transitions.record_attendance import record_attendance
from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, STARTS, asked

TEXT = "集市周边停车难，建议增设停车位。"


@pytest.fixture
def forum(cast, register) -> Activity:
    """wei's township holds it; lin came and zhou did not."""
    rows = asked(cast, register, kind="forum", by=cast.wei, organiser=cast.township, title="代表座谈会")
    record_attendance(rows["lin"], "present", by=cast.wei, at=STARTS)
    record_attendance(rows["zhou"], "absent", by=cast.wei, at=STARTS)
    return Activity.objects.get()


def entered(cast: Any, register: Any, forum: Activity, **changes: Any) -> RaisedMatter:
    facts = {"by": cast.wei, "at": AFTER, "deputy": register.lin.deputy, "text": TEXT}
    return record_matter(forum, **{**facts, **changes})


def test_entered_owed_from_the_closing_and_answered_on_its_own_page(cast, register, forum, signed_in):
    matter = entered(cast, register, forum)
    assert Notice.objects.get(kind="deputies.raised_recorded").recipient == cast.lin
    assert deadlines.clock_of("raised_answer", matter) is None
    close_activity(forum, by=cast.wei, at=AFTER)
    assert deadlines.clock_of("raised_answer", matter).user == cast.wei
    later = entered(cast, register, forum, text="补充：集市日增派人手。")
    assert deadlines.clock_of("raised_answer", later).started_on == forum.day
    page = signed_in(cast.wei).get(matter.get_absolute_url()).content.decode()
    assert TEXT in page
    assert 'class="light light-' in page
    with pytest.raises(Refused, match="由接待人答复"):
        answer_raised(matter, by=cast.deng, at=AFTER, answer="好。")
    answer_raised(matter, by=cast.wei, at=AFTER, answer="已划出二十个车位。")
    assert "已划出二十个车位。" in signed_in(cast.lin).get(matter.get_absolute_url()).content.decode()


def test_only_those_concerned_find_it(cast, register, forum):
    entered(cast, register, forum)
    found = {
        name: RaisedMatter.objects.visible_to(getattr(cast, name)).count()
        for name in ("he", "zhao", "wei", "lin", "zhou", "deng", "luo", "fang", "feng", "stranger")
    }
    assert {name for name, count in found.items() if count} == {"he", "zhao", "wei", "lin"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"by": "lin"}, "组织单位"), ({"deputy": "zhou"}, "到会的代表"), ({"text": " "}, "填写内容"),
     ({"text": "请电13900001234"}, "不要写入电话")],
)  # fmt: skip
def test_refused_with_a_sentence(cast, register, forum, changes, words):
    known = {"by": lambda name: getattr(cast, name), "deputy": lambda name: getattr(register, name).deputy}
    facts = {key: known[key](value) if key in known else value for key, value in changes.items()}
    with pytest.raises(Refused, match=words):
        entered(cast, register, forum, **facts)
    assert not RaisedMatter.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_and_the_page_in_the_browser(cast, register, forum, signed_in, django_assert_num_queries, number):
    client, address = signed_in(cast.wei), f"/deputies/activities/{forum.pk}/matters/"
    for turn in range(number):
        facts = {"deputy": register.lin.deputy.pk, "text": f"{TEXT}{turn}"}
        assert client.post(address, facts).status_code == 302
    assert client.post(address, {"deputy": register.zhou.deputy.pk, "text": TEXT}).status_code == 422
    assert TEXT in client.get(forum.get_absolute_url()).content.decode()
    client.get("/deputies/matters/")
    with django_assert_num_queries(6):
        assert TEXT in client.get("/deputies/matters/").content.decode()
