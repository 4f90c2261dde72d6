"""Bulletins, public feeling and requests in the world of the walk, each in the states its steps begin in."""

from datetime import datetime

from deputies.transitions import feelings, requests
from deputies.transitions.bulletins import issue_bulletin
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE

KEPT = OFFICE | {"lin", "zhao", "qian"}


def tell(world: World, at: datetime) -> None:
    """The court tells lin and zhou; lin reports four matters and asks for protection three times."""
    cast, rows = world.cast, world.rows
    clerk = {"by": cast.he, "at": at}
    told = [world.register.lin.deputy, world.register.zhou.deputy]
    facts = {"source": "court", "number": "1", "title": "一季度审判工作", "text": "收案一千件。"}
    rows["bulletin"] = issue_bulletin(deputies=told, by=cast.chu, at=at, **facts)

    def reported(word: str) -> object:
        return feelings.report_feeling(title="路灯不亮", text=f"密民意{word}号路灯。", by=cast.lin, at=at)

    rows["feeling"] = reported("甲")
    rows["feeling-returned"] = feelings.return_feeling(reported("乙"), reason="请写明地点。", **clerk)
    rows["feeling-received"] = feelings.receive_feeling(reported("丙"), **clerk)
    passed_on = feelings.receive_feeling(reported("丁"), **clerk)
    rows["feeling-forwarded"] = feelings.forward_feeling(passed_on, body=cast.transport, **clerk)
    world.secrets += [Secret(f"密民意{word}号", KEPT) for word in "甲乙丙"]
    world.secrets.append(Secret("密民意丁号", KEPT | {"feng", "chen"}))

    def asked() -> object:
        return requests.ask_request(kind="protection", text="密保障号被阻拦。", by=cast.lin, at=at)

    rows["request"] = asked()
    rows["request-accepted"] = requests.accept_request(asked(), **clerk)
    rows["request-answered"] = requests.answer_request(
        requests.accept_request(asked(), **clerk), answer="密保障号已整改。", **clerk
    )
    world.secrets.append(Secret("密保障号", KEPT))
