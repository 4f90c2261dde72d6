"""Every form of supervision a district starts with, in a browser from its opening to its conclusion; the special work
report has its own journey in test_supervision.py. By hand goes what a form has of its own, refusals included."""

from collections.abc import Callable

import pytest

from deputies.models import DutyEntry
from supervision.models import Problem, Undertaking
from supervision.transitions import problem_closing, problem_mending
from tests.browser.hand import PHONE, Hand
from tests.browser.kinds_hand import TITLE, Conduct, Hands, absent, in_days, next_year
from tests.cast import Cast
from tests.supervision.ledger_hand import photograph

Take = Callable[..., Hand]
Journey = Callable[[Hands], None]
HEARD = {"meeting_on": in_days(60)}
FOUND = "三处站台没有坡道。"


def enforcement_inspection(hands: Hands) -> None:
    """Articles before the scheme, a chair or vice-chair at the head, papers that add up, a report of two parts."""
    told = Conduct(hands, "enforcement_inspection", **HEARD)
    told.is_refused("scheme", "请先在“法律和条文清单”中登记要检查的条文")
    told.adds("增加检查条文").fills(law="城市道路管理条例", article="第二十条", duty="养护应当保证质量。").sent(
        "已列入"
    )
    told.does("scheme").done("notify")
    leading = told.adds("增加成员", "增加成员").picks(role="组长", person="方芳")
    leading.is_refused("组长由主任或者副主任担任").picks(person="钱卫东").sent()
    told.does("team").does("mobilisation")
    told.adds("登记现场检查").picks(kind="随机抽查").fills(place="人民路", findings=FOUND).sent().sees("随机抽查")
    told.done("visits")
    survey = told.adds("登记问卷结果").fills(title="道路问卷", audience="驾驶员", surveyed_on=in_days(0))
    survey.fills(issued="10", returned="12", valid="9", questions="是否满意\n满意 6\n不满意 3")
    survey.is_refused("收回12份，多于发出10份").fills(returned="9").sent().sees("道路问卷", "满意")
    told.fang.main.get_by_role("link", name="登记检查情况").click()
    told.fang.looks().fills(finding="背街小巷养护不及时。").presses("保存").reads("已保存")
    told.done("questionnaire", "team_meeting")
    report = {"text": "实施情况和问题。", "second_part": "建议修改第二十条。"}
    told.does("report", ("请填写这一项", {"second_part": ""}), **report)
    absent(told.opened_by("feng"), FOUND, "道路问卷", "背街小巷", "提出执法检查报告")
    told.meets().done("hearing").skipped("ballot").done("handed")
    told.concludes("推动整治站台三处。").is_read_by_everybody("建议修改第二十条", "推动整治站台三处")


def special_inquiry(hands: Hands) -> None:
    """A committee of inquiry under a chair or vice-chair; what it finds is not published."""
    told = Conduct(hands, "special_inquiry", **HEARD).does("proposal", words="五分之一以上组成人员提议。")
    told.is_refused("team", "请先在“工作组”中登记组长")
    told.adds("增加成员", "增加成员").picks(role="组长", person="赵立新").sent()
    told.does("team")
    told.adds("登记现场检查").picks(kind="座谈").fills(place="区交通局", findings=FOUND).sent()
    told.done("visits").does("report").meets().does("hearing").skipped("resolution").concludes("已查明。")
    absent(told.fang, "公开")


def thematic_inquiry(hands: Hands) -> None:
    """The questions are kept from who will answer them; no hearing before the day of the meeting."""
    told = Conduct(hands, "thematic_inquiry", **HEARD).does("topic", words="主任会议确定。").done("notify")
    told.adds("登记现场检查").picks(kind="实地察看").fills(place="客运站", findings=FOUND).sent()
    told.done("research").does("question_list", text="末班车为什么太早？")
    absent(told.opened_by("feng"), "问题清单", FOUND)
    told.is_refused("hearing", "会议开过以后再登记").meets().does("hearing", words="局长到会答复。")
    told.balloted().done("handed").concludes("答复了五个问题。").is_read_by_everybody("答复了五个问题")


def plan_budget(hands: Hands) -> None:
    """The law's thirty days are not put off; the bureau hands in and reads what the committee says."""
    told = Conduct(hands, "plan_budget", **HEARD).done("notify")
    moving = told.opened_by("fang").follows("报送草案、方案初步审查").follows("改期")
    moving.fills(due_on=in_days(40), reason="数据未齐。").presses("改期").sees("法定须在会议30日前完成")
    told.does("budget_materials", by="feng", text="预算调整方案。").does(
        "preliminary_review", text="同意，建议压减一般支出。"
    )
    told.opened_by("feng").follows("初步审查").sees("建议压减一般支出")
    told.done("report_sent").meets().does("hearing").skipped("ballot").done("handed")
    told.concludes("批准预算调整方案。").is_read_by_everybody("预算调整方案。")


def filing_review(hands: Hands) -> None:
    """Of no single body; the report is sent seven days before."""
    told = Conduct(hands, "filing_review", alone="yes", **HEARD).does("review", text="收到十件，审查十件。")
    told.does("report").does("report_sent", words="已送每一位组成人员。").meets().does("hearing")
    told.concludes("纠正一件。").is_read_by_everybody("纠正一件")


def appraisal(hands: Hands) -> None:
    """Talked to at places, reported, balloted in secret, mended, looked at again."""
    told = Conduct(hands, "appraisal", **HEARD).does("choose", words="主任会议确定。").done("notify")
    told.adds("增加成员", "增加成员").picks(role="成员", deputy="林晓梅").sent()
    told.done("team").adds("登记现场检查", by="lin").picks(kind="座谈").fills(place="站场", findings=FOUND).sent()
    told.done("visits").does("department_report", by="feng", text="一年的工作。").done("research_report").meets()
    told.does("hearing").balloted().does("appraisal_opinion", text="站台须在三个月内整治。")
    told.does("rectification", by="feng", text="站台已整治。").does("recheck", text="现场核对属实。")
    told.concludes("整治站台三处。").is_read_by_everybody("站台须在三个月内整治", "站台已整治")


def inspection_tour(hands: Hands) -> None:
    """Unannounced: the bureau finds nothing before the day; deputies write what they saw and have it in their file."""
    told = Conduct(hands, "inspection_tour", hidden_until=in_days(1))
    feng = hands.of("feng")
    feng.page.goto(f"{feng.address}/supervision/undertakings/")
    absent(feng.looks(), TITLE)
    assert feng.page.goto(f"{feng.address}{told.address}").status == 404  # type: ignore[union-attr]
    told.does("scheme").adds("增加成员", "增加成员").picks(role="成员", deputy="林晓梅").sent()
    told.done("members").skipped("notify")
    told.adds("登记现场检查", by="lin").picks(kind="暗访").fills(place="石柳路", findings=FOUND).sent()
    Undertaking.objects.filter(pk=told.row.pk).update(hidden_until=in_days(0))
    absent(told.opened_by("feng").sees("转交报告"), FOUND)
    told.done("visits").does("report", text="建议增设坡道。").done("forward")
    told.does("answer", by="feng", text="坡道已建。").done("feedback")
    told.concludes("建坡道三处。").is_read_by_everybody("建议增设坡道", "坡道已建")
    assert DutyEntry.objects.filter(deputy__user=told.town.lin, title=told.row.title).exists()


def research(hands: Hands) -> None:
    """One spot from end to end; nobody's report without having been there."""
    told = Conduct(hands, "research").does("scheme").is_refused("members", "请先在“工作组”中登记参加人员")
    told.adds("增加成员", "增加成员").picks(role="专家").fills(name="周教授", post="交通学院").sent()
    told.done("members", "notify").is_refused("visits", "请先在“现场检查”中登记至少一次")
    told.adds("登记现场检查").picks(kind="解剖式调研").fills(place="18路", findings=FOUND).sent()
    told.done("visits").does("report").done("forward", "answer", "feedback")
    told.concludes("优化18路。").is_read_by_everybody("优化18路")


def service_trial(hands: Hands) -> None:
    """Went through it oneself: what was applied for, how long it took, whether it could be done."""
    told = Conduct(hands, "service_trial")
    told.adds("增加成员", "增加成员").picks(role="成员", deputy="林晓梅").sent()
    told.done("members").adds("登记现场检查", by="lin").picks(kind="体验办事", succeeded="没有办成").fills(
        place="服务窗口", findings="跑了两趟。", minutes="55", materials="4"
    ).is_refused("体验办事请写明办理的事项").fills(matter="办理老年卡").sent().sees("用时55分钟", "没有办成")
    told.done("visits", "talk").does("report").done("forward").does("answer", by="feng", text="取消单位证明。")
    told.done("feedback").concludes("当场办结。").is_read_by_everybody("取消单位证明")


def special_check(hands: Hands) -> None:
    """The report goes to the bureau, which finds it on its desk, answers on a telephone, and is looked at again."""
    told = Conduct(hands, "special_check").done("scheme")
    told.adds("增加成员", "增加成员").picks(role="成员", person="罗平").sent()
    told.done("members").adds("登记现场检查").picks(kind="随机抽查").fills(place="东湖大道", findings=FOUND).sent()
    told.done("visits").does("report", text="三处站台限期整改。").is_refused("recheck", "请填写", text="")
    told.does("forward", words="已转区交通运输局，一个月内答复。")
    feng = hands.of("feng", PHONE).opens_desk()
    feng.follows(f"{told.row.title}：报送研究处理情况").sees("逐条写明采纳情况").follows("办理")
    feng.fills(text="三处站台已整改。").presses("提交").reads("已提交")
    told.does("recheck", text="两处属实，一处返工。").done("feedback")
    told.concludes("整改三处。").is_read_by_everybody("三处站台限期整改", "三处站台已整改")


def follow_up(hands: Hands) -> None:
    """What an earlier supervision left is looked at on the spot and answered."""
    told = Conduct(hands, "follow_up").does("scheme", text="去年三处未整改。")
    told.adds("登记现场检查").picks(kind="实地察看").fills(place="人民路", findings="两处已建坡道。").sent()
    told.does("visits").does("report").done("forward").does("answer", by="feng").done("feedback")
    told.concludes("全部整改。").is_read_by_everybody("全部整改")


def three_questions(hands: Hands) -> None:
    """The plan, the progress and the result are asked, each after the bureau's paper; then the ballot."""
    told = Conduct(hands, "three_questions", year=str(next_year())).done("notify")
    for code, words in (("plan", "改造十条线路"), ("progress", "已改造六条"), ("result", "十条全部改造")):
        told.does(f"{code}_report", by="feng", text=f"{words}。")
        told.does(f"{code}_asked", text=f"问：{words}能否按期？")
    told.opened_by("feng").follows("问结果").sees("十条全部改造能否按期")
    told.balloted().concludes("线路改造完成。").is_read_by_everybody("线路改造完成")


def joint_meeting(hands: Hands) -> None:
    """No minutes without decisions; each is a row of the issue ledger, and all must be struck off."""
    told = Conduct(hands, "joint_meeting", **HEARD).does("topics", words="区法院提出。").done("notify")
    told.does("materials", by="feng").meets().done("hearing").is_refused("minutes", "请先在“议定事项”中逐项登记")
    deciding = told.adds("登记议定事项", "登记并交办").fills(text="公布执行进度查询办法", due_on=in_days(30))
    deciding.picks(unit=str(told.town.transport)).sent()
    told.does("minutes", text="议定事项一项。").is_refused("settled", "还有1项议定事项没有销号")
    problem, by, at = Problem.objects.get(), told.town.feng, told.now
    told.opened_by("feng").follows("公布执行进度查询办法").sees("联席会议议定事项")
    problem_mending.plan_problem(problem.pk, person="陈刚", measure="本月公布。", by=by, at=at)
    problem_mending.claim_problem(problem.pk, text="已公布。", files=[photograph()], by=by, at=at)
    problem_closing.strike_problem(problem.pk, outcome="属实。", by=told.town.fang, at=at)
    told.does("settled", words="一项已落实。").concludes("办法已公布。").is_read_by_everybody(
        "议定事项一项", "办法已公布"
    )


# Browsers signed in once serve several forms.
MEETINGS = (enforcement_inspection, special_inquiry, thematic_inquiry, plan_budget, filing_review, appraisal)
PLACES = (inspection_tour, research, service_trial, special_check, follow_up)
ROUNDS = (three_questions, joint_meeting)


@pytest.mark.parametrize("journeys", [MEETINGS, PLACES, ROUNDS], ids=["meetings", "places", "rounds"])
def test_each_form_from_its_opening_to_its_conclusion(
    town: Cast, hand_of: Take, expected_console: list[str], journeys: tuple[Journey, ...]
) -> None:
    # The browser's own note of forms refused with their sentence, and of what the bureau must not find.
    expected_console += ["status of 422", "status of 404"]
    hands = Hands(town, hand_of)
    for journey in journeys:
        journey(hands)
    ended = set(Undertaking.objects.filter(state="concluded").values_list("kind__code", flat=True))
    assert ended == {journey.__name__ for journey in journeys}
