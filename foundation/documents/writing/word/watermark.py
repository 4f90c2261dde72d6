"""A word across every page, the way Word itself puts one: a shape behind the text, held by the header."""

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

VML = "{urn:schemas-microsoft-com:vml}"
SHAPE = """<w:pict {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" type="#_x0000_t136" o:allowincell="f" fillcolor="silver"
stroked="f" style="position:absolute;margin-left:0;margin-top:0;width:300pt;height:150pt;rotation:315;
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;
mso-position-vertical-relative:margin"><v:fill opacity=".4"/>
<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string=""/></v:shape></w:pict>"""


def put(word: Word, text: str) -> None:
    """The same word on first, odd and even pages."""
    section = word.sections[0]
    for number, header in enumerate((section.header, section.even_page_header, section.first_page_header), start=1):
        header.is_linked_to_previous = False
        shape = parse_xml(SHAPE.format(ns=nsdecls("w"), number=number))
        shape.find(".//{urn:schemas-microsoft-com:vml}shape/{urn:schemas-microsoft-com:vml}textpath").set(
            "string", text
        )
        paragraph = header.paragraphs[0] if number < 3 else header.add_paragraph()
        paragraph.style = None
        paragraph.add_run()._element.append(shape)
