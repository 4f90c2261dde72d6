"""Grounds a district starts with (domain 1.7, 5.4): what is not a deputy's business, and whose it is."""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import add
from liaison_stations.models import LetterGround
from liaison_stations.states.handling import GroundUse

PETITIONS = "《信访工作条例》第三十条至第三十三条"
PETITION_LAWSUIT = "《信访工作条例》第三十一条"
NOT_THE_DEPUTY = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》（代表不直接处理问题）"

# code, use, name, channel, legal basis
GROUNDS = (
    (
        "lawsuit",
        GroundUse.REDIRECT,
        "已经或者应当通过诉讼解决",
        "有管辖权的人民法院诉讼服务中心，也可以拨打12368咨询。",
        PETITION_LAWSUIT,
    ),
    (
        "arbitration",
        GroundUse.REDIRECT,
        "劳动人事争议等应当通过仲裁解决",
        "劳动人事争议仲裁院；劳动纠纷也可以拨打12333咨询。",
        PETITION_LAWSUIT,
    ),
    (
        "reconsideration",
        GroundUse.REDIRECT,
        "不服行政行为，应当申请行政复议",
        "作出行政行为机关的本级人民政府行政复议机构。",
        PETITION_LAWSUIT,
    ),
    (
        "petition",
        GroundUse.REDIRECT,
        "属于个人信访事项",
        "区信访局来访接待窗口，也可以在国家信访局网上信访平台提出。",
        PETITIONS,
    ),
    (
        "discipline",
        GroundUse.REDIRECT,
        "检举控告公职人员",
        "区纪委监委信访部门，也可以拨打12388举报。",
        "《中华人民共和国监察法》",
    ),
    (
        "urgent",
        GroundUse.REDIRECT,
        "紧急求助、报警",
        "请立即拨打110、119或者120。",
        UNSOURCED,
    ),
    ("empty", GroundUse.DECLINE, "没有具体内容，无法办理", "", UNSOURCED),
    ("advert", GroundUse.DECLINE, "广告或者与人大代表工作无关", "", UNSOURCED),
    ("repeated", GroundUse.DECLINE, "同一事项正在办理或者已经答复", "", UNSOURCED),
    ("abuse", GroundUse.DECLINE, "含有辱骂、诽谤等违法内容", "", UNSOURCED),
)


def load() -> None:
    """Adds the grounds of which there is no row yet."""
    rows = (
        {"code": code, "use": use, "name": name, "channel": channel, "legal_basis": basis, "order": 10 * place}
        for place, (code, use, name, channel, basis) in enumerate(GROUNDS, 1)
    )
    add(LetterGround, "code", rows)
