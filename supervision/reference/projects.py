"""Fields, numbers, rules of voting, words of consent and limits of livelihood projects to begin with (domain 4.5)."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from foundation.ballots import Base, Sign
from foundation.ballots.models import BallotClause, BallotRule
from foundation.intake.models import ConsentText, IntakeLimit
from supervision.models import ProjectField, ProjectStandard
from supervision.states.project_year import ProjectStandardCode

C = ProjectStandardCode
FIELDS = (
    "教育",
    "医疗卫生",
    "养老托幼",
    "住房和老旧小区",
    "交通出行",
    "水利和饮水",
    "生态环境",
    "文化体育",
    "就业和社会保障",
    "公共安全",
    "其他",
)
STANDARDS = ((C.MORE_SHARE, 10), (C.IDEA_LEAST, 10), (C.IDEA_MOST, 1000), (C.CONTACT_KEEP, 180))
# key, name, window in minutes, free, work, most work, wait, most wait
LIMITS = (
    ("project_idea", "民生实事征集", 60, 5, 200_000, 6_000_000, 20, 120),
    ("project_idea_lookup", "查询民生实事意见", 10, 8, 0, 3_000_000, 0, 60),
)
PIPL = "《中华人民共和国个人信息保护法》"
CONSENTS = (
    (
        "project_idea",
        "征集民生实事意见",
        "我已阅读，同意按上述办法办理我的意见",
        (
            "您的意见由区人大常委会办事机构（乡镇项目由乡镇人大）负责，只用于筛选和论证民生实事项目。内容加密保存。"
            "筛选后公开的是工作人员另写的概述和采纳情况，不公开原文和您的姓名。"
            "您可以凭编号和查询码查看结果，也可以随时撤回。请不要写身份证号码、银行卡号和他人的隐私。"
        ),
        f"{PIPL}第十三条、第十七条、第四十四条至第四十七条",
    ),
    (
        "project_idea_contact",
        "联系提出人",
        "同意用我留下的姓名和电话联系我",
        (
            "留下电话，工作人员可以向您了解情况；不留也能提意见。联系方式加密保存，只有筛选意见的工作人员可以查看，"
            "每次查看都有记录；项目办结后按规定的期限删除，您也可以随时撤回。"
        ),
        f"{PIPL}第十三条、第十五条、第十七条",
    ),
)


def load() -> None:
    """Adds what there is no row of yet."""
    fields = ({"name": name, "order": 10 * n, "legal_basis": UNSOURCED} for n, name in enumerate(FIELDS, 1))
    add(ProjectField, "name", fields)
    add(ProjectStandard, "code", ({"code": code, "amount": n, "legal_basis": UNSOURCED} for code, n in STANDARDS))
    limits = ("key", "name", "window_minutes", "free", "work", "most_work", "wait", "most_wait")
    add(IntakeLimit, "key", (dict(zip(limits, row, strict=True)) for row in LIMITS))
    consents = ("purpose", "name", "ask", "text", "legal_basis")
    add(ConsentText, "purpose", (dict(zip(consents, row, strict=True)) for row in CONSENTS))
    _end_ballot()


def _end_ballot() -> None:
    """Of all deputies: half satisfied is 满意, half at least basically is 基本满意, anything else 不满意."""
    if BallotRule.objects.filter(code="project_end").exists():
        return
    grades = {"grades": "满意、基本满意、不满意", "otherwise": "不满意"}
    quorum = {"quorum_top": 1, "quorum_bottom": 2, "quorum_sign": Sign.MORE}
    name = "民生实事项目满意度测评办法"
    rule = BallotRule.objects.create(code="project_end", name=name, base=Base.ALL_MEMBERS, **grades, **quorum)
    for order, (counted, outcome) in enumerate((("满意", "满意"), ("满意、基本满意", "基本满意")), 1):
        BallotClause.objects.create(
            rule=rule, grades=counted, sign=Sign.AT_LEAST, top=1, bottom=2, outcome=outcome, order=order
        )
