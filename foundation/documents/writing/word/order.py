"""Puts the properties of paragraphs and runs into the order the format prescribes (ISO/IEC 29500-1, 17.3.1, 17.3.2).

Word refuses files whose properties stand in another order; adding them one by one does not keep it.
"""

from typing import Any

from docx.oxml.ns import qn

PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
ORDERS = {
    qn("w:pPr"): {qn(f"w:{name}"): place for place, name in enumerate(PARAGRAPH.split())},
    qn("w:rPr"): {qn(f"w:{name}"): place for place, name in enumerate(RUN.split())},
}


def put_right(root: Any) -> None:
    """Orders the properties everywhere below `root`."""
    for tag, order in ORDERS.items():
        for properties in root.iter(tag):
            properties[:] = sorted(properties, key=lambda child: order[child.tag])
