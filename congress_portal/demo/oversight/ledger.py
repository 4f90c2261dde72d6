"""Deliberation opinions and the issue ledger: one struck off and published, one under way, one being put together."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.oversight.meetings import sc_meeting
from congress_portal.demo.photographs import photograph
from deputies.models import Meeting, MeetingKind
from supervision.models import DeliberationOpinion, Problem
from supervision.transitions import (
    opinion_handling,
    opinion_publishing,
    opinion_review,
    opinions,
    problem_closing,
    problem_mending,
    problem_publishing,
    problems,
)

HEAD = "示范区人民代表大会常务委员会审议意见"
SOURCE = "《无障碍环境建设法》执法检查"


def tell(district: District) -> None:
    """The committee keeps them, the transport bureau answers."""
    _struck(district)
    _handed(district)
    heard: dict[str, Any] = {"meeting": sc_meeting(district, 9), "heard_on": district.at(9).date()}
    text = "完善分类投放点位，明确乡镇（街道）和物业的责任，年底前公布运行情况。"
    opinions.draft_opinion(title="关于生活垃圾分类工作的审议意见", text=text, **heard, **_lead(district, 6))
    _solved(district)
    _mending(district)


def _lead(district: District, days: int) -> dict[str, Any]:
    by = {"by": district.users["gongwei"], "at": district.at(days, 10)}
    return {"committee": district.organisations["urban"], **by}


def _by(district: District, name: str, days: int) -> dict[str, Any]:
    return {"by": district.users[name], "at": district.at(days, 15)}


def _opinion(
    district: District, days: int, title: str, text: str, number: str, council: int, others: tuple[str, ...] = ()
) -> DeliberationOpinion:
    """Adopted four days after the meeting and handed over two days later."""
    heard: dict[str, Any] = {"meeting": sc_meeting(district, days), "heard_on": district.at(days).date()}
    opinion = opinions.draft_opinion(title=title, text=text, **heard, **_lead(district, days))
    day = district.at(days - 4).date()
    facts: dict[str, Any] = {"term": heard["meeting"].term, "kind": MeetingKind.COUNCIL, "number": council}
    adopted: dict[str, Any] = {
        "council": Meeting.objects.create(**facts, opens_on=day, closes_on=day),
        "adopted_on": day,
    }
    opinions.adopt_opinion(opinion.pk, **adopted, **_by(district, "lianluo1", days - 4))
    known: dict[str, Any] = {
        "unit": district.organisations["transport"],
        "others": [district.organisations[name] for name in others],
        "head": HEAD,
        "term": "opinion_report",
        "number": number,
    }
    return opinions.hand_opinion(opinion.pk, **known, **_by(district, "gongwei", days - 6))


def _struck(district: District) -> None:
    text = "延长城乡公交末班车。\n候车亭增设座位和遮雨设施。"
    number = f"示人常审〔{district.at(114).year}〕6号"
    pk = _opinion(district, 120, "关于公共交通发展情况报告的审议意见", text, number, 28).pk
    plan = "分管副局长负责，九月底前完成末班车调整，十月底前完成候车亭改造。"
    opinion_handling.plan_opinion(pk, text=plan, **_by(district, "chengban", 95))
    done = "六条线路末班车延至二十一时，新建、改造候车亭四十二个。"
    opinion_handling.send_for_comment(pk, text=done, **_by(district, "chengban", 50))
    opinion_handling.comment_opinion(pk, text="同意，请补充明年候车亭改造的安排。", **_by(district, "gongwei", 46))
    adopted = "两条意见均已采纳。"
    report: dict[str, Any] = {
        "text": f"{done}其余十八个候车亭列入明年计划。",
        "adopted": adopted,
        "effect": "末班车日均乘客增加三百余人次。",
    }
    opinion_handling.report_opinion(pk, **report, **_by(district, "chengban", 40))
    opinion_review.pass_opinion(pk, text="常委会审议，同意销号。", **_by(district, "gongwei", 20))
    opinion_publishing.publish_opinion(pk, **_by(district, "lianluo1", 18))


def _handed(district: District) -> None:
    text = "补齐重点路段人行横道标线。\n建立占道施工巡查制度。"
    number = f"示人常审〔{district.at(49).year}〕9号"
    pk = _opinion(district, 55, "关于城市道路管理情况报告的审议意见", text, number, 29, ("urban_management",)).pk
    plan = "已列出问题路段二十三处，年底前完成标线施划，巡查制度下月起实行。"
    opinion_handling.plan_opinion(pk, text=plan, **_by(district, "chengban", 28))


def _problem(district: District, days: int, title: str, due: int) -> Problem:
    known: dict[str, Any] = {"unit": district.organisations["transport"], "due_on": district.day + timedelta(days=due)}
    return problems.find_problem(title=title, source_words=SOURCE, **known, **_lead(district, days))


def _solved(district: District) -> None:
    """Struck off with evidence, and read by everybody."""
    pk = _problem(district, 150, "公交站台无障碍坡道缺失", -45).pk
    plan: dict[str, Any] = {"person": "副局长", "measure": "对十二处站台逐一改造，增设坡道和盲道。"}
    problem_mending.plan_problem(pk, **plan, **_by(district, "chengban", 140))
    half: dict[str, Any] = {"text": "已完成七处站台改造。", "files": [photograph("改造中的站台")]}
    problem_mending.report_progress(pk, **half, **_by(district, "chengban", 90))
    done: dict[str, Any] = {"text": "十二处站台全部改造完成。", "files": [photograph("改造后的站台")]}
    problem = problem_mending.claim_problem(pk, **done, **_by(district, "chengban", 60))
    problem_closing.strike_problem(pk, outcome="到现场逐处核实，予以销号。", **_by(district, "gongwei", 50))
    lines = list(problem.entries.all())
    problem_publishing.publish_problem(pk, entries=lines, **_by(district, "lianluo1", 48))


def _mending(district: District) -> None:
    """One on its way, one that waits for the committee, one late."""
    first = _problem(district, 40, "过街天桥电梯长期停用", 35)
    plan: dict[str, Any] = {"person": "设施科科长", "measure": "更换控制系统，委托专业单位维护。"}
    problem_mending.plan_problem(first.pk, **plan, **_by(district, "chengban", 33))
    second = _problem(district, 45, "盲道被占用", 10)
    plan = {"person": "设施科科长", "measure": "联合城管部门清理，每周巡查。"}
    problem_mending.plan_problem(second.pk, **plan, **_by(district, "chengban", 38))
    done: dict[str, Any] = {"text": "已清理占用盲道的车位和摊位三十一处。", "files": [photograph("清理后的盲道")]}
    problem_mending.claim_problem(second.pk, **done, **_by(district, "chengban", 3))
