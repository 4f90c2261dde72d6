"""The lists on the wall a district starts with: 五项职责、六项制度、七项机制、八项任务、九项须知 (domain 5.1).

The words are for the office to put its own in their stead, for the district or for one station. Where a line says what
national law says, the law stands beside it; for the others the office names its own rule.
"""

from deputies.models.dated import UNSOURCED
from deputies.reference.adding import LAW
from liaison_stations.models import WallItem
from liaison_stations.reference.letter_grounds import PETITION_LAWSUIT, PETITIONS
from liaison_stations.states import WallPart

LISTS: dict[WallPart, tuple[str, ...]] = {
    WallPart.DUTIES: (
        "宣传宪法法律和党的路线方针政策，宣传人民代表大会制度。",
        "接待群众来访，倾听、收集群众的意见、建议和要求。",
        "整理、分析群众意见，按规定转交有关方面办理。",
        "督促意见办理，及时向群众反馈办理结果。",
        "组织进站代表学习、视察、调研，向选民报告履职情况。",
    ),
    WallPart.RULES: (
        "代表值班接待制度：按公布的接待日接待群众，不得无故缺席。",
        "意见登记制度：来访必登，一人一表，一事一记。",
        "意见转办制度：当场能答复的当场答复，不能答复的按期转交。",
        "办理反馈制度：每件意见都有答复，答复必告知本人。",
        "学习活动制度：每季度至少组织一次进站代表活动。",
        "档案管理制度：记录、照片、台账按年归档，群众个人信息严格保密。",
    ),
    WallPart.MECHANISMS: (
        "民情收集机制：接待、走访、信箱多渠道收集民情。",
        "定期研判机制：每月集中研判群众意见，逐件提出办理意见。",
        "民主协商机制：涉及多方的事项，请各方到站协商。",
        "分级交办机制：村（社区）、乡镇（街道）、区级部门逐级交办。",
        "跟踪督办机制：交办事项到期未结的，由代表跟踪督办。",
        "结果评价机制：办理结果由反映人评价，不满意的重新办理。",
        "意见转化机制：具有普遍性的意见，由代表形成建议提出。",
    ),
    WallPart.TASKS: (
        "监督宪法法律和上级人大决议、决定在本地的贯彻执行。",
        "监督民生实事项目的实施进度和质量。",
        "监督代表建议、群众意见的办理落实。",
        "监督政务服务窗口的工作作风和办事效率。",
        "监督惠民政策和资金的落实情况。",
        "监督生态环境保护和安全生产措施的落实。",
        "监督基层执法、司法活动是否公正。",
        "监督政府部门对审议意见的研究处理。",
    ),
    WallPart.VISITORS: (
        "来访时请说明反映事项，可以自愿留下姓名和联系方式。",
        "反映情况应当客观真实，对所反映的内容负责。",
        "请尊重接待代表和工作人员，遵守公共秩序。",
        "多人反映同一事项的，请推选代表来访，一般不超过五人。",
        "已经或者应当通过诉讼、行政复议、仲裁解决的事项，请向有关机关提出。",
        "信访事项请向信访工作机构提出，接待代表可以告知途径。",
        "代表听取意见，不直接处理问题；意见将转交有关方面办理。",
        "登记后可以凭编号和查询码了解办理进度。",
        "对办理结果不满意的，可以按规定要求重新办理一次。",
    ),
}

# What a line rests on where national law says it.
BASES = {
    "宣传宪法法律": LAW,
    "接待群众来访": LAW,
    "已经或者应当通过诉讼": PETITION_LAWSUIT,
    "信访事项请向": PETITIONS,
    "代表听取意见": LAW,
    "档案管理制度": "《中华人民共和国个人信息保护法》第五十一条",
    "监督宪法法律": "《中华人民共和国各级人民代表大会常务委员会监督法》",
    "监督政府部门对审议意见": "《中华人民共和国各级人民代表大会常务委员会监督法》",
}


def basis_of(text: str) -> str:
    """The law a line rests on, or the words for the office to fill in."""
    return next((law for begin, law in BASES.items() if text.startswith(begin)), UNSOURCED)


def load() -> None:
    """Adds the lists of the parts of which the district has no line yet."""
    known = set(WallItem.objects.filter(station=None).values_list("part", flat=True))
    WallItem.objects.bulk_create(
        WallItem(part=part, text=text, order=10 * place, legal_basis=basis_of(text))
        for part, lines in LISTS.items()
        if part not in known
        for place, text in enumerate(lines, 1)
    )
