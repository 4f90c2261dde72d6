"""Every step of the portal, asked by somebody its rule refuses: no form is built, shown or filled."""

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from foundation.web.look import from_cookie
from foundation.web.views import CreateStep, StepView
from foundation.workflow import refuse
from supervision.views.vote import Vote

# The page of a refusal asks how the district is called.
pytestmark = pytest.mark.django_db
REASON = "现在不由您办理。"
# A paper that comes after the close is handed to the transition: it may have been counted before.
TAKES_LATE_PAPERS = {Vote}


class Built(Exception):
    """A form was asked for before the rule had said yes."""


def steps(resolver: URLResolver) -> Iterator[type]:
    """The class of every registered step, once for each address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from steps(entry)
        elif isinstance(entry, URLPattern):
            view = getattr(entry.callback, "view_class", None)
            if view and issubclass(view, (StepView, CreateStep)):
                yield view


def refused(view: type, **code: str) -> type:
    """The same page where the rule refuses everybody, and every way to a form is an alarm."""

    def alarm(*args: Any, **kwargs: Any) -> Any:
        raise Built

    form = type("Alarm", (forms.Form,), {"__init__": alarm})

    def drawn(self: Any, context: dict[str, Any], status: int = 200, **kwargs: Any) -> HttpResponse:
        assert context.get("form") is None
        return HttpResponse(f"{context['verdict'].reason}{context.get('kept')}", status=status)

    facts = {"verdict": lambda self: refuse(REASON, **code), "get_object": lambda self: None, "form_class": form}
    facts |= {"get_context_data": lambda self, **facts: facts, "render_to_response": drawn}
    if issubclass(view, StepView):
        facts |= {"get_form": alarm, "form_kwargs": alarm}
    return type(view.__name__, (view,), facts)


def asked(view: Any, request: HttpRequest, method: str) -> HttpResponse:
    """Behind the doors of rooms, which say no before the step is even asked."""
    view.setup(request, pk=0)
    return CreateStep.dispatch(view, request) if isinstance(view, CreateStep) else getattr(view, method)(request, pk=0)


ALL = sorted({*steps(get_resolver())} - TAKES_LATE_PAPERS, key=lambda view: (view.__module__, view.__qualname__))


def test_there_are_steps_to_try() -> None:
    assert len(ALL) > 300


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_step_builds_a_form_for_whom_its_rule_refuses(method: str, rf: RequestFactory) -> None:
    wrong = []
    for view in ALL:
        request = getattr(rf, method)("/", {"text": "修路的意见"})
        request.user, request.look = AnonymousUser(), from_cookie("")
        try:
            answer = asked(refused(view, code="state")(), request, method)
        except Built:
            wrong.append(f"{view.__module__}.{view.__name__}: a form is built")
            continue
        page = answer.content.decode()
        if answer.status_code not in (403, 409) and method == "post":
            wrong.append(f"{view.__module__}.{view.__name__}: {answer.status_code}")
        if REASON not in page or (method == "post" and "修路的意见" not in page):
            wrong.append(f"{view.__module__}.{view.__name__}: not told")
    assert not wrong, "\n" + "\n".join(wrong)
