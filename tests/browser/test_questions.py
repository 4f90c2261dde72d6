"""Deputies question a bureau in a browser: from the preparation over the live floor to the second rectification."""

from collections.abc import Callable
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from supervision.models import QuestionSession, SessionIssue
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.foundation.files.test_films import FILM
from tests.suggestions.views.scans import scan

Take = Callable[..., Hand]
TITLE, ISSUE = "停车难怎么解决", "东街停车位不足"
ASKED, FOLLOWED = "一百个车位什么时候建成？", "工期怎样保证？"


def test_from_the_preparation_to_the_second_rectification(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own notes of forms that were refused with their sentence.
    expected_console.append("status of 422")
    fang, lin, feng = hand_of(town.fang), hand_of(town.lin, PHONE), hand_of(town.feng, PHONE)
    fang_prepares(fang)
    lin_lists(lin)
    on_the_floor(fang, lin, feng)
    handed_over(fang)
    put_right(fang, feng)
    he, xu = hand_of(town.he), hand_of(town.xu)
    reviewed(he, xu, ("5", "2", "3"), "二次整改")
    put_right(fang, feng)
    reviewed(he, xu, ("6", "2", "2"), "已销号")
    fang.follows("问政询问").follows(TITLE).follows("办结并公布结果")
    fang.fills(result="一个问题，经二次整改解决。").presses("办结并公布结果").reads("已办结")
    a_stranger_reads(hand_of(size=PHONE))


def fang_prepares(fang: Hand) -> None:
    fang.follows("问政询问").follows("登记问政、询问").chooses("代表问政", "会议")
    fang.picks(field="群众反映的热点难点", organiser="示范区人大常委会城建环资工作委员会")
    fang.chooses("会议+现场", "线上+线下").presses("登记").sees("请填写这一项")
    day = timezone.localtime() + timedelta(hours=1)
    fang.fills(title=TITLE, reason="群众反映多。", starts_at=f"{day:%Y-%m-%dT%H:%M}", place="会议厅")
    for summary in fang.main.locator("details.picker-group > summary").all():
        summary.click()
    fang.chooses("林晓梅").main.locator("#div_id_bodies").get_by_label("示范区交通运输局").check()
    fang.presses("登记").reads("请先向党委报告")
    fang.main.get_by_text("暂不能办理的事项").click()
    fang.sees("代表问政应当先向党委报告").follows("登记报告和决定").fills(reported_on=f"{timezone.localdate()}")
    fang.presses("登记").follows("动员部署").presses("动员部署").follows("开始梳理问题").presses("开始梳理问题")


def lin_lists(lin: Hand) -> None:
    """The deputy's own issue, with a film of the place."""
    lin.finds(TITLE, "请您提问的问政").follows("列入问题").fills(title=ISSUE, facts="早晚高峰一位难求。")
    lin.fills(wanted="年底前增加一百个车位。", place="东街").chooses("代表提出", "可以向社会公开")
    lin.picks(body="示范区交通运输局")
    attach(lin, SimpleUploadedFile("东街早高峰.mp4", FILM, "video/mp4"))
    lin.presses("列入清单").reads("已列入清单").sees("待交办")


def on_the_floor(fang: Hand, lin: Hand, feng: Hand) -> None:
    """The page of each learns by itself what the others said."""
    fang.follows("通知召开").presses("通知召开").follows("开始问答").presses("开始问答").sees("正在问答")
    lin.finds(TITLE, "请您提问的问政").follows("现场问答").fills(text=ASKED)
    lin.picks(issue=f"1. {ISSUE}").presses("提交问题").sees("等候提问")
    fang.sees("等候提问").follows(f"请提问 ：{ASKED}").presses("请提问").sees("正在答复的问题")
    feng.finds(TITLE, "请到会应答的问政和询问").follows("现场问答").sees("正在答复的问题")
    assert feng.main.locator("video").get_attribute("aria-label") == "现场视频：东街早高峰.mp4"
    feng.follows(f"答复 ：{ASKED}").presses("提交答复").sees("请填写这一项")
    feng.fills(speaker="陈刚局长", text="年底前建成。").presses("提交答复").reads("已答复")
    lin.sees("年底前建成").follows(f"追问 ：{ASKED}").fills(text=FOLLOWED).presses("提交问题")
    feng.sees(FOLLOWED).follows(f"答复 ：{FOLLOWED}").fills(speaker="陈刚局长", text="每周公布进度。").presses(
        "提交答复"
    )
    fang.sees("每周公布进度").follows("结束问答").ticks_all("到场的代表、单位和人员")
    fang.fills(summary="一问一答，一次追问。").presses("结束问答").reads("请交办问题清单")


def handed_over(fang: Hand) -> None:
    fang.follows("交办问题清单").fills(hand_note="请按现场承诺整改。").presses("交办问题清单")
    fang.follows("转入工作评议").presses("转入工作评议").follows("公布").presses("公布").reads("已公布")
    fang.sees("待报整改方案")


def put_right(fang: Hand, feng: Hand) -> None:
    """Plan, talked over and published, the reason of a delay, the result with its evidence."""
    feng.finds(ISSUE, "待报整改方案的问政问题").follows("报送整改方案").fills(
        measures="新建停车场。", person="陈刚局长"
    )
    feng.fills(due_on=f"{timezone.localdate() + timedelta(7)}").presses("报送整改方案")
    fang.finds(ISSUE, "待商定、待评议的问政问题").follows("商定并公布方案")
    fang.fills(talked_with="林晓梅代表、东街居民", talked_on=f"{timezone.localdate()}", talk_note="同意。")
    fang.presses("商定并公布方案").sees("整改中")
    feng.finds(ISSUE, "整改中的问政问题").follows("填写进展").chooses("延误原因")
    feng.fills(text="管线迁改推迟一周。").presses("提交").follows("报送整改结果")
    feng.fills(result="车位已建成。", account="对一名责任人批评教育。").presses("报送整改结果").sees("请上传整改前后")
    attach(feng, scan("整改后.png"))
    feng.presses("报送整改结果").sees("待评议")


def reviewed(he: Hand, xu: Hand, votes: tuple[str, str, str], outcome: str) -> None:
    """Counted by one clerk, checked by another."""
    total = str(sum(map(int, votes)))
    he.finds(ISSUE, "待商定、待评议的问政问题").follows("录入评议计票")
    he.fills(held_on=f"{timezone.localdate()}", present=total, issued=total, invalid="0", returned="1")
    he.fills(votes_0=votes[0], votes_1=votes[1], votes_2=votes[2]).presses("录入").sees("收回")
    he.fills(returned=total).presses("录入").reads("请另一名工作人员核对")
    xu.finds(ISSUE, "待商定、待评议的问政问题").follows("核对评议计票").chooses("核对一致").presses("提交核对意见")
    xu.sees(outcome)


def a_stranger_reads(stranger: Hand) -> None:
    stranger.page.goto(f"{stranger.address}/supervision/questions/public/")
    stranger.looks().follows(TITLE).sees("经二次整改解决", "两张清单", "提问和答复", FOLLOWED).follows(ISSUE)
    stranger.sees("责任人：陈刚局长", "延误原因", "管线迁改推迟一周", "问责情况：对一名责任人批评教育", "听取意见")
    stranger.sees("70.00%", "80.00%", "整改后.png")
    issue = SessionIssue.objects.get()
    assert (issue.round_number, issue.state) == (2, "closed")
    assert QuestionSession.objects.get().state == "closed"


def attach(hand: Hand, file: SimpleUploadedFile) -> None:
    held = {"name": file.name, "mimeType": file.content_type, "buffer": file.read()}
    hand.main.locator("input[type=file]").set_input_files(held)
