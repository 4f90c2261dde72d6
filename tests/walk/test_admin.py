"""The administration walked by its four people, and tried by everybody else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from foundation.accounts.models import User
from suggestions.models import AppraisalScheme
from tests.walk.admin_table import ADMIN, MODELS, READS_THE_LOG, STAFF
from tests.walk.people import PERSONAS
from tests.walk.walker import Walker

pytestmark = pytest.mark.django_db
LETTERS = {"changelist": "v", "add": "a", "change": "v", "history": "v", "delete": "d"}
SHOWN, DONE = {200}, {200, 302}


def row_of(model: str) -> Any:
    """Some row's key; no model without rows, or its pages would not be walked."""
    if model == "workflow.procedure":
        return 1
    rows = apps.get_model(model)._default_manager
    if model == "accounts.user":
        return User.objects.get(username="lin").pk
    if model == "suggestions.appraisalitem":
        # What a meeting has decided by stands: it is only looked at (tests/suggestions/admin).
        rows = rows.filter(scheme__in=AppraisalScheme.objects.exclude(appraisals__state__in=("decided", "published")))
    return rows.order_by("pk").values_list("pk", flat=True).first()


def pages(person: str) -> Iterator[tuple[str, str, tuple[Any, ...], bool, bool]]:
    """(model, address, its arguments, whether it may be opened, whether it may be posted to)."""
    for model, held in MODELS.items():
        letters = held.get(person, "")
        for page, letter in LETTERS.items():
            args = () if page in ("changelist", "add") else (row_of(model),)
            may_post = letter in letters and (page != "change" or "c" in letters)
            yield model, f"admin:{model.replace('.', '_')}_{page}", args, letter in letters, may_post


@pytest.mark.parametrize("person", STAFF)
def test_staff_enters_by_the_table_and_reads_nothing_hidden(person: str, walker: Walker) -> None:
    hidden, wrong = walker.world.hidden_from(person), []
    for model, name, args, may_open, may_post in pages(person):
        for method, allowed in (("get", may_open), ("post", may_post)):
            answer = getattr(walker, method)(name, *args)
            expected = (SHOWN if method == "get" else DONE) if allowed else {403}
            if answer.status_code not in expected and not _is_flow_page(model, answer, allowed):
                wrong.append(f"{method} {name} {args}: {answer.status_code}, not {expected}")
            if model not in READS_THE_LOG.get(person, ()):
                wrong += [f"{method} {name} shows {word}" for word in hidden if word in answer.text_shown]
    assert not wrong, "\n" + "\n".join(wrong)


def _is_flow_page(model: str, answer: Any, allowed: bool) -> bool:
    """The flows are one page without rows of their own."""
    return model == "workflow.procedure" and answer.status_code in (302, 403, 405)


@pytest.mark.parametrize("person", [person for person in PERSONAS if person not in STAFF])
def test_nobody_else_enters(person: str, walker: Walker) -> None:
    for name in (
        "admin:index",
        "admin:jsi18n",
        "admin:autocomplete",
        "admin:audit_event_export",
        "admin:workdays_load",
    ):
        answer = walker.get(name)
        assert answer.status_code == 302, name
        assert "/login/" in answer["Location"]
    for model in MODELS:
        name, args = f"admin:{model.replace('.', '_')}_change", (row_of(model),)
        assert walker.get(name, *args).status_code == walker.post(name, *args).status_code == 302


@pytest.mark.parametrize("person", STAFF)
def test_the_pages_beside_the_models(person: str, walker: Walker) -> None:
    lin = walker.world.cast.lin.pk
    may_load, may_export = person in ("gao", "shen"), person == "yang"
    expected = {
        ("admin:index", ()): 200,
        ("admin:jsi18n", ()): 200,
        ("admin:autocomplete", ()): 403,
        ("admin:app_list", ("accounts",)): 200 if person in ("gao", "han") else 404,
        ("admin:auth_user_password_change", (lin,)): 200 if person in ("gao", "han") else 403,
        ("admin:workdays_load", ()): 200 if may_load else 403,
        ("admin:audit_event_export", ()): 200 if may_export else 403,
        ("admin:view_on_site", (ContentType.objects.get_for_model(User).pk, lin)): 404,
        ("admin:logout", ()): 405,
    }
    for (name, args), status in expected.items():
        assert walker.get(name, *args).status_code == status, name
    assert {name for name, _ in expected} <= set(ADMIN)


@pytest.mark.parametrize(("person", "guarded"), [("gao", "shen"), ("gao", "han"), ("gao", "yang")])
def test_a_secretary_does_not_touch_the_three_administrators(person: str, guarded: str, walker: Walker) -> None:
    key = getattr(walker.world.cast, guarded).pk
    assert walker.post("admin:accounts_user_change", key).status_code == 403
    assert walker.get("admin:auth_user_password_change", key).status_code == 403
