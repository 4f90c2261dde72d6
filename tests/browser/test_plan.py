"""A year's plan from a citizen's idea to its first progress: proposed on a telephone with nothing but a keyboard,
screened, adopted by the council of chairpersons, published, adjusted with its reason, begun, read by the citizen."""

from collections.abc import Callable

from django.utils import timezone

from foundation.intake.models import IntakeLimit
from supervision.models import PlanTopic, Solicitation, TopicIdea, Undertaking
from tests.browser.hand import PHONE, Hand
from tests.browser.keys import Keys
from tests.browser.kinds_hand import in_days, next_year
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision.plan_hand import council

Take = Callable[..., Hand]
IDEA = "老旧小区加装电梯"
# A button is reached by Tab at the end of the form.
SEND = "button[type=submit].btn-lg"


def test_from_a_citizens_idea_to_the_progress_of_the_plan(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of a form sent without its words.
    expected_console.append("status of 422")
    meeting = council(register, day=timezone.localdate())
    he, citizen = hand_of(town.he), hand_of(None, PHONE)
    he_calls(he)
    number = a_citizen_proposes(citizen)
    he_drafts_and_screens(he, town)
    he_answers(he, number)
    he_adopts_and_publishes(he, str(meeting))
    a_citizen_reads(citizen, number, "未启动")
    he_adjusts_and_starts(he, str(meeting))
    a_citizen_reads(citizen, number, "进行中", "汛期以前先看一遍。")


def he_calls(he: Hand) -> None:
    he.opens_desk().follows("监督计划").follows("议题征集").follows("起草征集公告")
    he.fills(text="欢迎提出明年的监督议题。", closes_on=in_days(-1)).presses("保存").sees("截止日期不能早于开始日期")
    he.fills(closes_on=in_days(20)).presses("保存").reads("已保存")
    he.follows("公布征集公告").presses("公布征集公告").reads("征集公告已公布")


def a_citizen_proposes(citizen: Hand) -> str:
    """By Tab, Space and Enter alone; answers the number of the idea."""
    IntakeLimit.objects.filter(key="topic_idea").update(work=20_000)
    page, keys, call = citizen.page, Keys(citizen.page), Solicitation.objects.get()
    page.goto(f"{citizen.address}/supervision/plans/public/")
    citizen.looks()
    keys.to(f"main a[href='/supervision/calls/{call.pk}/']").press("Enter")
    citizen.sees("欢迎提出明年的监督议题")
    keys.to(f"a[href='/supervision/calls/{call.pk}/write/']").press("Enter")
    citizen.sees("您的建议")
    keys.to(SEND).press("Enter")
    citizen.sees("请更正以下内容")
    keys.to("input[name=sort]").press("Space")
    keys.fill("title", IDEA)
    keys.fill("text", "我们小区等了三年。")
    keys.fill("name", "秦晓月")
    keys.to("[name=consent]").press("Space")
    keys.to(SEND).press("Enter")
    citizen.sees("您的建议已收到")
    idea = TopicIdea.objects.get()
    citizen.sees(idea.number)
    return idea.number


def he_drafts_and_screens(he: Hand, town: Cast) -> None:
    he.opens_desk().follows("监督计划").follows("起草计划").fills(year=str(next_year()))
    he.presses("保存，下一步添加议题").reads("计划已建立")
    he.finds(IDEA, "待研究的议题建议").follows("作为新议题列入").presses("列入计划").sees("请更正以下内容")
    he.picks(plan=f"{next_year()}年监督工作计划", kind="听取和审议专项工作报告")
    he.picks(committee=str(town.urban_committee), month_from="4月", month_until="8月").chooses(str(town.transport))
    he.fills(title=f"关于{IDEA}情况的报告", reason="群众反映集中。", public_title=IDEA).presses("列入计划")
    he.reads("已作为新议题列入计划")


def he_answers(he: Hand, number: str) -> None:
    call = Solicitation.objects.get()
    he.page.goto(f"{he.address}{call.get_absolute_url()}")
    he.follows("截止征集").fills(reason="计划已起草。").presses("截止征集").reads("征集已截止")
    he.follows("公布采纳情况").fills(outcome="收到一条，采纳一条。").presses("公布采纳情况").reads("采纳情况已公布")
    he.sees(number)
    assert not TopicIdea.objects.get().name


def he_adopts_and_publishes(he: Hand, meeting: str) -> None:
    plan = PlanTopic.objects.get().plan
    he.page.goto(f"{he.address}{plan.get_absolute_url()}")
    he.follows("登记通过").picks(meeting=meeting).presses("登记").reads("已登记通过")
    he.follows("公布").presses("公布并通知").reads("计划已公布")


def he_adjusts_and_starts(he: Hand, meeting: str) -> None:
    topic = PlanTopic.objects.get()
    he.page.goto(f"{he.address}{topic.get_absolute_url()}")
    he.follows("调整").picks(month_from="3月").presses("登记调整").sees("请更正以下内容")
    he.picks(meeting=meeting).fills(adjust_reason="汛期以前先看一遍。").presses("登记调整").reads("已登记调整")
    he.follows("启动").fills(meeting_on=in_days(60)).presses("建立监督事项").reads("已建立监督事项")
    he.follows("启动").presses("启动").reads("已启动")
    assert Undertaking.objects.get().title == topic.title


def a_citizen_reads(citizen: Hand, number: str, *words: str) -> None:
    call = Solicitation.objects.get()
    citizen.page.goto(f"{citizen.address}/supervision/calls/{call.pk}/")
    citizen.looks().sees(number, "收到一条，采纳一条。")
    citizen.page.goto(f"{citizen.address}/supervision/plans/public/")
    citizen.follows(f"{next_year()}年监督工作计划").sees(f"关于{IDEA}情况的报告", *words)
