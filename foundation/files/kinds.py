"""The kinds of file the portal can judge: for each extension what its content has to be."""

from dataclasses import dataclass
from enum import Enum, auto


class Family(Enum):
    """How the content of a file is looked at."""

    PDF = auto()
    IMAGE = auto()
    ZIP = auto()  # Office Open XML and OFD
    OLE = auto()  # the older .doc and .xls
    TEXT = auto()
    VIDEO = auto()  # MP4, as telephones film


@dataclass(frozen=True)
class Kind:
    """One extension. `members`: what a zip has to contain; `max_megabytes`: the size a new installation allows."""

    extension: str
    name: str
    family: Family
    media_type: str
    members: tuple[str, ...] = ()
    max_megabytes: int = 20


_OPEN_XML = "application/vnd.openxmlformats-officedocument."
KINDS = {
    kind.extension: kind
    for kind in (
        Kind("pdf", "PDF 文档", Family.PDF, "application/pdf", max_megabytes=50),
        Kind("ofd", "OFD 版式文档", Family.ZIP, "application/ofd", ("OFD.xml",), max_megabytes=50),
        Kind("docx", "Word 文档", Family.ZIP, _OPEN_XML + "wordprocessingml.document", ("word/document.xml",)),
        Kind("xlsx", "Excel 工作簿", Family.ZIP, _OPEN_XML + "spreadsheetml.sheet", ("xl/workbook.xml",)),
        Kind("doc", "Word 97 文档", Family.OLE, "application/msword"),
        Kind("xls", "Excel 97 工作簿", Family.OLE, "application/vnd.ms-excel"),
        Kind("jpg", "JPEG 图片", Family.IMAGE, "image/jpeg"),
        Kind("jpeg", "JPEG 图片", Family.IMAGE, "image/jpeg"),
        Kind("png", "PNG 图片", Family.IMAGE, "image/png"),
        Kind("webp", "WebP 图片", Family.IMAGE, "image/webp"),
        Kind("txt", "纯文本", Family.TEXT, "text/plain", max_megabytes=5),
        Kind("csv", "CSV 表格", Family.TEXT, "text/csv", max_megabytes=10),
        Kind("mp4", "MP4 视频", Family.VIDEO, "video/mp4", max_megabytes=200),
    )
}
