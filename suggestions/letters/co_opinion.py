"""A co-unit's opinion as a letter to the lead unit (会办意见函)."""

from django.utils import timezone

from foundation.documents.writing import Document, Paragraph, Signature
from suggestions.letters.wording import case_name, head_of
from suggestions.models import CoOpinion
from suggestions.states import PaperUse, UnitRole


def opinion_letter(opinion: CoOpinion, *, with_phone: bool = True) -> Document:
    """The letter of an opinion, addressed to the lead unit."""
    part, paper = opinion.assignment, opinion.assignment.suggestion
    day = timezone.localdate(opinion.given_at)
    lead = paper.answering_assignments().filter(role=UnitRole.LEAD).select_related("unit").first()
    phone = f"，联系电话：{part.contact_phone}" if with_phone and part.contact_phone else ""
    opening = f"“{paper.title}”（{paper.number_text}）收悉。结合我单位职责，提出会办意见如下："
    return Document(
        title=f"关于{case_name(paper)}的会办意见",
        head=head_of(part.unit, PaperUse.CO_OPINION, opinion.doc_number, day),
        addressee=f"{lead.unit.name if lead else '主办单位'}：",
        blocks=[Paragraph(opening), Paragraph(opinion.text)],
        signature=Signature(part.unit.name, day, seal=True),
        note=f"联系人：{part.person_in_charge}{phone}" if part.person_in_charge else "",
        made_on=day,
        author=part.unit.name,
    )
