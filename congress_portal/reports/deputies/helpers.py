"""Further processes that make deputies' reports beside the one that was called from the command line."""

import multiprocessing
from multiprocessing.process import BaseProcess

from django.db import connections

from congress_portal.reports.deputies import job
from congress_portal.reports.models import AnnualReport


def start_helpers(pk: int, number: int) -> list[BaseProcess]:
    """So many processes at work on the edition; they end with the process that started them."""
    if not number:
        return []
    # A connection cannot be shared between processes.
    connections.close_all()
    fresh = multiprocessing.get_context("fork")
    found: list[BaseProcess] = [fresh.Process(target=_help, args=(pk,), daemon=True) for _ in range(number)]
    for process in found:
        process.start()
    return found


def _help(pk: int) -> None:
    try:
        job.work(AnnualReport.objects.light().get(pk=pk), helper=True)
    finally:
        connections.close_all()
