"""The one place where this room tells the house what it has: clocks, kinds of messages, search, file owners."""

from foundation.notices.registry import register_kind
from foundation.search import registry as search
from suggestions.models import Suggestion
from suggestions.notices.clocks import register_all
from suggestions.notices.matrix import MATRIX

for place, event in enumerate(MATRIX.values()):
    register_kind(event.kind, name=event.name, statutory=event.statutory, order=100 + place)
register_all()
search.register("代表建议", Suggestion.objects.visible_to, str, Suggestion.get_absolute_url)
