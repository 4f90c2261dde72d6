"""Numbers, limits, signs of junk and words of consent the mailbox starts with. Whatever an office has edited stays."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from foundation.intake.models import ConsentText, IntakeLimit
from liaison_stations.models import MailboxRule, SpamSign
from liaison_stations.states.letter import MailboxCode, SpamSort

# code, amount
RULES = (
    (MailboxCode.TEXT_LEAST, 10),
    (MailboxCode.TEXT_MOST, 3000),
    (MailboxCode.PHOTOS, 4),
    (MailboxCode.CONTACT, 0),
    (MailboxCode.CONTACT_HELP, 1),
    (MailboxCode.REOPEN_DAYS, 30),
    (MailboxCode.SAME_DAYS, 30),
    (MailboxCode.LETTER_KEEP, 1095),
    (MailboxCode.RECEPTION_KEEP, 730),
    (MailboxCode.KIOSK_SECONDS, 60),
    (MailboxCode.MATTER_DAYS, 180),
    (MailboxCode.MATTER_RISES, 3),
    (MailboxCode.MATTER_RISES_IN, 30),
)
# key, name, window in minutes, free, work, most work, wait, most wait
LIMITS = (
    # The highest work is what the longest wait asks of a telephone: a fast machine floods no faster than that.
    ("letter_web", "网上写信", 60, 5, 200_000, 40_000_000, 20, 120),
    ("letter_kiosk", "自助终端写信", 60, 60, 50_000, 1_000_000, 10, 60),
    # The free number is how many pages may hold chosen photographs; beyond it they are chosen anew.
    ("held_files", "暂存照片", 60, 20, 0, 0, 0, 0),
    ("letter_lookup", "凭查询码查信", 10, 8, 0, 3_000_000, 0, 60),
)
# name, sort, words, threshold, points
SIGNS = (
    ("多个网址", SpamSort.LINKS, "", 2, 30),
    ("推销用语", SpamSort.WORDS, "加微信 代开发票 贷款 刷单 包过 博彩 优惠价 免费领取", 2, 40),
    ("大段重复字符", SpamSort.MONOTONE, "", 1, 40),
    ("没有中文", SpamSort.NO_CHINESE, "", 1, 30),
    ("与近期来信内容相同", SpamSort.SAME, "", 1, 20),
    ("同一网络地址短时间来信多", SpamSort.OFTEN, "", 5, 20),
)
PIPL = "《中华人民共和国个人信息保护法》"
# purpose, name, ask, text, articles
CONSENTS = (
    (
        "letter",
        "办理来信",
        "我已阅读，同意按上述办法办理我的来信",
        (
            "您的来信由区人大常委会代表联络工作机构负责，只用于办理您反映的事情。收信的联络站、代表和办理单位可以看到信的内容。"
            "信的内容加密保存，办结后按规定的期限保存，到期删除。"
            "您可以凭编号和查询码查看、复制、补充您的信，撤回联系方式，或者申请删除。"
            "请不要在信里写身份证号码、银行卡号和他人的隐私。"
        ),
        f"{PIPL}第十三条、第十七条、第四十四条至第四十七条",
    ),
    (
        "letter_contact",
        "联系来信人",
        "同意用我留下的姓名和联系方式联系我",
        (
            "留下电话或者邮箱，办理人员可以向您了解情况、告诉您结果；不留也能写信，凭查询码查看答复。"
            "联系方式加密保存，只有经办这封信的人员可以查看，每次查看都有记录。您可以随时删除。"
        ),
        f"{PIPL}第十三条、第十五条、第十七条",
    ),
    (
        "letter_publish",
        "公开来信",
        "同意隐去个人信息后公开这封信和答复",
        "公开前由工作人员隐去姓名、电话、住址等内容。不同意不影响办理；以后也可以随时撤回同意，撤回后立即撤下。",
        f"{PIPL}第二十五条",
    ),
)


def load() -> None:
    """Adds what there is no row of yet."""
    add(MailboxRule, "code", ({"code": code, "amount": n, "legal_basis": UNSOURCED} for code, n in RULES))
    limits = ("key", "name", "window_minutes", "free", "work", "most_work", "wait", "most_wait")
    add(IntakeLimit, "key", (dict(zip(limits, row, strict=True)) for row in LIMITS))
    signs = ("name", "sort", "words", "threshold", "points")
    add(SpamSign, "name", (dict(zip(signs, row, strict=True)) for row in SIGNS))
    consents = ("purpose", "name", "ask", "text", "legal_basis")
    add(ConsentText, "purpose", (dict(zip(consents, row, strict=True)) for row in CONSENTS))
