"""Forms of the messages."""

from typing import Any

from django import forms

from foundation.notices import digest, registry
from foundation.notices.models import Notice, NoticeKind, Preference
from foundation.notices.models.kind import Delivery


class InboxFilter(forms.Form):
    """Narrows the inbox to a kind, or to what is unread; the kinds `user` has messages of, under their headings."""

    kind = forms.ChoiceField(label="种类", required=False, error_messages={"invalid_choice": "请从列出的种类中选择。"})
    unread = forms.BooleanField(label="只看未读", required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        had = set(Notice.objects.visible_to(user).kinds()) | {self["kind"].value()}
        self.fields["kind"].choices = [("", "全部种类"), *_under_headings(had)]


def _under_headings(keys: set[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """(heading, [(kind, name)]) of these kinds, in the order of the register."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in registry.kinds():
        if kind.key in keys:
            found.setdefault(kind.heading, []).append((kind.key, kind.name))
    return list(found.items())


class PreferenceForm(forms.Form):
    """One choice per kind of message that is not statutory; `statutory` holds the names of the others."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        # The digest is how the other mails arrive, no kind to choose about.
        rows = list(NoticeKind.objects.filter(pk__in=registry.kinds_for(user) - {digest.KIND}))
        self.statutory = [kind.name for kind in rows if kind.statutory]
        self.kinds = [kind for kind in rows if not kind.statutory]
        own = dict(Preference.objects.filter(user=user).values_list("kind_id", "delivery"))
        for kind in self.kinds:
            self.fields[field_name(kind.pk)] = forms.ChoiceField(
                label=kind.name,
                choices=Delivery.choices,
                initial=own.get(kind.pk, kind.delivery),
                error_messages={"invalid_choice": "请从列出的方式中选择一种。"},
            )

    def save(self) -> None:
        """Keeps what differs from the office's setting and forgets the rest."""
        wished = {kind: self.cleaned_data[field_name(kind.pk)] for kind in self.kinds}
        rows = [Preference(user=self.user, kind=k, delivery=d) for k, d in wished.items() if d != k.delivery]
        Preference.objects.filter(user=self.user).delete()
        Preference.objects.bulk_create(rows)


def field_name(key: str) -> str:
    """The form field of a kind; dots are no good in an id."""
    return f"kind-{key.replace('.', '-')}"
