"""The drawn map: where points come to lie, how large the world is on it, which pictures a service is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_stations.maps import HEIGHTS, WIDTH, Point, convex_hull, draw

NORTH = Point("北站", 116.00, 32.00, group="石桥镇")
SOUTH = Point("南站", 116.00, 31.90, group="石桥镇")
EAST = Point("东站", 116.10, 31.95, group="柳林镇", shape="point")

longitudes = st.floats(min_value=73, max_value=135)
latitudes = st.floats(min_value=18, max_value=53)


def test_north_is_up_and_east_is_right():
    drawn = draw([SOUTH, EAST, NORTH])
    places = {mark.point.label: (mark.x, mark.y) for mark in drawn.marks}
    assert places["北站"][1] < places["东站"][1] < places["南站"][1]
    assert places["东站"][0] > places["北站"][0] == places["南站"][0]
    assert [mark.point.label for mark in drawn.marks] == ["北站", "东站", "南站"]


def test_nothing_to_draw_is_no_map():
    assert draw([]) is None


@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=30))
def test_every_point_lies_on_the_paper(places):
    drawn = draw([Point("站", x, y, group="镇") for x, y in places])
    assert HEIGHTS[0] <= drawn.height <= HEIGHTS[1]
    for mark in drawn.marks:
        assert 0 <= mark.x <= WIDTH
        assert 0 <= mark.y <= drawn.height


def test_the_scale_is_a_round_distance():
    # Half the circle of latitude between the points is known: 0.1° of latitude is 11.1 km.
    drawn = draw([NORTH, SOUTH])
    apart = max(mark.y for mark in drawn.marks) - min(mark.y for mark in drawn.marks)
    length, words = drawn.scale
    assert words == "2公里"
    assert length / apart == pytest.approx(2 / 11.1, rel=0.01)


def test_townships_get_a_ground_each():
    grounds = draw([NORTH, SOUTH, EAST]).grounds
    assert [ground.name for ground in grounds] == ["柳林镇", "石桥镇"]
    assert grounds[0].path.startswith("M")


def test_the_offices_own_tiles_cover_the_paper():
    drawn = draw([NORTH, SOUTH, EAST], "https://ditu.example.gov.cn/{z}/{x}/{y}.png")
    assert min(tile.x for tile in drawn.tiles) <= 0
    assert max(tile.x + tile.size for tile in drawn.tiles) >= drawn.width
    assert max(tile.y + tile.size for tile in drawn.tiles) >= drawn.height
    assert len(drawn.tiles) <= 36
    assert drawn.tiles[0].url.startswith("https://ditu.example.gov.cn/1")
    assert draw([NORTH]).tiles == []


def test_a_hull_holds_the_outer_corners_alone():
    assert convex_hull([(0, 0), (2, 0), (2, 2), (0, 2), (1, 1)]) == [(0, 0), (2, 0), (2, 2), (0, 2)]
