"""An activity in a browser: planned, asked, a leave refused, checked in at the door by code, closed, in the file."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from deputies.models import Activity, DutyEntry, Invitation
from deputies.rules.check_in_code import code_at
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

TITLE = "视察青石河治理工程"
Take = Callable[..., Hand]


def test_from_the_plan_to_the_file(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    he = hand_of(town.he)
    he_asks(he)
    lin = hand_of(town.lin, PHONE)
    lin.finds(TITLE, "待答复的活动")
    lin_takes_the_notice(lin)
    lin.follows("请假").fills(reason="家中有事。").presses("提交请假").reads("等待审批")
    he.finds(TITLE, "待审批的请假").chooses("不批准").presses("提交审批意见").sees("请写明理由")
    he.fills(decision="请克服困难参加。").presses("提交审批意见").reads("已通知代表本人")
    it_begins()
    lin_checks_in(he, lin)
    he_closes(he)
    lin.follows("我的履职").sees(TITLE)
    assert DutyEntry.objects.get(deputy__user=town.lin).kind.code == "inspection"


def he_asks(he: Hand) -> None:
    """Planned for tomorrow in the name of the committee; the whole delegation is asked."""
    starts = timezone.localtime() + timedelta(days=1)
    times = {"starts_at": f"{starts:%Y-%m-%dT%H:%M}", "ends_at": f"{starts + timedelta(hours=2):%Y-%m-%dT%H:%M}"}
    he.follows("履职活动").follows("安排活动")
    he.picks(kind="视察", holder="示范区人大常委会代表工作委员会")
    he.fills(title=TITLE, place="青石河一号闸", **times).presses("保存，下一步邀请代表").reads("请邀请代表")
    he.follows("邀请代表").chooses("青石镇代表团").presses("发出邀请").reads("已邀请2名代表")


def lin_takes_the_notice(lin: Hand) -> None:
    """The written notice, addressed to her, on her telephone."""
    with lin.page.expect_download() as taken:
        lin.page.get_by_role("link", name="书面通知").click()
    assert taken.value.suggested_filename == f"{TITLE}通知.docx"


def it_begins() -> None:
    """The clock does not wait for a test: the activity is moved to now."""
    now = timezone.now()
    Activity.objects.update(starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=2))


def lin_checks_in(he: Hand, lin: Hand) -> None:
    """The telephone opens what the code on the screen says, and the digits beside it are typed."""
    activity = Activity.objects.get()
    he.page.goto(f"{he.address}{activity.get_absolute_url()}")
    he.follows("签到二维码")
    digits = he.page.locator(".door-number").inner_text()
    lin.page.goto(f"{lin.address}{activity.get_absolute_url()}check-in/?c={code_at(activity.pk, timezone.now())}")
    lin.looks().fills(number=digits).presses("签到").reads("签到成功")
    assert Invitation.objects.get(method="code").attendance == "present"


def he_closes(he: Hand) -> None:
    """The rest is called by name; nobody closes before the end."""
    he.follows("返回活动").follows("登记出席情况").looks()
    he.page.get_by_role("button", name="其余全部出席").click()
    he.reads("出席情况已登记")
    now = timezone.now()
    Activity.objects.update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(minutes=1))
    he.page.goto(f"{he.address}{Activity.objects.get().get_absolute_url()}")
    he.follows("办结活动").presses("确认办结").reads("已记入履职档案")
