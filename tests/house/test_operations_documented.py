"""A command or a periodic job without its line in docs/operations.md is one nobody will run."""

from django.conf import settings
from django.core.management import get_commands

from congress_portal.celery import app
from tests.house.tree import CODE, ROOT

DOCUMENT = (ROOT / "docs/operations.md").read_text()


def own_commands() -> list[str]:
    return sorted(name for name, owner in get_commands().items() if str(owner).split(".")[0] in CODE)


def test_every_command_has_its_line() -> None:
    assert own_commands()
    assert [name for name in own_commands() if f"`{name}" not in DOCUMENT] == []


def test_every_periodic_job_exists_and_has_its_line() -> None:
    app.loader.import_default_modules()
    scheduled = {job["task"] for job in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled - set(app.tasks) == set()
    assert {task for task in scheduled if f"`{task}`" not in DOCUMENT} == set()
