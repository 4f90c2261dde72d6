"""What every page has: a title, the way back to the start, and the day it is looked at."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.views.generic.base import ContextMixin


class PageMixin(ContextMixin):
    """Gives `title`, `crumbs` [(label, url), …] and `on` to the template."""

    title: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()

    @property
    def on(self) -> date:
        """The local day rules and lights are asked for."""
        return timezone.localdate()

    def get_title(self) -> str:
        """The heading of the page."""
        return self.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        """The pages above this one, outermost first; the page itself is added by the template."""
        return list(self.crumbs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(title=self.get_title(), crumbs=self.get_crumbs(), on=self.on, **kwargs)
