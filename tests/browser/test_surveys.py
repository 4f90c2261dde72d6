"""A questionnaire online in a browser: put together by the committee, filled in on a telephone by keyboard alone,
counted, paper beside it, and in the report of the inspection."""

from collections.abc import Callable

from foundation.intake.models import IntakeLimit
from supervision.models import OnlineSurvey
from tests.browser.hand import PHONE, Hand
from tests.browser.keys import Keys
from tests.browser.kinds_hand import Conduct, Hands, in_days
from tests.cast import Cast

Take = Callable[..., Hand]
SEND = "button[type=submit].btn-lg"


def test_from_the_questions_to_the_report(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of forms sent without what they need.
    expected_console.append("status of 422")
    hands = Hands(town, hand_of)
    told = Conduct(hands, "enforcement_inspection", meeting_on=in_days(60))
    fang_asks(told.opened_by("fang"))
    survey = OnlineSurvey.objects.get()
    a_citizen_answers(hands.of("stranger", PHONE), survey)
    fang_counts(hands.of("fang"), survey)
    step = told.step("report")
    told.opened_by("fang", step.get_absolute_url()).follows("办理")
    report = told.fang.main.locator("[name=text]").input_value()
    assert "网上问卷“道路问卷”（沿街居民），收到1份" in report
    assert "基本满意1人（100%）" in report
    assert "满意4人（66.7%）" in report


def fang_asks(fang: Hand) -> None:
    fang.follows("发起网上问卷").fills(title="道路问卷", audience="沿街居民", closes_on=in_days(-1)).chooses("社会公众")
    fang.presses("保存，下一步增加题目").sees("截止日期不能早于今天").fills(closes_on=in_days(10))
    fang.presses("保存，下一步增加题目").reads("已保存")
    for kind, text, options in (("单选", "是否满意", "满意\n基本满意\n不满意"), ("打分", "给养护打分", "")):
        fang.follows("增加题目").fills(text=text, options=options).chooses(kind).presses("增加").reads("已增加")
    fang.follows("增加题目").fills(text="哪里要改进", options="路灯").chooses("多选").presses("增加").sees(
        "2至20个选项"
    )
    fang.fills(options="路灯\n标线").presses("增加").reads("已增加")
    fang.follows("增加题目").fills(text="您还想说什么").chooses("文字").page.get_by_label("必须回答").uncheck()
    fang.presses("增加").reads("已增加")
    fang.follows("开始填写").presses("开始填写").reads("已开始").sees("填写地址", "网上结果（0份）")


def a_citizen_answers(citizen: Hand, survey: OnlineSurvey) -> None:
    """With Tab, arrows and Space; what is missing is said, nothing is lost."""
    IntakeLimit.objects.filter(key="survey").update(work=20_000)
    page, keys = citizen.page, Keys(citizen.page)
    one, scale, several, words = (f"item_{item.pk}" for item in survey.items.order_by("order"))
    page.goto(f"{citizen.address}{survey.public_url}")
    citizen.looks()
    keys.fill(words, "三巷路灯不亮。")
    keys.to(SEND).press("Enter")
    citizen.sees("请更正以下内容")
    keys.to(f"input[name={one}]").press("ArrowDown")
    keys.to(f"input[name={scale}]").press("ArrowUp")
    keys.to(f"input[name={several}]").press("Space")
    keys.to("[name=consent]").press("Space")
    assert page.locator(f"[name={words}]").input_value() == "三巷路灯不亮。"
    keys.to(SEND).press("Enter")
    page.wait_for_url("**/sent/")
    citizen.sees("您的答卷已提交，谢谢")


def fang_counts(fang: Hand, survey: OnlineSurvey) -> None:
    fang.page.goto(f"{fang.address}{survey.get_absolute_url()}")
    fang.looks(anew=True).sees("网上结果（1份）", "基本满意1人（100%）", "平均5.0分", "三巷路灯不亮。")
    one, scale, several, _ = survey.items.order_by("order")
    fang.follows("登记纸质结果").fills(issued="9", returned="6", valid="6")
    fang.fills(**{f"item_{one.pk}_0": "4", f"item_{one.pk}_1": "3"}).presses("登记").sees("各项合计7，多于有效份数6")
    fang.fills(**{f"item_{one.pk}_1": "2", f"item_{scale.pk}_4": "6", f"item_{several.pk}_0": "6"})
    fang.presses("登记").reads("已登记").sees("纸质结果（6份有效）")
    fang.follows("截止").presses("截止").sees("提前截止请写明理由").fills(reason="样本已足够。")
    fang.presses("截止").reads("已截止").looks(anew=True)
