"""One or many letters become a deputy's draft, or join a suggestion he already leads (F66)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.states import Level
from foundation.privacy.masking import mask_numbers
from foundation.workflow import Refused, lock
from liaison_stations.models import Letter, LetterSuggestion
from liaison_stations.notices.outcomes import where_it_stands
from liaison_stations.querysets.letter_suggestions import PAPERS
from liaison_stations.rules.letter_suggestions import may_join, may_make_suggestion
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import turn
from liaison_stations.transitions._letter import day_of, filled, move, note, say
from suggestions.models import Suggestion
from suggestions.rules.proposer import seats_to_write_under
from suggestions.transitions.create_draft import create_draft


@transaction.atomic
def make_suggestion(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    letters: Iterable[Any] = (),
    into: Suggestion | None = None,
    title: str = "",
    facts: str = "",
    proposals: str = "",
) -> Suggestion:
    """The deputy `by` writes a letter, with `letters` of the same matter, into a new draft or into `into`.

    No word of a letter is copied: title, facts and proposals are the deputy's own. Refused where they carry a
    telephone or identity number, for letters another deputy has or that are answered, and for somebody else's paper.
    The clocks of the letters end; each writer reads on his page what becomes of it, to the end.
    """
    chosen = _locked(pk, letters, version)
    _check_readable(chosen, by)
    for letter in chosen:
        may_make_suggestion(by, letter, on=day_of(at)).require()
    paper = _joined(into, by, at) if into else _drafted(by, at, title, facts, proposals)
    for letter in chosen:
        _bind(letter, paper, by=by, at=at)
    return paper


def _locked(pk: Any, letters: Iterable[Any], version: int | None) -> list[Letter]:
    first = getattr(pk, "pk", pk)
    keys = {getattr(letter, "pk", letter) for letter in letters} | {first}
    return [lock(Letter, key, version=version if key == first else None) for key in sorted(keys)]


def _check_readable(letters: list[Letter], by: Any) -> None:
    keys = [letter.pk for letter in letters]
    if Letter.objects.visible_to(by).filter(pk__in=keys).count() != len(keys):
        raise Refused("所选来信中有的不由您办理，请重新选择。", "role")


def _joined(into: Suggestion, by: Any, at: datetime) -> Suggestion:
    paper = lock(Suggestion, into)
    may_join(by, paper, on=day_of(at)).require()
    return paper


def _drafted(by: Any, at: datetime, title: str, facts: str, proposals: str) -> Suggestion:
    wording = {
        "title": filled(title, "请写建议标题。", "title"),
        "facts": filled(facts, "请概括来信反映的情况。", "facts"),
        "proposals": proposals.strip(),
    }
    for name, words in wording.items():
        if mask_numbers(words) != words:
            raise Refused("文中有电话号码或者证件号码，请删去后再提交，不要透露来信人信息。", "input", field=name)
    seats = seats_to_write_under(by, day_of(at))
    # The district's seat first: the mailbox is the district's.
    lead = next((seat for seat in seats if seat.level == Level.DISTRICT), seats[0])
    return create_draft(lead, by=by, at=at, **wording)


def _bind(letter: Letter, paper: Suggestion, *, by: Any, at: datetime) -> None:
    LetterSuggestion.objects.create(letter=letter, suggestion=paper, linked_at=at, linked_by=by)
    PAPERS.forget()
    turn(letter, "", by=by, at=at)
    # Whoever writes the suggestion keeps the letter in his list.
    letter.deputy = paper.lead.deputy
    move(letter, "make_suggestion", "deputy")
    name = letter.deputy.name
    words = f"{name}代表决定把您反映的事情写成代表建议。建议提交以后，由人大交有关单位办理，每一步进展都写在这里。"
    say(letter, EventKind.SUGGESTED, words, by=by, at=at, speaker=f"{name}代表")
    if stands := where_it_stands(paper):
        say(letter, EventKind.OUTCOME, stands, by=by, at=at, speaker=f"{name}代表")
    note("make_suggestion", letter, f"写入{name}代表的建议。", by=by, at=at, suggestion=paper.pk)
