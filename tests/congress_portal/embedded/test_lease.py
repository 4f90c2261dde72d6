"""The servers start once, serve everybody, stay for the last user, and never survive all of them."""

import signal
from pathlib import Path

from congress_portal.embedded import lease
from tests.congress_portal.embedded.users import User, gone, keeper, processes, query


def test_two_users_share_and_the_last_one_stops_the_servers(var: Path) -> None:
    first = User(var).joined()
    second = User(var).joined()
    query(var, "CREATE TABLE note (text text)")
    first.leave()
    assert query(var, "SELECT count(*) FROM note") == [(0,)]
    assert lease.is_served(var)
    second.leave()
    assert gone(var)


def test_users_that_start_together_find_one_keeper(var: Path) -> None:
    users = [User(var) for _ in range(4)]
    for user in users:
        user.joined()
    assert keeper(var)
    for user in users:
        user.leave()
    assert gone(var)


def test_a_killed_user_leaves_no_orphan(var: Path) -> None:
    user = User(var).joined()
    assert len(processes(var)) >= 3
    user.kill()
    assert gone(var)


def test_a_killed_user_does_not_stop_the_servers_of_another(var: Path) -> None:
    first, second = User(var).joined(), User(var).joined()
    first.kill()
    assert not gone(var, seconds=1)
    assert query(var, "SELECT 1") == [(1,)]
    second.leave()
    assert gone(var)


def test_the_second_start_keeps_the_data(var: Path) -> None:
    user = User(var).joined()
    query(var, "CREATE TABLE note AS SELECT '人大' AS text")
    user.leave()
    assert gone(var)
    user = User(var).joined()
    assert query(var, "SELECT text FROM note") == [("人大",)]
    user.leave()


def test_a_newcomer_waits_for_servers_that_are_stopping(var: Path) -> None:
    for _ in range(3):
        User(var).joined().leave()
    user = User(var).joined()
    assert query(var, "SELECT 1") == [(1,)]
    user.leave()


def test_a_killed_keeper_takes_the_servers_along_and_the_next_user_starts_them_again(var: Path) -> None:
    user = User(var).joined()
    query(var, "CREATE TABLE note AS SELECT 1 AS number")
    keeper(var).kill()
    assert gone(var)
    newcomer = User(var).joined()
    assert query(var, "SELECT number FROM note") == [(1,)]
    newcomer.leave()
    user.leave()
    assert gone(var)


def test_a_killed_server_is_replaced_for_the_next_user(var: Path) -> None:
    user = User(var).joined()
    (valkey,) = [process for process in processes(var) if "valkey" in process.name()]
    valkey.send_signal(signal.SIGKILL)
    assert gone(var)
    newcomer = User(var).joined()
    assert len(processes(var)) >= 3
    newcomer.leave()
    user.leave()


def test_leaving_waits_until_the_servers_have_stopped(var: Path) -> None:
    lease_before, lease._lease = lease._lease, None
    try:
        lease.join(var)
        other = User(var).joined()
        assert not lease.leave_and_wait(var)
        lease.join(var)
        other.leave()
        assert lease.leave_and_wait(var)
        assert gone(var, seconds=1)
    finally:
        lease._lease = lease_before
