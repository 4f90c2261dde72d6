"""Runs and paragraphs as the standard wants them."""

from copy import deepcopy
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from foundation.documents.writing import measures

# The names an office's computer knows; none of these fonts is shipped.
FANG, KAI, HEI, SONG, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
ALIGN = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
# What Word may not hold in XML 1.0.
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 65534, 65535])


def element(tag: str, **attributes: str) -> Any:
    """A new element `w:tag` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def run(paragraph: Paragraph, text: str, font: str = FANG, size: float = measures.BODY, color: str = "") -> Any:
    """Adds a run whose Western and Chinese characters are the same font; a line break in it becomes one in Word."""
    made = paragraph.add_run(text.translate(_CONTROL))
    look = (font, size, color)
    if look not in _looks:
        _looks[look] = _look(made, *look)
        return made
    made._element.insert(0, deepcopy(_looks[look]))
    return made


# Thousands of runs and paragraphs of a report look alike: what Word wants said of each is put together once.
_looks: dict[tuple[str, float, str], Any] = {}
_layouts: dict[tuple[Any, ...], Any] = {}


def _look(made: Any, font: str, size: float, color: str) -> Any:
    """Gives the run its properties; answers a copy of them."""
    made.font.size, made.font.name = Pt(size), font
    fonts = made._element.rPr.rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:hint"), "eastAsia")
    if size == measures.BODY:
        made._element.rPr.append(element("spacing", val=str(round(measures.TRACKING * 20))))
    if color:
        made.font.color.rgb = RGBColor.from_string(color)
    return deepcopy(made._element.rPr)


def layout(
    paragraph: Paragraph,
    align: str = "justify",
    *,
    first: float = 0,
    left: float = 0,
    right: float = 0,
    pitch: float = measures.LINE_PITCH,
    size: float = measures.BODY,
) -> Paragraph:
    """Exact line pitch, no space around, indents in characters of `size`."""
    wanted = (align, first, left, right, pitch, size)
    if paragraph._p.pPr is not None:
        return _lay_out(paragraph, *wanted)
    if wanted not in _layouts:
        _layouts[wanted] = deepcopy(_lay_out(paragraph, *wanted)._p.pPr)
        return paragraph
    paragraph._p.insert(0, deepcopy(_layouts[wanted]))
    return paragraph


def _lay_out(
    paragraph: Paragraph, align: str, first: float, left: float, right: float, pitch: float, size: float
) -> Paragraph:
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    form.space_before = form.space_after = Pt(0)
    form.widow_control = False
    form.alignment = ALIGN[align]
    # Word otherwise widens every change between Chinese and figures, and a line no longer holds 28 characters; lines of
    # large characters would be rounded up to two lines of the grid, where the pitch is exact already.
    for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        paragraph._p.get_or_add_pPr().append(element(name, val="0"))
    _indent(paragraph, size, first=first, left=left, right=right)
    return paragraph


def hair(part: Any) -> Paragraph:
    """A paragraph of one point: what a frame before it is anchored to."""
    made = layout(part.add_paragraph(), "left", pitch=1)
    run(made, "", SONG, 1)
    return made


def keep_with_next(paragraph: Paragraph) -> None:
    """The paragraph stays on the page of the one that follows."""
    paragraph.paragraph_format.keep_with_next = True


def outline(paragraph: Paragraph, level: int) -> None:
    """Puts a heading into Word's navigation (level 1 is the highest)."""
    paragraph._p.get_or_add_pPr().append(element("outlineLvl", val=str(level - 1)))


def _indent(paragraph: Paragraph, size: float, **characters: float) -> None:
    """Indents in hundredths of a character, so that Word counts characters, and in twips for programs that do not."""
    wanted = {name: count for name, count in characters.items() if count}
    if not wanted:
        return
    names = {"first": "firstLine", "left": "left", "right": "right"}
    step = measures.advance(size) if size == measures.BODY else size
    indent = element("ind")
    for name, count in wanted.items():
        # Whole characters only: Word rounds fractions of a character its own way.
        if count == int(count):
            indent.set(qn(f"w:{names[name]}Chars"), str(int(count * 100)))
        indent.set(qn(f"w:{names[name]}"), str(round(count * step * 20)))
    paragraph._p.get_or_add_pPr().append(indent)
