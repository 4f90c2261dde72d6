"""Presence and papers of a ballot whose rule weighs several bodies: the same questions for each of them."""

from typing import Any

from django import forms

from supervision.forms.ballots import MOST, NEGATIVE, ElectorsField
from supervision.models import Ballot, BallotBody
from supervision.states.ballots import BallotMode
from supervision.transitions.ballot_seating import Came

PLACE = "body_{}_{}"


class OpenBodiesForm(forms.Form):
    """Who came of each body; of one without a roll the numbers."""

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ballot = ballot
        for place, body in enumerate(ballot.weighed):
            self._add_body(place, body)

    def clean(self) -> dict[str, Any]:
        """{"bodies": {name: Came}} for the transition."""
        given = super().clean() or {}
        bodies = {body.name: self._came(place, body, given) for place, body in enumerate(self.ballot.weighed)}
        return {"bodies": bodies}

    def _add_body(self, place: int, body: BallotBody) -> None:
        rows, mode = body.electors.all(), self.ballot.mode
        has_roll = rows.exists()
        if not has_roll:
            words = "这个主体没有名册，使用纸质票：填写请来测评的人数。"
            self._number(place, body, "all_members", "应到人数", words, initial=body.all_members)
        self._number(place, body, "present_number", "到会人数", "会场清点的人数，开始以后不能再改。")
        if has_roll:
            words = "勾选请假、缺席的；其余按到会登记，人数应当与会场清点的一致。"
            self._people(place, body, "absent", "没有到会的人员", words)
        if has_roll and mode == BallotMode.SECRET:
            words = "不便使用手机的，发给纸质票；其余到会人员使用手机或者电脑表决。"
            self._people(place, body, "on_paper", "使用纸质票的人员", words)
        if not has_roll or mode == BallotMode.PAPER:
            self._number(place, body, "papers_issued", "发出票数", "")

    def _number(self, place: int, body: BallotBody, name: str, label: str, words: str, **more: Any) -> None:
        self.fields[PLACE.format(place, name)] = forms.IntegerField(
            label=f"{body.name}：{label}", min_value=0, max_value=MOST, error_messages=NEGATIVE, help_text=words, **more
        )

    def _people(self, place: int, body: BallotBody, name: str, label: str, words: str) -> None:
        self.fields[PLACE.format(place, name)] = ElectorsField(
            label=f"{body.name}：{label}", queryset=body.electors.all(), required=False, help_text=words
        )

    def _came(self, place: int, body: BallotBody, given: dict[str, Any]) -> Came:
        def answer(name: str) -> Any:
            return given.get(PLACE.format(place, name))

        numbers = {name: answer(name) for name in ("present_number", "papers_issued", "all_members")}
        if PLACE.format(place, "absent") not in self.fields:
            return Came(**numbers)
        away = {row.pk for row in answer("absent") or ()}
        present = [row for row in body.electors.all() if row.pk not in away]
        if numbers["present_number"] not in (None, len(present)):
            words = f"会场清点{numbers['present_number']}人，名册登记到会{len(present)}人，请核对后再开始。"
            self.add_error(PLACE.format(place, "present_number"), words)
        return Came(present, answer("on_paper") or (), **numbers)


class ReadBodiesForm(forms.Form):
    """What one person counted of the papers of each body that has some."""

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies, self.grades = ballot.weighed, ballot.rule.grade_names
        self.names = [line.name for line in ballot.lines.all()]
        for place, body in enumerate(self.bodies):
            if body.papers_issued:
                self._add_body(place, body)

    @property
    def papers_back(self) -> int:
        """Of all bodies together."""
        return sum(row["returned"] for row in self.figures())

    def figures(self) -> list[dict[str, Any]]:
        """For the transition: every body, those without papers with noughts."""
        return [self._figures(place) for place in range(len(self.bodies))]

    def _figures(self, place: int) -> dict[str, Any]:
        given = self.cleaned_data
        lines = [
            {
                "votes": {
                    grade: given.get(self._key(place, line, number), 0) for number, grade in enumerate(self.grades)
                },
                "invalid": given.get(self._key(place, line), 0),
            }
            for line in range(len(self.names))
        ]
        return {"returned": given.get(PLACE.format(place, "returned"), 0), "lines": lines}

    def _key(self, place: int, line: int, number: int | None = None) -> str:
        return PLACE.format(place, f"line_{line}" if number is None else f"line_{line}_{number}")

    def _add_body(self, place: int, body: BallotBody) -> None:
        self._number(PLACE.format(place, "returned"), f"{body.name}：收回票数")
        for line, name in enumerate(self.names):
            before = f"{body.name}：{name}：" if len(self.names) > 1 else f"{body.name}："
            for number, grade in enumerate(self.grades):
                self._number(self._key(place, line, number), f"{before}{grade}")
            self._number(self._key(place, line), f"{before}无效票")

    def _number(self, name: str, label: str) -> None:
        self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=MOST, error_messages=NEGATIVE)
