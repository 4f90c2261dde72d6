"""All flows of the portal by name, for the documentation and the tests that walk every edge."""

from foundation.workflow.flow import Flow

_flows: dict[str, Flow] = {}


def register(flow: Flow) -> Flow:
    """Adds a flow under its name and returns it; ValueError when another flow already has the name."""
    if _flows.setdefault(flow.name, flow) is not flow:
        raise ValueError(f"two flows are called {flow.name}")
    return flow


def flows() -> list[Flow]:
    """Every registered flow, by name."""
    return [_flows[name] for name in sorted(_flows)]
