"""The yearly plan: this year's public and under way, next year's called for in public, ideas of every kind."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from deputies.models import Meeting, MeetingKind, Term
from supervision.models import PlanTopic, PlanYear, UndertakingKind
from supervision.transitions import ideas, plan_changes, solicitations, undertakings
from supervision.transitions import plan as act
from supervision.transitions.start_topic import start_topic

# title, form, source, first and last month, committee, body, why, how
TOPICS = (
    (
        "关于住宅小区电梯安全和加装情况的专项工作报告",
        "special_report",
        "suggestions",
        (-1, 1),
        "urban",
        "housing",
        "近三年代表建议反映电梯安全和加装的较多，办理进展不平衡。",
        "先行调研，常委会会议听取审议，跟踪整改。",
    ),
    (
        "检查《中华人民共和国农产品质量安全法》实施情况",
        "enforcement_inspection",
        "inspection",
        (0, 2),
        "agriculture_committee",
        "agriculture",
        "上次检查发现的乡镇检测站人员不足问题尚未完全解决。",
        "组成执法检查组，实地检查，审议报告。",
    ),
    (
        "农村饮水安全专题调研",
        "research",
        "letters",
        (-2, 1),
        "agriculture_committee",
        "water",
        "群众来信集中反映供水水质和停水问题。",
        "入户走访，形成调研报告。",
    ),
    (
        "中小学课后服务情况视察",
        "inspection_tour",
        "wide",
        (-8, -8),
        "education_committee",
        "education",
        "家长普遍关注服务质量和收费。",
        "组织代表视察。",
    ),
)
CALL = (
    "围绕全区经济社会发展、民生保障、生态环境和法律法规实施中的突出问题，向社会公开征集明年的监督议题和立法项目。"
    "请写明问题、理由和希望；个人诉求请通过代表信箱反映。征集截止后一个月内公布采纳情况。"
)
# sort, title, what was written
CITIZENS = (
    ("supervision", "老旧小区消防通道被占用", "我们小区消防通道常年停满车，消防车进不来，希望人大监督一下。"),
    ("supervision", "希望公布河道水质", "家门口的小河夏天有味道，想知道水质数据在哪里看。"),
    ("legislation", "规范电动自行车充电", "楼道里充电很危险，希望有明确的规定。"),
)


def tell(district: District) -> None:
    """Begun in the first days told of; the months of the topics lie around today."""
    office, year = district.users["lianluo1"], district.at(0).year
    at = district.at(300)
    plan = act.make_plan(year=year, intro="围绕中心、突出重点、务求实效，全年安排监督议题四项。", by=office, at=at)
    for title, form, source, (first, last), committee, body, reason, method in TOPICS:
        facts: dict[str, Any] = {"source": source, "reason": reason, "method": method}
        facts |= {"month_from": _month(district, first), "month_until": _month(district, last)}
        facts |= {"committee": district.organisations[committee], "bodies": [district.organisations[body]]}
        kind = UndertakingKind.objects.get(code=form)
        act.add_topic(plan.pk, title=title, kind=kind, **facts, by=office, at=at)
    council = _council(district, at)
    act.adopt_supervision_plan(plan.pk, meeting=council, adopted_on=at.date(), by=office, at=at)
    act.publish_supervision_plan(plan.pk, by=office, at=at)
    _work(district, plan, office, council)
    _call(district, year, office)


def _month(district: District, away: int) -> int:
    """So many months from now, within the year."""
    return min(max(district.day.month + away, 1), 12)


def _council(district: District, at: Any) -> Meeting:
    term = Term.objects.get(is_current=True, congress__is_home=True)
    taken = set(Meeting.objects.filter(term=term, kind=MeetingKind.COUNCIL).values_list("number", flat=True))
    # The acts after this one count their own councils from 27 on.
    number = next(number for number in range(26, 0, -1) if number not in taken)
    return Meeting.objects.create(term=term, kind=MeetingKind.COUNCIL, number=number, opens_on=at.date())


def _work(district: District, plan: PlanYear, office: Any, council: Meeting) -> None:
    """One topic under way, one entered, one dropped; one still to begin."""
    topics = list(PlanTopic.objects.filter(plan=plan).order_by("order"))
    for place, topic in enumerate(topics[:2]):
        made = start_topic(topic.pk, bodies=list(topic.bodies.all()), by=office, at=district.at(12)).undertaking
        if place == 0:
            undertakings.begin_undertaking(made.pk, by=office, at=district.at(10))
    agreed: dict[str, Any] = {"meeting": council, "decided_on": district.at(150).date()}
    reason = "市人大常委会统一组织同类视察，不再单独安排。"
    plan_changes.drop_topic(topics[3].pk, adjust_reason=reason, **agreed, by=office, at=district.at(150))


def _call(district: District, year: int, office: Any) -> None:
    """Open today: citizens and a deputy have written, one idea is already answered."""
    at = district.at(10)
    days = {"opens_on": at.date(), "closes_on": district.day + timedelta(days=30)}
    facts = {"year": year + 1, "title": f"关于公开征集{year + 1}年监督议题和立法项目的公告", "text": CALL}
    call = solicitations.make_solicitation(
        for_supervision=True, for_legislation=True, **facts, **days, by=office, at=at
    )
    call = solicitations.open_solicitation(call.pk, by=office, at=at)
    sent = [
        ideas.send_topic_idea(call, token=f"demo-{place}", sort=sort, title=title, text=text, at=district.at(8 - place))
        for place, (sort, title, text) in enumerate(CITIZENS)
    ]
    answer = "报送市人大常委会法制工作机构研究。"
    ideas.forward_topic_idea(
        sent[2].pk, answer=answer, public_title="电动自行车充电管理立法", by=office, at=district.at(4)
    )
    act.make_plan(year=year + 1, by=office, at=district.at(3))
