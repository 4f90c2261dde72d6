"""The page of one object: fetched and authorised in one move, strangers get 404."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic.base import TemplateResponseMixin, View

from foundation.web.actions import Action, ordered
from foundation.web.panels import panels_for
from foundation.web.views.page import PageMixin


class ObjectMixin(PageMixin):
    """Fetches the object of the page from `queryset()`, which must be what the viewer may see."""

    request: HttpRequest
    kwargs: dict[str, Any]
    lookup = "pk"
    context_name = "object"

    def queryset(self) -> QuerySet:
        """Rows this viewer may see, usually `Model.objects.visible_to(self.request.user)`."""
        raise TypeError(f"{type(self).__name__} must say which rows its viewer may see")

    def get_object(self) -> Model:
        """The row named in the address; 404 when it is not among the visible ones."""
        return get_object_or_404(self.queryset(), **{self.lookup: self.kwargs[self.lookup]})


class DetailPage(TemplateResponseMixin, ObjectMixin, View):
    """GET shows one object with its actions and the panels other rooms registered for it."""

    def actions(self, obj: Any) -> list[Action]:
        """The buttons of the action bar, each with its verdict."""
        return []

    def get_title(self) -> str:
        return self.title or str(self.object)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        obj = self.object
        facts = {self.context_name: obj, "object": obj, "actions": ordered(self.actions(obj))}
        facts["panels"] = panels_for(self.request, obj)
        return super().get_context_data(**{**facts, **kwargs})
