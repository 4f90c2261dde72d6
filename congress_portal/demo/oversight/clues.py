"""Clues for the discipline inspection: one handed over and answered, one that waits for the chair, one registered."""

from typing import Any

from congress_portal.demo.district import District
from supervision.models import Clue, Problem
from supervision.transitions import clue_handing, clue_readers, clues

MEETING = "区五届人大常委会第五十二次主任会议"


def tell(district: District) -> None:
    """The chair names two handlers and a reader; what the clues say is read by these four alone."""
    chair = district.users["zhuren"]
    for name, duty in (("gongwei", "handle"), ("lianluo2", "handle"), ("weiyuan", "read")):
        at = district.at(200)
        person: dict[str, Any] = {"user": district.users[name], "duty": duty, "reason": f"{MEETING}明确"}
        clue_readers.name_reader(**person, from_date=at.date(), by=chair, at=at)
    _answered(district)
    _waiting(district)
    problem = Problem.objects.get(title="盲道被占用")
    text = "群众反映占道摊位管理人员收取费用后不开票据，时间为今年三月至五月，有两名摊主愿意作证。"
    words: dict[str, Any] = {"summary": "占道摊位管理中收费不开票据", "text": text, "persons": "穆某，临时管理人员"}
    clues.register_clue(origin="problem", source=problem, **words, **_by(district, "gongwei", 2))


def _by(district: District, name: str, days: int) -> dict[str, Any]:
    return {"by": district.users[name], "at": district.at(days, 16)}


def _examined(district: District, days: int, summary: str, text: str, persons: str) -> Clue:
    words: dict[str, Any] = {"summary": summary, "text": text, "persons": persons}
    clue = clues.register_clue(origin="undertaking", **words, **_by(district, "gongwei", days))
    reason = "时间、地点、票据清楚，属于监察委员会管辖。"
    return clues.examine_clue(clue.pk, proposes_handing=True, text=reason, **_by(district, "lianluo2", days - 2))


def _answered(district: District) -> None:
    text = "检查站台改造时发现，同一工程拆成四个标段，均低于招标限额，由同一家公司承建，合同日期相同。"
    persons = "卞某，某工程有限公司经理\n施某，项目管理科工作人员"
    pk = _examined(district, 90, "站台改造工程涉嫌拆分发包", text, persons).pk
    clues.approve_clue(pk, text="同意移送。", **_by(district, "zhuren", 87))
    day = district.at(85).date()
    letter: dict[str, Any] = {
        "recipient": district.organisations["commission"],
        "document_number": f"示人常函〔{day.year}〕8号",
    }
    clue_handing.hand_clue(pk, **letter, handed_on=day, **_by(district, "gongwei", 85))
    receipt: dict[str, Any] = {"received_on": district.at(84).date(), "receipt_number": f"示监回〔{day.year}〕31号"}
    clue_handing.receive_clue(pk, **receipt, receiver="信访室工作人员", **_by(district, "gongwei", 84))
    clue_handing.accept_clue(pk, text="已受理，由第三监督检查室承办。", **_by(district, "lianluo2", 70))
    result = "已对有关人员立案审查，并向主管部门发出监察建议。"
    clue_handing.answer_clue(pk, text=result, **_by(district, "lianluo2", 20))


def _waiting(district: District) -> None:
    text = "督查中查阅台账，三笔物资采购的验收人与供货单位经办人为同一人，没有比价记录。"
    _examined(district, 6, "应急物资采购没有比价记录", text, "全某，仓库管理人员")
