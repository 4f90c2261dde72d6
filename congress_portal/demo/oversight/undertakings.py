"""Supervision carried out in the demonstration year: reports heard and to come, an inspection, tours, a trial."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from congress_portal.demo.district import District
from congress_portal.demo.oversight.meetings import sc_meeting
from deputies.models import Deputy
from foundation.accounts.models import User
from supervision.models import Undertaking, UndertakingKind, UndertakingStep
from supervision.states.undertaking import StepState
from supervision.transitions import collected, joint_decisions, steps, team, undertakings, visits

HEARD = "公共交通发展情况的专项工作报告"
COMING = "生活垃圾分类工作情况的专项工作报告"
INSPECTED = "检查《城市道路管理条例》实施情况"
TRIED = "体验老年公交卡办理"
ASKED = "老旧小区加装电梯工作"
OPINIONS = (
    (
        "deputy",
        "城乡公交末班车太早，群众下班后无车可乘，建议延长。",
        "已延长六条线路末班车至二十一时，明年再延长四条。",
    ),
    ("public", "候车亭没有座位和遮雨棚，老人等车不便。", "今年新建候车亭四十二个，其余列入明年计划。"),
)
FINDINGS = (
    ("人民路与建设街交叉口", "spot_check", "三处人行横道标线模糊，两处信号灯损坏未修。"),
    ("东湖大道", "site", "占道堆放建筑材料两处，井盖破损一处，当场要求清理。"),
)
QUESTIONS = [
    ("您对道路平整情况是否满意", [("满意", 212), ("基本满意", 96), ("不满意", 61)]),
    ("您遇到过占道施工没有围挡的情况吗", [("经常", 48), ("有时", 133), ("没有", 188)]),
]


class Telling:
    """One supervision as it went: `done` finishes a step some days ago by whoever does it."""

    def __init__(self, district: District, code: str, title: str, units: list[str], days: int, **facts: Any) -> None:
        self.district, self.lead = district, facts.pop("lead", district.users["gongwei"])
        known = {"committee": district.organisations["urban"], "year": district.day.year, **facts}
        known |= {"title": title, "bodies": [district.organisations[unit] for unit in units]}
        kind = UndertakingKind.objects.get(code=code)
        at = facts.get("at") or district.at(days)
        known.pop("at", None)
        self.row: Undertaking = undertakings.plan_undertaking(kind=kind, by=self.lead, at=at, **known)
        self.units = units

    def begin(self, days: int) -> "Telling":
        undertakings.begin_undertaking(self.row.pk, by=self.lead, at=self.district.at(days, 11))
        return self

    def step(self, code: str) -> UndertakingStep:
        return self.row.steps.filter(code=code, state=StepState.OPEN).order_by("pk")[0]

    def done(self, code: str, words: str, days: int, by: User | None = None, **facts: Any) -> None:
        step = self.step(code)
        said: dict[str, Any] = {"text": words} if step.paper else {"words": words}
        steps.finish_step(step.pk, by=by or self.lead, at=self.district.at(days, 14), **said, **facts)

    def skip(self, code: str, reason: str, days: int) -> None:
        steps.skip_step(self.step(code).pk, reason=reason, by=self.lead, at=self.district.at(days, 15))

    def join(self, days: int, role: str = "member", **who: Any) -> None:
        team.join_team(self.row.pk, role=role, by=self.lead, at=self.district.at(days, 9), **who)

    def visit(self, days: int, place: str, findings: str, kind: str = "site", **facts: Any) -> None:
        at = self.district.at(days, 16)
        known = {"visited_on": timezone.localdate(at), "members": self.row.team.all(), **facts}
        visits.record_visit(self.row.pk, kind=kind, place=place, findings=findings, by=self.lead, at=at, **known)

    def conclude(self, outcome: str, days: int) -> None:
        at = self.district.at(days, 17)
        undertakings.conclude_undertaking(self.row.pk, outcome=outcome, by=self.lead, at=at)
        undertakings.publish_undertaking(self.row.pk, by=self.lead, at=at)


def tell(district: District) -> None:
    """Two are over, the others wait for a body, for the committee, for the office, for a meeting."""
    for told in (_heard, _coming, _inspected, _tried, _toured, _asked, _met, _unannounced, _planned):
        told(district)


def _heard(district: District) -> None:
    """A report that has been heard: every day of the law was kept."""
    office, unit = district.users["lianluo1"], district.users["chengban"]
    told = Telling(district, "special_report", HEARD, ["transport"], 175, meeting=sc_meeting(district, 100)).begin(172)
    told.done("notify", "已发函告知议题、会议日期和报送期限。", 170, office)
    told.visit(150, "客运中心站", "早高峰候车时间最长四十分钟，电子站牌三处不亮。")
    told.done("research", "组织代表乘坐四条线路，走访两个场站。", 148)
    for source, text, _ in OPINIONS:
        at = district.at(146)
        collected.collect_opinion(told.row.pk, source=source, text=text, by=office, at=at)
    collected.send_opinions(told.row.pk, by=office, at=district.at(145))
    told.done("opinions_sent", "两条意见已送交区交通运输局。", 145, office)
    told.done("report_draft", "报告征求意见稿：线路、场站、车辆和下一步打算。", 128, unit)
    told.done("report_comment", "请补充末班车时间和候车亭建设的数据。", 126)
    for opinion, (_, _, answer) in zip(told.row.opinions.order_by("pk"), OPINIONS, strict=True):
        collected.answer_collected(opinion.pk, answer=answer, by=unit, at=district.at(118))
    told.done("report_final", "全区公交线路二十八条，覆盖所有乡镇；末班车和候车亭问题正在逐项解决。", 116, unit)
    told.done("report_sent", "报告已送全体组成人员。", 112, office)
    told.done("hearing", "区交通运输局作报告，七名组成人员发言，意见集中在末班车和候车亭。", 98, office)
    told.skip("ballot", "结合审议意见研究处理情况一并测评。", 98)
    told.done("handed", "审议意见已交区交通运输局研究处理。", 92, office)
    told.conclude("推动延长六条线路末班车、新建候车亭四十二个，其余问题列入问题清单跟踪。", 90)


def _coming(district: District) -> None:
    """Before a meeting: the bureau has opinions to answer and its draft to hand in."""
    office = district.users["lianluo1"]
    told = Telling(district, "special_report", COMING, ["urban_management"], 26, meeting=sc_meeting(district, -32))
    told.begin(24)
    told.done("notify", "已发函告知议题、会议日期和报送期限。", 22, office)
    told.skip("research", "上半年已经开展专题调研，不再重复。", 18)
    for source, text, _ in (
        ("deputy", "部分小区分类投放点撤了又建，建议稳定下来。", ""),
        ("letters", "厨余垃圾清运不及时。", ""),
    ):
        collected.collect_opinion(told.row.pk, source=source, text=text, by=office, at=district.at(6))
    collected.send_opinions(told.row.pk, by=office, at=district.at(4))
    told.done("opinions_sent", "两条意见已送交区城市管理行政执法局。", 4, office)


def _inspected(district: District) -> None:
    """The team has looked at streets and asked people; its report comes next."""
    facts = {"meeting": sc_meeting(district, -32)}
    units = ["transport", "urban_management"]
    told = Telling(district, "enforcement_inspection", INSPECTED, units, 70, **facts).begin(68)
    for article, duty, finding in (
        ("第二十条", "城市道路的养护、维修应当保证质量。", "主干道养护较好，背街小巷养护不及时。"),
        ("第三十条", "未经批准不得占用城市道路。", "夜间占道堆放仍有发生，处罚偏少。"),
    ):
        article_row = visits.list_article(
            told.row.pk, law="城市道路管理条例", article=article, duty=duty, by=told.lead, at=district.at(66)
        )
        visits.assess_article(article_row.pk, finding=finding, by=told.lead, at=district.at(20))
    told.done("scheme", "检查时间、检查单位、重点条文和分工。", 64)
    told.done("notify", "已提前通知两个单位准备材料。", 62, district.users["lianluo1"])
    told.join(60, "head", person=district.users["fuzhuren"])
    told.join(60, person=district.users["weiyuan"])
    for name in ("daibiao1", "daibiao2"):
        told.join(60, deputy=_deputy(district, name))
    told.done("team", "检查组由副主任任组长，组成人员和代表参加。", 58)
    told.done("mobilisation", "召开动员会，两个单位汇报实施情况。", 55)
    for place, kind, words in FINDINGS:
        told.visit(30, place, words, kind)
    told.done("visits", "检查道路十二条，随机抽查两处。", 20)
    visits.record_survey(
        told.row.pk,
        title="城市道路管理满意度问卷",
        audience="沿街居民、商户和驾驶员",
        surveyed_on=timezone.localdate(district.at(25)),
        issued=400,
        returned=380,
        valid=369,
        questions=QUESTIONS,
        by=told.lead,
        at=district.at(18),
    )
    told.done("questionnaire", "发放问卷四百份，有效三百六十九份。", 18)


def _tried(district: District) -> None:
    """Deputies did an errand themselves; the counter was mended; anybody may read of it."""
    office, unit = district.users["lianluo1"], district.users["chengban"]
    told = Telling(district, "service_trial", TRIED, ["transport"], 90).begin(88)
    told.join(86, deputy=_deputy(district, "daibiao1"))
    told.done("members", "一名代表以普通办事人身份体验。", 85)
    facts = {"matter": "办理老年公交卡", "minutes": 55, "materials": 4, "succeeded": False}
    told.visit(80, "公交公司服务窗口", "要求提供单位证明，退休人员无处开具，跑了两趟没有办成。", "trial", **facts)
    told.done("visits", "体验两次，没有当场办成。", 80)
    told.done("talk", "当面反馈，单位承诺取消单位证明。", 76, office)
    told.done("report", "建议取消单位证明，在乡镇设代办点。", 74)
    told.done("forward", "报告已转区交通运输局。", 72, office)
    told.done("answer", "已取消单位证明，凭身份证当场办结，在六个乡镇、街道设代办点。", 52, unit)
    told.done("feedback", "已告知参加体验的代表。", 48, office)
    told.conclude("老年公交卡办理取消单位证明，平均用时由五十五分钟降到十分钟，设代办点六个。", 46)


def _toured(district: District) -> None:
    """The report of an inspection tour waits for the bureau's answer."""
    office = district.users["lianluo1"]
    told = Telling(district, "inspection_tour", "视察农村公路养护", ["transport"], 60).begin(58)
    told.done("scheme", "视察三个乡镇的农村公路。", 56)
    for seat in _seats(district)[3:6]:
        told.join(55, deputy=seat.deputy)
    told.done("members", "三名代表参加。", 54)
    told.done("notify", "已通知区交通运输局。", 53, office)
    told.visit(50, "石桥镇石柳路", "路面破损六处，排水沟堵塞，没有安全标志两处。")
    told.done("visits", "视察公路五条。", 48)
    told.done("report", "建议落实管护责任和经费，汛期前清理排水沟。", 44)
    told.done("forward", "报告已转区交通运输局研究处理。", 40, office)


def _asked(district: District) -> None:
    """三问一评: whatever month it is, what is due by now was asked and answered."""
    year, lead = district.day.year, district.users["gongwei"]
    began = min(date(year, 1, 8), district.day)
    told = Telling(district, "three_questions", ASKED, ["housing"], 0, at=_moment(began, 9), level="council")
    undertakings.begin_undertaking(told.row.pk, by=lead, at=_moment(began, 10))
    due = told.row.steps.filter(due_on__lt=district.day).order_by("order")
    for step in list(due):
        by = district.officers["housing"] if step.organisation_id else lead
        said: dict[str, Any] = (
            {"text": f"{step.name}：全年加装四十部，按月推进。"} if step.paper else {"words": "已通知区住建局。"}
        )
        day = max(step.due_on or began, began)
        steps.finish_step(step.pk, by=by, at=_moment(day, 15), **said)


def _met(district: District) -> None:
    """A joint meeting with two things agreed on, each followed in the issue ledger."""
    office = district.users["lianluo1"]
    facts = {"meeting_on": timezone.localdate(district.at(30)), "lead": office}
    told = Telling(district, "joint_meeting", "府院联席会议", ["court", "market"], 50, **facts).begin(48)
    told.done("topics", "由区法院提出，主任会议确定议题两个。", 45)
    told.done("notify", "已通知参加单位。", 44)
    for _ in told.units:
        told.done("materials", "工作情况和需要研究的问题。", 37)
    told.done("hearing", "研究企业注销难和涉企案件执行问题，形成两项意见。", 30)
    for text, unit, days in (("建立破产企业简易注销通道", "market", 40), ("公布涉企案件执行进度查询办法", "court", 60)):
        due, body = district.day + timedelta(days=days), district.organisations[unit]
        joint_decisions.record_decision(told.row.pk, text=text, unit=body, due_on=due, by=office, at=district.at(28))
    told.done("minutes", "联席会议纪要第1号。", 26)


def _unannounced(district: District) -> None:
    """The bureau knows nothing of it yet."""
    facts = {"hidden_until": district.day + timedelta(days=12), "level": "committee"}
    told = Telling(district, "special_check", "夜间渣土运输突击检查", ["urban_management"], 5, **facts).begin(4)
    told.done("scheme", "选定三个路段，夜间随机检查。", 3)


def _planned(district: District) -> None:
    facts = {"committee": district.organisations["agriculture_committee"], "lead": district.users["lianluo1"]}
    Telling(district, "research", "农村饮水安全专题调研", ["water"], 7, **facts)


def _seats(district: District) -> list[Any]:
    return [seat for place in ("石桥镇", "柳林镇") for seat in district.mandates[place]]


def _deputy(district: District, username: str) -> Deputy:
    return Deputy.objects.get(user=district.users[username])


def _moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
