"""The finished file: its own data, its table of fonts, and nothing in it that changes from one writing to the next."""

from datetime import datetime
from io import BytesIO

from docx.document import Document as Word

from foundation.documents.writing.archive import dateless
from foundation.documents.writing.tree import Document
from foundation.documents.writing.word import order

# What a computer without the older names puts in their place.
INSTEAD = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{rows}</w:fonts>'
)
_ROW = '<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/></w:font>'


def name_fonts(word: Word) -> None:
    """Fills the table of fonts."""
    table = next(part for part in word.part.package.iter_parts() if str(part.partname) == "/word/fontTable.xml")
    rows = "".join(_ROW.format(name=name, instead=instead) for name, instead in INSTEAD.items())
    table._blob = _TABLE.format(rows=rows).encode()


def save(word: Word, document: Document) -> bytes:
    """The file as bytes; equal documents make equal bytes."""
    day = document.made_on
    core = word.core_properties
    core.title, core.author, core.last_modified_by, core.language = document.title, document.author, "", "zh-CN"
    core.created = core.modified = datetime(day.year, day.month, day.day)
    core.comments, core.revision = "", 1
    for part in word.part.package.iter_parts():
        if hasattr(part, "element"):
            order.put_right(part.element)
    _without_thumbnail(word)
    raw = BytesIO()
    word.save(raw)
    return dateless(raw)


def _without_thumbnail(word: Word) -> None:
    """The template carries a picture of itself."""
    relations = word.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
