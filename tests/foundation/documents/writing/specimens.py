"""One letter with everything a letter can have."""

from datetime import date

from foundation.documents.writing import (
    Cell,
    Document,
    Head,
    Heading,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    numbered,
)

DAY = date(2026, 4, 12)
FULL = "汉" * 28 * 60
TABLE = Table(
    [TableColumn("类别", 2, "left"), TableColumn("件数"), TableColumn("占比")],
    [["城建环资", "69", "41.57%"], [Cell("合计", strong=True), Cell("166", 2)]],
    caption="表1 分类情况",
)


def letter(**changes) -> Document:
    blocks = [
        Paragraph("您提出的建议收悉，现答复如下："),
        Heading("关于增设站点"),
        Paragraph("已于四月增设。\n并已通车。", lead="一是站点。"),
        Heading("进展", 2),
        Heading("细节", 3),
        Paragraph(FULL, indent=False),
        TABLE,
        Paragraph("感谢您对我们工作的关心和支持。"),
    ]
    facts = {
        "title": "关于示范区第六届人民代表大会第一次会议第23号建议的答复",
        "head": Head("示范区交通运输局", "示交函〔2026〕12号"),
        "marks": ["A类"],
        "addressee": "林晓梅代表：",
        "blocks": numbered(blocks),
        "attachments": ["征询意见表", "现场照片"],
        "signature": Signature("示范区交通运输局", DAY, seal=True),
        "note": "联系人：冯磊，电话：0000-8888123",
        "copies": ["区人大常委会代表工作委员会", "区政府办公室"],
        "made_on": DAY,
    }
    return Document(**{**facts, **changes})
