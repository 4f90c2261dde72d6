"""Standing in for somebody who is away (F5): on with a reason, off with one press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from foundation.accounts.forms import ActForForm
from foundation.accounts.people import principals_of
from foundation.accounts.session import ACTING
from foundation.audit import record
from foundation.workdays.clock import now, today


@require_POST
def act_for(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on this session works with the rights of `pk`; 404 unless today's substitution says so."""
    principal = get_object_or_404(principals_of(request.user, today()), pk=pk)
    form = ActForForm(request.POST)
    if not form.is_valid():
        facts = {"form": form, "title": f"代{principal.name}办理", "button": "开始代办"}
        return render(request, "accounts/form.html", facts, status=422)
    summary = f"{request.user.name}开始代{principal.name}办理：{form.cleaned_data['reason']}"
    record("accounts.act_for", principal, by=request.user, at=now(), summary=summary, visibility="office")
    request.session[ACTING] = principal.pk
    return redirect("workbench:desk")


@require_POST
def stop_acting(request: HttpRequest) -> HttpResponse:
    """Back to one's own rights."""
    if request.session.pop(ACTING, None) is not None:
        summary = f"结束代{request.user.name}办理"
        record("accounts.stop_acting", request.user, by=request.user, at=now(), summary=summary, visibility="office")
        messages.success(request, f"已结束代{request.user.name}办理。")
    return redirect("workbench:desk")
