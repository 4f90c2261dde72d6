"""The dictionaries and rules a district starts with. Whatever an office has edited is left alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction

from deputies.models.dated import UNSOURCED
from deputies.states import Level
from suggestions.models import (
    AppraisalBand,
    AppraisalItem,
    AppraisalScheme,
    Category,
    FundExclusion,
    NumberFormat,
    ProgressColour,
    RefusalGround,
    ReplyTemplate,
    ResultClass,
    Switch,
    SwitchKey,
    Threshold,
)
from suggestions.models.progress import Tone
from suggestions.models.threshold import (
    ALIKE_COPIED,
    ALIKE_TEXT,
    ALIKE_TITLE,
    FUND_WINDOW,
    KEY_YEARLY,
    MEDIATION_AFTER,
    MOTION_COSIGNERS,
    RATING_REMINDERS,
    ROUTING_YEARS,
    SMALL_SAMPLE,
    STATEMENT_MONTH,
)
from suggestions.states import AppraisedKind, Consequence, MeasureKey, SeriesKind

ZZF22 = "《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第二十二条"
LAW = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》"
LAW24, LAW51, LAW59 = f"{LAW}第二十四条", f"{LAW}第五十一条", f"{LAW}第五十九条"

CATEGORIES = (
    ("finance", "财政经济"),
    ("urban", "城建环资"),
    ("education", "教科文卫"),
    ("agriculture", "农业农村"),
    ("justice", "监察司法"),
    ("society", "社会建设"),
    ("other", "其他"),
)
# code, meaning, whether a promise with its day is needed, the class a kept promise raises it to
RESULT_CLASSES = (
    ("A", "所提问题已经解决或者基本解决", False, ""),
    ("B", "所提问题正在解决或者已列入计划逐步解决", True, "A"),
    ("C", "因目前条件限制，有待以后解决", False, ""),
    ("D", "所提问题留作参考", False, ""),
)
# code, word, meaning, drawn as, says that it is done, asks for the difficulty
# What the fund does not pay for, where a district switches the list on; bars recess suggestions outright.
EXCLUSIONS = (
    ("recess", "闭会期间提出的建议", True),
    ("upper_funds", "已有上级专项资金的项目", False),
    ("able_to_pay", "承办单位有能力解决的项目", False),
    ("other_funds", "已列入其他专项资金、一事一议等的项目", False),
    ("private", "涉及个人或者少数人利益的项目", False),
)
COLOURS = (
    ("green", "绿色", "已办结，并经代表和有关方面认可", Tone.GREEN, True, False),
    ("blue", "蓝色", "按计划推进，可以在年内完成", Tone.BLUE, False, False),
    ("yellow", "黄色", "争取到资金等条件后，年内可能完成", Tone.YELLOW, False, True),
    ("red", "红色", "目前不具备条件，须重点督促", Tone.RED, False, True),
)
# What several provinces agree on (docs/defaults.md). Where the law itself says it, its article is the basis; else that
# stays open until the office names its own rule.
LETTER, REFERENCE = Consequence.LETTER, Consequence.REFERENCE
GROUNDS = (
    ("personal", "涉及代表本人或者亲属个人事项", LETTER),
    ("own_unit", "涉及代表所在单位个别问题", LETTER),
    ("forwarded", "转递群众来信、申诉等信访材料", LETTER),
    ("accusation", "检举、控告、申诉", LETTER),
    ("case", "涉及具体司法、监察案件，或者对正在审理的案件提出意见", LETTER, LAW59),
    ("proceedings", "已进入诉讼、仲裁程序的事项", LETTER),
    ("bidding", "招标投标中指定中标人等具体事项", LETTER, LAW59),
    ("academic", "属于学术探讨、产品推介", REFERENCE),
    ("consultation", "法律、政策咨询", REFERENCE),
    ("empty", "没有实际内容或者内容不明确、不具体", Consequence.RETURN, LAW24),
    ("beyond_powers", "不属于本行政区域机关、组织职权范围", REFERENCE),
    ("interest", "与本人利益关联或者扭曲公平竞争", LETTER, LAW59),
)
THRESHOLDS = (
    (MOTION_COSIGNERS, Level.DISTRICT, 10, ZZF22),
    (MOTION_COSIGNERS, Level.TOWNSHIP, 5, ZZF22),
    (MEDIATION_AFTER, "", 2, UNSOURCED),
    (RATING_REMINDERS, "", 3, UNSOURCED),
    (ALIKE_TITLE, "", 60, UNSOURCED),
    (ALIKE_TEXT, "", 40, UNSOURCED),
    (ALIKE_COPIED, "", 24, UNSOURCED),
    (STATEMENT_MONTH, "", 10, UNSOURCED),
    (SMALL_SAMPLE, "", 5, UNSOURCED),
    (ROUTING_YEARS, "", 3, UNSOURCED),
    (KEY_YEARLY, "", 3, UNSOURCED),
    (FUND_WINDOW, "", 1, UNSOURCED),
)
SWITCHES = (
    (SwitchKey.FUND_APPLICATION, False, UNSOURCED),
    (SwitchKey.FUND_SCREENING, False, UNSOURCED),
    (SwitchKey.FUND_EXCLUSIONS, False, UNSOURCED),
    (SwitchKey.FUND_PAY_EARLY, False, UNSOURCED),
    (SwitchKey.CONTACT_CONFIRMED, False, UNSOURCED),
    (SwitchKey.CO_OPINION_BEFORE_REPLY, True, UNSOURCED),
    (SwitchKey.ASK_COSIGNERS, True, UNSOURCED),
    (SwitchKey.DIFFICULT_SIX_MONTHS, True, LAW51),
    (SwitchKey.REASSIGN_KEEPS_T0, True, LAW51),
    (SwitchKey.TWO_STEPS, False, UNSOURCED),
    (SwitchKey.WITHDRAW_AFTER_ASSIGNMENT, False, UNSOURCED),
    (SwitchKey.HANDLING_PLAN, False, UNSOURCED),
)
# kind, name, share of awards in percent, fewest cases; measure, full points, (from which rate, points) …
SCHEMES = (
    (
        AppraisedKind.UNIT,
        "先进承办单位评分办法",
        20,
        3,
        (
            (MeasureKey.SIGNED, 10, (100, 10), (90, 6)),
            (MeasureKey.ON_TIME, 20, (100, 20), (80, 12)),
            (MeasureKey.CONTACT, 10),
            (MeasureKey.ATTITUDE, 10),
            (MeasureKey.RESULT, 20),
            (MeasureKey.CLASS_A, 10),
            (MeasureKey.PROMISES, 10),
            (MeasureKey.PUBLICATION, 5),
            (MeasureKey.PUBLIC, 5),
        ),
    ),
    (
        AppraisedKind.SUGGESTION,
        "优秀建议评分办法（建议质量、办理成效、公众反馈）",
        20,
        1,
        ((MeasureKey.QUALITY, 40), (MeasureKey.OUTCOME, 30), (MeasureKey.CLASS_A, 10), (MeasureKey.PUBLIC, 20)),
    ),
)
# kind, prefix, digits, suffix
FORMATS = (
    (SeriesKind.SESSION, "第", 3, "号"),
    (SeriesKind.RECESS, "闭会第", 1, "号"),
    (SeriesKind.MOTION, "议案第", 1, "号"),
)


# name, class, text; {…} is filled in by the portal, 【…】 by the unit before it may sign
RECEIVED = "您提出的“{建议标题}”收悉。我单位会同{会办单位}研究办理，现答复如下："
THANKS = "感谢您对我们工作的关心和支持，欢迎继续监督。"
SORRY = "恳请您理解，感谢您对我们工作的关心和支持。"
SOLVED = "所提问题已于【完成时间】解决。具体做法是：【主要措施】。办理效果：【办理效果】。"
PLANNED = (
    "所提建议已列入【计划名称】，目前进展：【目前进展】。"
    "下一步将【下一步措施】，【完成时间】前完成，进展情况将及时向您报告。"
)
LATER = "因【具体条件限制及依据】，所提问题目前尚不能解决。条件具备后将【今后打算】，在此之前【过渡措施】。"
REFERENCE_ONLY = "经研究，【不能采纳的理由和依据】，您的意见将在【有关工作】中参考。"
TEMPLATES = (
    ("已经解决或者基本解决", "A", (RECEIVED, SOLVED, THANKS)),
    ("正在解决或者列入计划", "B", (RECEIVED, PLANNED, THANKS)),
    ("条件限制有待以后解决", "C", (RECEIVED, LATER, SORRY)),
    ("留作参考", "D", (RECEIVED, REFERENCE_ONLY, SORRY)),
)


@transaction.atomic
def load() -> None:
    """Adds what is missing, by key; runs after every migrate and may run as often as one likes."""
    _add(Category, "code", ({"code": c, "name": n, "order": i} for i, (c, n) in enumerate(CATEGORIES, 1)))
    _add(ResultClass, "code", (_class(i, *row) for i, row in enumerate(RESULT_CLASSES, 1)))
    _add(ProgressColour, "code", (_colour(i, *row) for i, row in enumerate(COLOURS, 1)))
    _add(FundExclusion, "code", (_exclusion(i, *row) for i, row in enumerate(EXCLUSIONS, 1)))
    _add(RefusalGround, "code", (_ground(i, *row) for i, row in enumerate(GROUNDS, 1)))
    _name_law()
    _add(Threshold, "key", ({"key": k, "level": v, "amount": a, "legal_basis": b} for k, v, a, b in THRESHOLDS))
    _add(Switch, "key", ({"key": k, "enabled": e, "legal_basis": b} for k, e, b in SWITCHES))
    _add(ReplyTemplate, "name", (_template(i, *row) for i, row in enumerate(TEMPLATES, 1)))
    for kind, name, share, least, items in SCHEMES:
        _add_scheme(kind, name, share, least, items)
    _add(NumberFormat, "kind", ({"kind": k, "prefix": p, "width": w, "suffix": s} for k, p, w, s in FORMATS))


def _add(model: type[models.Model], key: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """A key that has any row already belongs to the office, whatever the row says."""
    known = set(model._default_manager.values_list(key, flat=True))
    model._default_manager.bulk_create([model(**row) for row in rows if row[key] not in known], ignore_conflicts=True)


def _add_scheme(kind: str, name: str, share: int, least: int, items: Iterable[tuple]) -> None:
    """A scoring table with its items and bands, where the kind has none yet."""
    if AppraisalScheme.objects.filter(kind=kind).exists():
        return
    facts = {"name": name, "most_share": share, "least_cases": least}
    scheme = AppraisalScheme.objects.create(kind=kind, **facts)
    for order, (measure, points, *bands) in enumerate(items, 1):
        item = AppraisalItem.objects.create(scheme=scheme, measure=measure, points=points, order=order)
        AppraisalBand.objects.bulk_create(AppraisalBand(item=item, at_least=a, points=p) for a, p in bands)


def _class(order: int, code: str, name: str, needs_commitment: bool, upgrade_code: str) -> dict[str, Any]:
    facts = {"needs_commitment": needs_commitment, "upgrade_code": upgrade_code}
    return {"code": code, "name": name, "order": order, **facts}


def _exclusion(order: int, code: str, text: str, bars_recess: bool) -> dict[str, Any]:
    return {"code": code, "text": text, "bars_recess": bars_recess, "order": order}


def _colour(order: int, code: str, name: str, meaning: str, tone: str, is_done: bool, needs: bool) -> dict[str, Any]:
    facts = {"tone": tone, "is_done": is_done, "needs_reason": needs, "order": order}
    return {"code": code, "name": name, "meaning": meaning, **facts}


def _template(order: int, name: str, code: str, parts: Iterable[str]) -> dict[str, Any]:
    return {"name": name, "class_code": code, "text": "\n".join(parts), "order": order}


def _ground(order: int, code: str, text: str, consequence: str, basis: str = UNSOURCED) -> dict[str, Any]:
    return {"code": code, "text": text, "consequence": consequence, "order": order, "legal_basis": basis}


def _name_law() -> None:
    """Grounds that were here before their article was known, as far as the office has left them as they came."""
    for row in GROUNDS:
        facts = _ground(0, *row)
        known = RefusalGround.objects.filter(code=facts["code"], text=facts["text"], legal_basis=UNSOURCED)
        known.update(legal_basis=facts["legal_basis"])
