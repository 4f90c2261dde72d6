"""The reply letter (答复件): official letter format, class at the upper right, answered point by point (domain 2.9)."""

import re

from django.utils import timezone

from foundation.documents.writing import Block, Document, Heading, Paragraph, Signature, numbered
from foundation.files.store import files_of
from foundation.web.chinese import date_text
from suggestions.letters.wording import case_name, head_of, opening_and_rest, proposers
from suggestions.models import Reply
from suggestions.states import PaperUse

THANKS = "感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。"
# A point longer than this is no heading but the first words of its answer.
HEADING = 24


def reply_letter(reply: Reply, *, draft: str = "", with_phone: bool = True) -> Document:
    """The letter of a reply; `draft` is the word across the pages of one that is not delivered.

    Without the phone it is the text for readers the number is not meant for.
    """
    part, paper = reply.assignment, reply.assignment.suggestion
    day = timezone.localdate(reply.signed_at) if reply.signed_at else None
    again = "再次" if reply.round.number > 1 else ""
    return Document(
        title=f"关于{case_name(paper)}的{again}答复",
        head=head_of(part.unit, PaperUse.REPLY, reply.doc_number, day or timezone.localdate(reply.saved_at)),
        marks=[f"{reply.result_class.code}类"] if reply.result_class else [],
        addressee=f"{'、'.join(proposers(paper))}代表：",
        blocks=reply_blocks(reply),
        attachments=[re.sub(r"\.\w{2,5}$", "", file.name) for file in files_of(reply)],
        signature=Signature(part.unit.name, day, seal=True),
        note=_contact(reply, with_phone),
        copies=_copies(reply),
        draft=draft,
        made_on=day or timezone.localdate(reply.saved_at),
        author=part.unit.name,
    )


def reply_blocks(reply: Reply) -> list[Block]:
    """The text between addressee and signature."""
    opening, rest = opening_and_rest(reply.body)
    received = f"您提出的“{reply.assignment.suggestion.title}”收悉。"
    first = opening if "收悉" in opening else received + (opening or "经研究，现答复如下：")
    blocks: list[Block] = [Paragraph(first)]
    blocks += numbered([block for row in reply.points for block in _point(row)])
    if reply.commitment_text:
        until = f"（{date_text(reply.commitment_due)}前完成）" if reply.commitment_due else ""
        blocks.append(Paragraph(f"{reply.commitment_text.strip()}{until}", lead="承诺事项："))
    blocks += [Paragraph(rest)] if rest else []
    return [*blocks, *([] if "感谢" in reply.body else [Paragraph(THANKS)])]


def _point(row: dict[str, str]) -> list[Block]:
    point, answer = row.get("point", "").strip().rstrip("。"), row.get("answer", "").strip()
    title = f"关于“{point}”" if point else ""
    if point and len(point) <= HEADING:
        return [Heading(title), *([Paragraph(answer)] if answer else [])]
    return [Paragraph(answer, lead=f"{title}的建议。" if title else "")]


def _contact(reply: Reply, with_phone: bool) -> str:
    """附注: who may be asked."""
    if not reply.contact_person:
        return ""
    phone = f"，联系电话：{reply.contact_phone}" if with_phone and reply.contact_phone else ""
    return f"联系人：{reply.contact_person}{phone}"


def _copies(reply: Reply) -> list[str]:
    """抄送 as the unit wrote it, and the government office it went through in any case (ZJ16)."""
    names = [name.strip() for name in re.split(r"[、，,；;\s]+", reply.copy_to) if name.strip()]
    through = reply.assignment.through
    # "区政府办公室" and "示范区政府办公室" are one body.
    if through and not any(through.name.endswith(name) or name == through.short_name for name in names):
        names.append(through.name)
    return names
