"""Columns described once: dotted paths, callables, what is shown and what is only exported."""

from types import SimpleNamespace

from foundation.web.tables import Column, Table


def test_a_dotted_path_is_followed_and_a_missing_step_is_nothing():
    row = SimpleNamespace(unit=SimpleNamespace(name="区教育局"), get_state_display=lambda: "办理中", gone=None)

    assert Column("单位", "unit.name").read(row) == "区教育局"
    assert Column("状态", "get_state_display").read(row) == "办理中"
    assert Column("无", "gone.name.first").read(row) is None


def test_a_hidden_column_is_not_drawn():
    table = Table(
        (Column("标题", "title"), Column("电话", "phone", shown=False)), [SimpleNamespace(title="甲", phone="1")]
    )

    assert [[cell.value for cell in line] for line in table.lines] == [["甲"]]


def test_a_table_without_a_link_says_so_for_whoever_has_no_mouse():
    row = SimpleNamespace(title="甲")
    still, linked = Column("标题", "title"), Column("标题", "title", link=lambda row: "/one/")

    assert (Table((still,), [row]).is_still, Table((still, linked), [row]).is_still) == (True, False)
