"""The helper of the job in a real Celery worker: it makes reports from the other end, and nothing is made twice."""

import os
import time
from collections import Counter
from uuid import uuid4

import pytest

from congress_portal.reports.models import DeputyReport
from congress_portal.reports.tasks import help_building
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from foundation.files.models import StoredFile
from tests.congress_portal.reports.conftest import DAY
from tests.foundation.processes import spawn

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_worker_helps_and_the_job_only_finishes(cast, register):
    # A queue of its own: other tests of the same machine share the broker.
    queue = f"test-{os.getpid()}-{uuid4().hex[:8]}"
    asked = ask(by=cast.he, at=DAY, kind="deputies", year=2026)
    options = ["--queues", queue, "--concurrency", "1", "--pool", "solo", "--loglevel", "WARNING"]
    worker = spawn("-m", "celery", "-A", "congress_portal.celery", "worker", *options)
    try:
        help_building.apply_async((asked.pk,), queue=queue)
        end = time.monotonic() + 60
        while DeputyReport.objects.count() < 3:
            assert worker.poll() is None, "the worker ended by itself"
            assert time.monotonic() < end, "the worker made nothing"
            time.sleep(0.1)
    finally:
        worker.terminate()
        worker.wait(20)
    made = dict(DeputyReport.objects.values_list("pk", "built_at"))

    report = build(asked.pk)

    assert report.state == "built"
    assert dict(DeputyReport.objects.values_list("pk", "built_at")) == made
    files = StoredFile.objects.filter(owner_type__model="deputyreport", kind="docx")
    assert Counter(files.values_list("owner_id", flat=True)) == dict.fromkeys(map(str, made), 1)
