"""Saving while somebody types: the same transition as the button, answered in JSON for static/js/autosave.js."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse

from foundation.workflow import Refused, StaleVersion

STALE = "内容已在别处修改，本页停止自动保存。您填写的内容仍在页面上，请另开窗口查看最新内容后再合并。"


def is_autosave(request: HttpRequest) -> bool:
    """Whether the script asks, not a person who pressed a button."""
    return request.headers.get("Accept", "") == "application/json"


def saved(**facts: Any) -> JsonResponse:
    """The answer after a save; `version` and addresses go back into the form."""
    return JsonResponse({"saved": True, **facts})


def not_saved(error: Exception) -> JsonResponse:
    """The answer after a refusal: 409 stops the script, because only a person can resolve it."""
    if isinstance(error, StaleVersion):
        return JsonResponse({"saved": False, "message": STALE}, status=409)
    reason = error.reason if isinstance(error, Refused) else "；".join(getattr(error, "messages", [str(error)]))
    return JsonResponse({"saved": False, "message": reason}, status=409 if isinstance(error, Refused) else 422)


def not_valid(form: forms.BaseForm) -> JsonResponse:
    """The first thing that keeps the form from being saved."""
    errors = [str(message) for messages in form.errors.values() for message in messages]
    return JsonResponse({"saved": False, "message": f"暂未保存：{errors[0]}"}, status=422)


REFUSALS = (Refused, ValidationError)
