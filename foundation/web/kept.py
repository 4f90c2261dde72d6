"""What somebody had typed into a form that is not shown to him any more: his own words, and nothing of the form."""

from typing import Any

from django import forms
from django.http import QueryDict


def kept_words(form_class: Any, posted: QueryDict) -> list[tuple[str, str]]:
    """(label, text) of what was written by hand. No form is built, so no choice and no initial value can be in it.

    Of fields the class declares never passwords, choices or ticks; of others whatever is not a mere key or token.
    """
    declared, words = getattr(form_class, "base_fields", {}), []
    for name, texts in posted.lists():
        field, text = declared.get(name), "\n".join(texts).strip()
        if text and (_is_writing(field) if field else not text.isascii()):
            words.append((str(field.label or "") if field else "", text))
    return words


def _is_writing(field: forms.Field) -> bool:
    chosen = isinstance(field, (forms.ChoiceField, forms.BooleanField, forms.FileField))
    return not chosen and not isinstance(field.widget, (forms.PasswordInput, forms.HiddenInput))
