"""A special work report in a browser: entered by the committee, answered by the bureau at a telephone, given back, put
right, and read by a stranger in the end."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from supervision.models import Undertaking
from supervision.states.undertaking import StepState
from supervision.transitions import steps
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

TITLE = "公共交通发展情况的专项工作报告"
Take = Callable[..., Hand]


def test_a_report_from_the_entry_to_the_public(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of forms that were refused with their sentence.
    expected_console.append("status of 422")
    today = timezone.localdate()
    meeting = f"{today + timedelta(days=60):%Y-%m-%d}"
    fang, feng = hand_of(town.fang), hand_of(town.feng, PHONE)
    fang.opens_desk().page.goto(f"{fang.address}/supervision/undertakings/")
    fang.looks().follows("登记监督事项").picks(kind="听取和审议专项工作报告").fills(title=TITLE, meeting_on=meeting)
    fang.presses("登记").sees("请选择被监督单位。")
    fang.chooses(str(town.transport)).presses("登记").reads("已登记").sees("报送报告征求意见稿", "法定期限")
    fang.follows("启动").presses("启动").reads("已启动")
    draft = today + timedelta(days=40)
    fang.page.goto(f"{fang.address}/supervision/undertakings/calendar/?month={draft:%Y-%m}")
    fang.looks().sees("会议前20日", "法定期限").follows("全年").sees("会议前7日")
    fang.page.goto(f"{fang.address}{Undertaking.objects.get().get_absolute_url()}")
    fang.looks().follows("登记意见").picks(source="人大代表").fills(text="末班车太早，建议延长。").presses(
        "登记"
    ).reads("已登记")
    fang.follows("送交意见").presses("送交意见").reads("已送交")
    row = Undertaking.objects.get()
    feng.opens_desk().follows(f"{TITLE}：报送修改后的报告").follows("办理")
    feng.fills(text="报告。", dated_on=f"{today + timedelta(days=61):%Y-%m-%d}").presses("提交").sees(
        "还有1条意见没有回应"
    )
    feng.page.goto(f"{feng.address}{row.get_absolute_url()}")
    feng.looks().follows("回应").fills(answer="六条线路延长至二十一时。").presses("保存").reads("已保存")
    feng.follows("报送修改后的报告").follows("办理")
    feng.fills(text="报告。", dated_on=f"{today + timedelta(days=61):%Y-%m-%d}").presses("提交").sees("晚于会议日期")
    feng.fills(dated_on=f"{today:%Y-%m-%d}").presses("提交").reads("已提交")
    fang.page.goto(f"{fang.address}{row.get_absolute_url()}")
    fang.looks().follows("报送修改后的报告").follows("退回重办").fills(reason="请补充线路数据。").presses(
        "退回重办"
    ).reads("已退回")
    feng.opens_desk().follows(f"{TITLE}：报送修改后的报告").sees("请补充线路数据。").follows("办理")
    feng.fills(text="全区线路二十八条，六条延长末班车。").presses("提交").reads("已提交")
    for step in row.steps.filter(state=StepState.OPEN):
        if step.statutory_days:
            said = {"text": "报告稿。"} if step.paper else {"words": "已送达。"}
            steps.finish_step(step.pk, by=town.he, at=timezone.now(), **said)
        else:
            steps.skip_step(step.pk, reason="结合其他工作进行。", by=town.he, at=timezone.now())
    fang.page.goto(f"{fang.address}{row.get_absolute_url()}")
    fang.follows("办结").fills(outcome="推动六条线路延长末班车。").presses("办结").reads("已办结")
    fang.follows("公开").presses("公开").reads("已公开")
    citizen = hand_of(None, PHONE)
    citizen.page.goto(f"{citizen.address}/supervision/open/undertakings/")
    citizen.looks().follows(TITLE).sees("推动六条线路延长末班车。", "全区线路二十八条")
