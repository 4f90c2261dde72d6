"""A changed limit leaves a trace, like every other dictionary."""

import pytest
from django.urls import reverse

from foundation.audit.models import Event
from foundation.deadlines.models import TimeLimit

pytestmark = pytest.mark.django_db


def test_a_changed_limit_is_an_event_that_names_its_columns(client, cast):
    client.force_login(cast.gao)
    limit = TimeLimit.objects.filter(key="first_contact").first()
    url = reverse("admin:deadlines_timelimit_change", args=[limit.pk])
    form = client.get(url).context["adminform"].form
    data = {name: "" if value is None else value for name, value in form.initial.items()} | {"amount": 15}
    data = {name: value for name, value in data.items() if name in form.fields and value is not False}
    response = client.post(url, data)
    assert response.status_code == 302, response.context["errors"]
    event = Event.objects.get(verb="deadlines.change_timelimit")
    assert event.actor == cast.gao
    assert event.data["columns"] == ["amount"]
