"""What the embedded database is like, and what it says when it cannot start."""

import os
from pathlib import Path

import pytest

from congress_portal.embedded import EmbeddedError, lease, places
from tests.congress_portal.embedded.users import User, gone, query


@pytest.fixture
def served(var: Path):
    """A folder with running servers."""
    user = User(var).joined()
    yield var
    user.leave()
    assert gone(var)


def test_chinese_is_letters_to_it(served: Path) -> None:
    query(served, "CREATE EXTENSION pg_trgm")
    assert query(served, "SELECT show_trgm('人大') <> '{}'") == [(True,)]


def test_it_opens_no_port_and_shuts_its_socket_to_strangers(served: Path) -> None:
    assert query(served, "SHOW listen_addresses") == [("",)]
    assert places.socket_folder(served).stat().st_mode & 0o077 == 0


def test_a_deep_folder_gets_a_short_socket(var: Path) -> None:
    deep = var / ("很深的目录" * 6) / "var"
    assert len(os.fsencode(places.socket_folder(deep))) < 60
    user = User(deep).joined()
    assert query(deep, "SELECT 1") == [(1,)]
    user.leave()
    assert gone(deep)


def test_a_folder_below_a_closed_home_is_served_all_the_same(var: Path) -> None:
    closed = var / "home"
    closed.mkdir(mode=0o700)
    user = User(closed / "var").joined()
    assert query(closed / "var", "SELECT 1") == [(1,)]
    user.leave()
    assert gone(closed / "var")


def test_data_of_another_major_version_is_refused_with_the_way_out(var: Path, served: Path, monkeypatch) -> None:
    monkeypatch.setattr(lease, "_lease", None)
    other = var / "other"
    places.data_folder(other).mkdir(parents=True)
    (places.data_folder(other) / "PG_VERSION").write_text("15\n")
    with pytest.raises(EmbeddedError, match=r"属于 PostgreSQL 15.*先用旧版本导出数据"):
        lease.join(other)


def test_a_start_cut_off_in_the_middle_begins_again(var: Path) -> None:
    half = places.data_folder(var).with_name("postgres.new")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    user = User(var).joined()
    assert query(var, "SELECT 1") == [(1,)]
    user.leave()
    assert gone(var)
