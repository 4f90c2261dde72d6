"""The flows in the admin: looked at, never changed there; they are part of the program and its tests."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from foundation.audit.kept import LookedAt
from foundation.workflow import diagram, registry
from foundation.workflow.models import Procedure


@admin.register(Procedure)
class ProcedureAdmin(LookedAt):
    """One page with every flow's steps. There is no table behind it, so no address leads to a row."""

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> None:
        return None

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        facts = {**self.admin_site.each_context(request), "title": "办理流程（只读）", "flows": _readable()}
        return TemplateResponse(request, "admin/workflow/flows.html", facts)


def _readable() -> list[dict[str, Any]]:
    return [
        {"title": flow.title or flow.name, "name": flow.name, "rows": diagram.rows(flow)} for flow in registry.flows()
    ]
