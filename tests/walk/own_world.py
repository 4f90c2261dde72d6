"""Deputies' own yearly reports of the walk: one with its deputy, one handed in, one checked, one confirmed."""

from datetime import datetime

from congress_portal.reports.deputies.transitions.batch import ask_batch, carry_out
from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.confirm import confirm
from congress_portal.reports.deputies.transitions.words import open_words, write_words
from congress_portal.reports.models import BatchVerb, DeputyReport
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE


def tell(world: World, at: datetime) -> None:
    """A run over everybody, sent out, and four of the reports led on."""
    cast, rows = world.cast, world.rows
    run = build(ask(by=cast.he, at=at, kind="deputies", year=at.year).pk, clock=lambda: at)
    rows["run"] = open_words(run.pk, by=cast.he, at=at)
    own = {name: _of(world, name, at) for name in ("lin", "zhou", "tan", "deng")}
    rows["own-open"] = own["lin"]
    rows["own-written"] = write_words(own["zhou"].pk, by=cast.zhou, at=at, summary="密小结号内容。")
    for name in ("tan", "deng"):
        write_words(own[name].pk, by=getattr(cast, name), at=at)
        rows["own-checked" if name == "tan" else "own-confirmed"] = check(own[name].pk, by=cast.he, at=at)
    rows["own-confirmed"] = confirm(own["deng"].pk, by=cast.xu, at=at)
    asked = ask_batch(BatchVerb.CHECK, [own["deng"].pk], by=cast.he, at=at)
    rows["batch-run"] = carry_out(asked.pk, clock=lambda: at)
    world.secrets.append(Secret("密小结号", OFFICE | {"zhou"}))


def _of(world: World, name: str, at: datetime) -> DeputyReport:
    return DeputyReport.objects.of_year(at.year).get(deputy=getattr(world.register, name).deputy)
