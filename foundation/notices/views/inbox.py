"""A person's own messages."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from foundation.notices import reach
from foundation.notices.forms import InboxFilter, PreferenceForm
from foundation.notices.models import Notice
from foundation.web.views.listing import ListPage
from foundation.web.views.page import PageMixin


class Inbox(ListPage):
    """Unread first, then the newest."""

    title = "消息"
    template_name = "notices/inbox.html"
    filter_form_class = InboxFilter

    def queryset(self) -> QuerySet:
        is_read = ExpressionWrapper(Q(read_at__isnull=False), output_field=BooleanField())
        rows = Notice.objects.visible_to(self.request.user).select_related("sent_by")
        return rows.alias(is_read=is_read).order_by("is_read", "-created_at", "-pk")

    def filter_arguments(self) -> dict[str, Any]:
        return {"user": self.request.user}

    def decorate(self, rows: Sequence[Notice]) -> None:
        closed = reach.closed_to(self.request.user, rows)
        for notice in rows:
            notice.is_closed = notice.pk in closed

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(closed_reason=reach.CLOSED, **kwargs)

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        if "kind" in wanted:
            rows = rows.filter(kind=wanted["kind"])
        return rows.filter(read_at=None) if wanted.get("unread") else rows


@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks one message as read and goes on to its case; without one that may be opened, back to the inbox."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    Notice.objects.filter(pk=notice.pk).mark_read(timezone.now())
    wants_case = "open" in request.POST and url_has_allowed_host_and_scheme(notice.url, {request.get_host()})
    if wants_case and reach.closed_to(request.user, [notice]):
        messages.warning(request, reach.CLOSED)
        wants_case = False
    return HttpResponseRedirect(notice.url) if wants_case else redirect("notices:inbox")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Marks everything as read."""
    count = Notice.objects.visible_to(request.user).mark_read(timezone.now())
    messages.success(request, f"已将 {count} 条消息标为已读。")
    return redirect("notices:inbox")


class Preferences(PageMixin, FormView):
    """What somebody wants as mail."""

    title = "邮件偏好"
    crumbs = (("消息", "/notices/"),)
    template_name = "notices/preferences.html"
    form_class = PreferenceForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form: PreferenceForm) -> HttpResponse:
        with transaction.atomic():
            form.save()
        messages.success(self.request, "邮件偏好已保存。")
        return redirect("notices:preferences")

    def form_invalid(self, form: PreferenceForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)
