"""What the tests of the room share: the stations of the cast."""

import pytest

from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations.letters_road import LetterRoad
from tests.liaison_stations.net import Net, lay


@pytest.fixture
def net(cast: Cast, register: Register) -> Net:
    """Stations in 青石镇 and 城关街道, and one that is planned."""
    return lay(cast, register)


@pytest.fixture
def road(cast: Cast, register: Register, net: Net) -> LetterRoad:
    """Letters on their road."""
    return LetterRoad(cast, register, net)
