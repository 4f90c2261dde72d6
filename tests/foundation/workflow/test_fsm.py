import pytest
from django.db import ProgrammingError, transaction

from tests.flows import non_edges_of
from tests.foundation.workflow.papers import PAPER_FLOW, PaperState


@pytest.mark.parametrize("source", PaperState)
@pytest.mark.parametrize("target", PaperState)
def test_the_database_takes_the_moves_of_the_flow_and_no_others(paper_model, source, target):
    paper = paper_model.objects.create(title="甲", state=source)
    change = paper_model.objects.filter(pk=paper.pk)
    if source == target or (source, target) in PAPER_FLOW.moves():
        change.update(state=target)
    else:
        with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
            change.update(state=target)
        target = source
    paper.refresh_from_db()
    assert paper.state == target


def test_what_cannot_start_is_the_complement_of_what_can():
    possible = {(verb, source) for verb, source, _ in PAPER_FLOW.edges()}
    assert set(non_edges_of(PAPER_FLOW)).isdisjoint(possible)
    assert len(non_edges_of(PAPER_FLOW)) + len(possible) == len(PAPER_FLOW.verbs) * len(PaperState)
