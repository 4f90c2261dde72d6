from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.audit.models import Visibility
from suggestions import notices
from suggestions.models import CosignerWord
from suggestions.rules import may_give_word
from suggestions.transitions.ask_cosigners import CLOCK
from suggestions.transitions.beats import day_of, note, open_paper
from suggestions.transitions.rate import check_grades


@transaction.atomic
def give_word(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, attitude: str, result: str, words: str = ""
) -> CosignerWord:
    """A co-signer says what he thinks of the replies; `pk` is the CosignerWord. The lead hears of it.

    Grades as of a rating, with words where dissatisfied; late is still heard until the lead has rated.
    """
    word = open_paper(CosignerWord, pk)
    may_give_word(by, word, on=day_of(at)).require()
    check_grades(attitude, result, words)
    word.attitude, word.result, word.words, word.answered_at = attitude, result, words.strip(), at
    word.save(update_fields=["attitude", "result", "words", "answered_at"])
    deadlines.meet(CLOCK, word, at=at)
    summary = f"{word.cosigner.mandate.deputy}代表对答复提出意见。"
    note("give_word", word.suggestion, summary, by=by, at=at, visibility=Visibility.OFFICE)
    notices.word_given(word, by=by, at=at)
    return word
