"""Flows as pictures and pages: mermaid text and the page under docs/flows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foundation.workflow.flow import Flow


GENERATED = "本页由 `manage.py draw_flows` 根据程序中的流程定义生成，请勿手工修改。"


def mermaid(flow: "Flow") -> str:
    """A mermaid stateDiagram-v2; steps between the same two states share one arrow."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.label}" as {state.name}' for state in flow.states]
    lines.append(f"    [*] --> {flow.states(flow.start).name}")
    for (source, target), labels in _arrows(flow).items():
        lines.append(f"    {flow.states(source).name} --> {flow.states(target).name}: {' / '.join(labels)}")
    lines += [f"    {state.name} --> [*]" for state in flow.states if flow.is_final(state)]
    return "\n".join(lines)


def _arrows(flow: "Flow") -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for step in flow.steps:
        for source in step.sources:
            labels = found.setdefault((source, step.target), [])
            if step.label not in labels:
                labels.append(step.label)
    return found


def page(flow: "Flow") -> str:
    """The page docs/flows/<name>.md: diagram, states, steps with the rule beside each."""
    parts = [
        f"# {flow.title or flow.name}",
        GENERATED,
        f"```mermaid\n{mermaid(flow)}\n```",
        "## 状态\n\n" + _table("代码 | 名称", [f"`{state.value}` | {state.label}" for state in flow.states]),
        "## 步骤\n\n" + _table("事项 | 动词 | 从 | 到 | 规则", _cells(flow)),
    ]
    return "\n\n".join(parts) + "\n"


def listeners_page(listed: dict[str, list[str]]) -> str:
    """The page docs/flows/listeners.md: what else happens in the transaction of which verb."""
    rows = [f"`{verb}` | {'、'.join(f'`{name}`' for name in names)}" for verb, names in listed.items()]
    words = "下列处理与所列步骤在同一事务内完成，任何一项失败则整个步骤撤销。"
    return f"# 随步骤同时完成的处理\n\n{GENERATED}\n\n{words}\n\n" + _table("步骤 | 处理", rows) + "\n"


def _table(heads: str, rows: list[str]) -> str:
    rule = "|".join("---" for _ in heads.split("|"))
    return "\n".join([f"| {heads} |", f"|{rule}|", *(f"| {row} |" for row in rows)])


def _cells(flow: "Flow") -> list[str]:
    return [f"{label} | `{verb}` | {' | '.join(rest)}" for label, verb, *rest in rows(flow)]


def rows(flow: "Flow") -> list[tuple[str, str, str, str, str]]:
    """The steps for reading: label, verb, from, to, rule; states in Chinese."""
    return [
        (step.label, step.verb, _labels(flow, step.sources), str(flow.states(step.target).label), step.rule)
        for step in flow.steps
    ]


def _labels(flow: "Flow", sources: tuple[str, ...]) -> str:
    return "、".join(str(flow.states(source).label) for source in sources)
