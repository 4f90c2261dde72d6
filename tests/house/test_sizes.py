"""Small files: the biggest danger in every Django codebase is one file that serves everybody."""

from statistics import median

from tests.house.tree import code, files, name

LONGEST = 320


def lines(path) -> int:
    return len(path.read_text().splitlines())


def test_no_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    measured = [*code(), *files("tests/**/*.py"), *files("*.html"), *files("static/**/*.js"), *files("script/*")]
    too_long = {name(path): lines(path) for path in measured if lines(path) > LONGEST}
    assert not too_long


def test_the_median_file_is_short() -> None:
    assert median(lines(path) for path in code() if lines(path)) < 80
