"""The gate and the words of consent of the public form for topics. Whatever an office has edited stays."""

from deputies.reference.adding import add
from foundation.intake.models import ConsentText, IntakeLimit

LIMIT = {"key": "topic_idea", "name": "议题征集", "window_minutes": 60, "free": 5, "work": 200_000}
CONSENT = {
    "purpose": "topic_idea",
    "name": "议题征集",
    "ask": "我已阅读，同意按上述办法处理我的建议",
    "text": (
        "您的建议由区人大常委会办事机构负责，只用于研究监督议题和立法项目。姓名、电话可以不填；填写的加密保存，"
        "只有经办人员为了解情况可以查看，每次查看都有记录，公布采纳情况后删除。采纳情况公布每条建议的编号、"
        "经办人员概括的名称、结果和理由，不公布您的原文和个人信息。请不要写身份证号码、银行卡号和他人的隐私。"
    ),
    "legal_basis": "《中华人民共和国个人信息保护法》第十三条、第十七条、第十九条",
}


def load() -> None:
    """Adds what there is no row of yet."""
    add(IntakeLimit, "key", [LIMIT])
    add(ConsentText, "purpose", [CONSENT])
