"""The gate and the words of consent of questionnaires. Whatever an office has edited stays."""

from deputies.reference.adding import add
from foundation.intake.models import ConsentText, IntakeLimit

# Many people of one market or one estate share an address.
LIMIT = {"key": "survey", "name": "网上问卷", "window_minutes": 60, "free": 20, "work": 100_000, "wait": 10}
CONSENT = {
    "purpose": "survey",
    "name": "网上问卷",
    "ask": "我已阅读，同意按上述办法处理我的回答",
    "text": (
        "问卷由区人大常委会有关工作委员会负责，不需要注册，不记录姓名、电话和网络地址，只记录填写的日期。回答只用于"
        "这项监督工作，汇总后写入报告；文字回答加密保存，由人大机关和检查组查阅。请不要写姓名、电话、身份证号码等"
        "个人信息和他人的隐私。"
    ),
    "legal_basis": "《中华人民共和国个人信息保护法》第十三条、第十七条",
}


def load() -> None:
    """Adds what there is no row of yet."""
    add(IntakeLimit, "key", [LIMIT])
    add(ConsentText, "purpose", [CONSENT])
