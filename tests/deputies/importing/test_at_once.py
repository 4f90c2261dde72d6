"""Two clerks importing the same roster at the same moment, on two real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from deputies.models import Congress, Deputy, Mandate
from tests.deputies.test_importing import take


@pytest.mark.django_db(transaction=True)
def test_one_writes_and_the_other_finds_it_done():
    start = Barrier(2)

    def clerk(_: int) -> dict[str, int]:
        start.wait(10)
        try:
            return take().counts
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as clerks:
        counts = list(clerks.map(clerk, range(2)))
    assert sorted(count["new"] for count in counts) == [0, 147]
    assert sorted(count["unchanged"] for count in counts) == [0, 147]
    assert (Deputy.objects.count(), Congress.objects.count()) == (147, 1)
    assert Mandate.objects.filter(level="district").count() == 147
