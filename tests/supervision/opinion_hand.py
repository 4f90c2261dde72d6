"""A deliberation opinion for tests, as far on its way as a test needs it: fang's committee keeps it, feng answers."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Meeting
from supervision.models import DeliberationOpinion
from supervision.states.opinion import OpinionState
from supervision.transitions import opinion_handling, opinion_review, opinions

HEARD = datetime(2026, 3, 2, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
HANDED = HEARD.replace(day=10)
REPORTED = HEARD.replace(month=5, day=20)
HEAD = "示范区人民代表大会常务委员会审议意见"
S = OpinionState


def meeting(register: Any, kind: str = "standing_committee", number: int = 30) -> Meeting:
    day = HEARD.date()
    facts = {"term": register.term, "kind": kind, "number": number}
    return Meeting.objects.get_or_create(**facts, defaults={"opens_on": day, "closes_on": day})[0]


def drafted(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    known = {
        "title": "关于公共交通工作报告的审议意见",
        "text": "加密班次。\n增设候车亭。",
        "by": cast.fang,
        "at": HEARD,
    }
    known |= {"committee": cast.urban_committee, "meeting": meeting(register), "heard_on": HEARD.date(), **facts}
    return opinions.draft_opinion(**known)


def adopted(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    opinion, at = drafted(cast, register, **facts), facts.get("at", HEARD)
    council = meeting(register, "council", 50)
    return opinions.adopt_opinion(opinion.pk, council=council, adopted_on=at.date(), by=cast.he, at=at)


def handed(cast: Any, register: Any, *, number: str = "", others: Any = (), **facts: Any) -> DeliberationOpinion:
    opinion = adopted(cast, register, **facts)
    known = {"unit": cast.transport, "others": others, "head": HEAD, "term": "opinion_report", "by": cast.fang}
    number = number or f"示人常审〔2026〕{opinion.pk}号"
    return opinions.hand_opinion(opinion.pk, number=number, at=facts.get("at", HANDED), **known)


def planned(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    opinion = handed(cast, register, **facts)
    return opinion_handling.plan_opinion(opinion.pk, text="五月底前完成。", by=cast.feng, at=facts.get("at", HANDED))


def commenting(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    return send(planned(cast, register, **facts), cast, facts.get("at", REPORTED))


def send(opinion: DeliberationOpinion, cast: Any, at: datetime = REPORTED) -> DeliberationOpinion:
    return opinion_handling.send_for_comment(opinion.pk, text="已加密八条线路。", by=cast.feng, at=at)


def writing(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    opinion = commenting(cast, register, **facts)
    return opinion_handling.comment_opinion(opinion.pk, text="同意。", by=cast.fang, at=facts.get("at", REPORTED))


def report(opinion: DeliberationOpinion, cast: Any, **facts: Any) -> DeliberationOpinion:
    known = {"text": "已全部研究处理。", "adopted": "两条均已采纳。", "effect": "候车时间缩短。", "by": cast.feng}
    return opinion_handling.report_opinion(opinion.pk, **{"at": REPORTED, **known, **facts})


def reported(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    return report(writing(cast, register, **facts), cast, at=facts.get("at", REPORTED))


def again(opinion: DeliberationOpinion, cast: Any, until: date, **facts: Any) -> DeliberationOpinion:
    known = {"text": "候车亭没有建成。", "until": until, "by": cast.fang, "at": REPORTED, **facts}
    return opinion_review.fail_opinion(opinion.pk, **known)


def struck(cast: Any, register: Any, **facts: Any) -> DeliberationOpinion:
    opinion, at = reported(cast, register, **facts), facts.get("at", REPORTED)
    return opinion_review.pass_opinion(opinion.pk, text="审议通过。", by=cast.fang, at=at)


MAKE = {
    S.DRAFT: drafted,
    S.ADOPTED: adopted,
    S.HANDED: planned,
    S.COMMENTING: commenting,
    S.WRITING: writing,
    S.REPORTED: reported,
    S.STRUCK: struck,
}
