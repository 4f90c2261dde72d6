import pytest
from django.core.management import call_command

from foundation.workflow import registry
from tests.foundation.workflow.papers import PAPER_FLOW


@pytest.mark.parametrize(("who", "expected"), [("gao", 200), ("han", 403)])
def test_flows_are_looked_at_in_the_admin_and_never_changed(cast, signed_in, monkeypatch, who, expected):
    call_command("load_reference")
    monkeypatch.setattr(registry, "_flows", {"paper": PAPER_FLOW})
    client = signed_in(getattr(cast, who))
    answer = client.get("/admin/workflow/procedure/")
    assert answer.status_code == expected
    assert ("文件流程" in answer.content.decode()) is (expected == 200)
    assert client.get("/admin/workflow/procedure/add/").status_code == 403
