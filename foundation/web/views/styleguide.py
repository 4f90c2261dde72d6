"""The living page of components, for staff: made of the same includes as every other page."""

from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from foundation.web import specimens
from foundation.web.views.page import PageMixin


class Styleguide(UserPassesTestMixin, PageMixin, TemplateView):
    """Every component in every state. `?form=errors` binds the form, so that its error states are real ones."""

    template_name = "components/styleguide.html"
    title = "界面样式"
    raise_exception = True

    def test_func(self) -> bool:
        return self.request.user.is_staff

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Validates what was typed into the specimen form and changes nothing."""
        form = specimens.SpecimenForm(request.POST, request.FILES)
        return self.render_to_response(self.get_context_data(form=form), status=200 if form.is_valid() else 422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{**specimens.all_specimens(self.on), **kwargs})
