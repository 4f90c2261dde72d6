"""What is collected is what a page can ask for."""

import os
import time

from django.contrib.staticfiles.finders import get_finder, get_finders

from congress_portal.staticfiles import collect_if_changed


def collected() -> set[str]:
    return {
        f"{getattr(storage, 'prefix', '') or ''}/{path}".lstrip("/")
        for finder in get_finders()
        for path, storage in finder.list([])
    }


def test_collecting_again_is_skipped_until_a_file_changes(tmp_path, settings) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("a{}")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], tmp_path / "static"
    settings.STATICFILES_FINDERS = ["congress_portal.staticfiles.UsedFilesFinder"]
    get_finder.cache_clear()
    try:
        assert collect_if_changed()
        assert not collect_if_changed()
        (source / "page.css").write_text("a{color:inherit}")
        later = time.time() + 2  # collectstatic compares whole seconds
        os.utime(source / "page.css", (later, later))
        assert collect_if_changed()
        assert (tmp_path / "static/page.css").read_text() == "a{color:inherit}"
    finally:
        get_finder.cache_clear()


def test_the_wheels_files_that_pages_name_are_collected_and_their_maps_are_not() -> None:
    names = collected()
    assert "vendor/bootstrap/css/bootstrap.min.css" in names
    assert "vendor/bootstrap/js/bootstrap.bundle.min.js" in names
    assert "django_htmx/htmx-2.min.js" in names
    assert not {name for name in names if name.endswith(".map") or "htmx-4" in name}
