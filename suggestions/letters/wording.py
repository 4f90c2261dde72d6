"""How papers are named in titles and openings."""

import re
from datetime import date
from typing import Any

from foundation.accounts.models import Membership, Organisation
from foundation.accounts.roles import Role
from foundation.documents.writing import Head, HeadStyle
from foundation.web.chinese import date_text
from suggestions.models import Assignment, AssignmentMeeting, DocumentHead, Suggestion
from suggestions.states import CosignerState, UnitRole

# "现答复如下：", "现逐条答复如下。" — the sentence a reply's own text may begin with.
OPENING = re.compile(r"如下[：:。.]?$")
# A unit that writes the addressee itself does not write it twice.
ADDRESSEE = re.compile(r"^\s*[^，。：\n]{1,30}代表[：:]\s*")


def case_name(suggestion: Suggestion) -> str:
    """ "区五届人大五次会议第023号建议"; what has no session yet is named by its number alone."""
    return f"{suggestion.meeting or ''}{suggestion.number_text}建议"


def head_of(organisation: Any, use: str, number: str, on: date) -> Head:
    """The head such a paper of this body carries on `on`; its full name where none is written down."""
    row = DocumentHead.objects.of(organisation, use, on)
    if row is None:
        return Head(organisation.name, number)
    return Head(row.mark or organisation.name, number, HeadStyle(row.style))


def opening_and_rest(body: str) -> tuple[str, str]:
    """A reply's text, parted into the sentence that opens it (…如下：) and what follows; the first may be missing."""
    text = ADDRESSEE.sub("", body, count=1).strip()
    first, _, rest = text.partition("\n")
    return (first.strip(), rest.strip()) if OPENING.search(first.strip()) else ("", text)


def proposers(suggestion: Suggestion) -> list[str]:
    """Names of the lead and of everybody who signed along."""
    signed = suggestion.cosigners.filter(state=CosignerState.CONFIRMED).select_related("mandate__deputy")
    return [suggestion.lead.deputy.name, *(row.mandate.deputy.name for row in signed)]


def office_name(kept: Suggestion | AssignmentMeeting | None, on: date) -> str:
    """The body that keeps and assigns the papers: the township's congress, or the committee its clerks work in."""
    if kept is not None and kept.township:
        return kept.township.name
    clerks = Membership.objects.active_on(on).filter(role=Role.CLERK).values("organisation")
    found = Organisation.objects.active().filter(pk__in=clerks).order_by("pk").first()
    return found.name if found else "代表工作机构"


def placeholders(assignment: Assignment) -> dict[str, str]:
    """What stands for {代表姓名} and its like in a template, for this unit's part."""
    paper = assignment.suggestion
    besides = paper.assignments.active().filter(role=UnitRole.CO).select_related("unit")
    return {
        "代表姓名": "、".join(proposers(paper)),
        "建议标题": paper.title,
        "建议编号": paper.number_text,
        "会议": str(paper.meeting or ""),
        "承办单位": str(assignment.unit),
        "交办日期": date_text(assignment.assigned_on),
        "会办单位": "、".join(str(row.unit) for row in besides) or "有关单位",
    }
