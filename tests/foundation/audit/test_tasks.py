from congress_portal.celery import app
from foundation.audit import record
from foundation.audit.models import Event
from tests.foundation.audit.conftest import AT


def test_the_job_of_the_schedule_seals(thing):
    app.loader.import_default_modules()
    record("demo.step", thing, by=None, at=AT)
    app.tasks["audit.seal"]()
    assert Event.objects.filter(seq=1).exists()
    app.tasks["audit.seal"]()
    assert Event.objects.filter(seq=1).count() == 1
