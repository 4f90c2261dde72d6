import pytest
from django.core.management import CommandError, call_command

from foundation.workflow import Flow, registry
from tests.foundation.workflow.papers import PAPER_FLOW, PaperState


@pytest.fixture
def _papers(monkeypatch):
    monkeypatch.setattr(registry, "_flows", {})
    registry.register(PAPER_FLOW)


@pytest.mark.usefixtures("_papers")
def test_the_pages_are_written_and_compared(tmp_path):
    with pytest.raises(CommandError, match=r"paper\.md"):
        call_command("draw_flows", folder=tmp_path, check=True)
    call_command("draw_flows", folder=tmp_path)
    page = (tmp_path / "paper.md").read_text()
    assert page.startswith("# 文件流程\n")
    assert PAPER_FLOW.mermaid() in page
    assert "| 提交 | `submit` | 草稿、退回修改 | 待审 | may_submit |" in page
    assert (tmp_path / "listeners.md").exists()
    call_command("draw_flows", folder=tmp_path, check=True)


@pytest.mark.usefixtures("_papers")
def test_a_name_belongs_to_one_flow():
    assert registry.register(PAPER_FLOW) is PAPER_FLOW
    with pytest.raises(ValueError, match="paper"):
        registry.register(Flow("paper", PaperState, "draft", ()))


def test_the_published_pages_are_current():
    call_command("draw_flows", check=True)


def test_every_registered_flow_is_sound():
    for flow in registry.flows():
        assert not flow.unreachable(), f"{flow.name}: 无法到达 {flow.unreachable()}"
