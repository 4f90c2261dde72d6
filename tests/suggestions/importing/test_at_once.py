"""Two clerks importing the same list at the same moment, on two real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import connection

from foundation.deadlines.models import Deadline
from suggestions.models import NumberSeries, Suggestion
from tests.suggestions.importing.workbooks import import_register, take


@pytest.mark.django_db(transaction=True)
def test_one_writes_and_the_other_finds_it_done():
    call_command("load_reference", verbosity=0)
    import_register()
    start = Barrier(2)

    def clerk(_: int) -> dict[str, int]:
        start.wait(10)
        try:
            return take().counts
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as clerks:
        counts = list(clerks.map(clerk, range(2)))
    assert sorted(count["new"] for count in counts) == [0, 95]
    assert sorted(count["unchanged"] for count in counts) == [0, 95]
    assert (Suggestion.objects.count(), NumberSeries.objects.get().last_number) == (95, 95)
    assert Deadline.objects.filter(kind="reply").count() == 95
