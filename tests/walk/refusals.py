"""What a refused person must not find on the page: a field to fill in, or a form behind it."""

import re
from typing import Any

from django.forms import BaseForm, BaseFormSet

FIELDS = re.compile(r"<(?:select|option|textarea)\b|<input[^>]*type=\"(?:radio|checkbox|file)\"|name=\"version\"")
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


def forms_left(answer: Any) -> list[str]:
    """The forms a refused answer was drawn from, and the fields in it."""
    drawn = [type(value).__name__ for value in _drawn_from(answer) if isinstance(value, (BaseForm, BaseFormSet))]
    return drawn + FIELDS.findall("".join(MAIN.findall(answer.content.decode(errors="replace"))))


def _drawn_from(answer: Any) -> Any:
    for context in answer.context or ():
        for layer in getattr(context, "dicts", ()):
            yield from layer.values()
