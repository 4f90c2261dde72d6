"""What is collected is what a page can ask for."""

from django.contrib.staticfiles.finders import get_finders


def collected() -> set[str]:
    return {
        f"{getattr(storage, 'prefix', '') or ''}/{path}".lstrip("/")
        for finder in get_finders()
        for path, storage in finder.list([])
    }


def test_the_wheels_files_that_pages_name_are_collected_and_their_maps_are_not() -> None:
    names = collected()
    assert "vendor/bootstrap/css/bootstrap.min.css" in names
    assert "vendor/bootstrap/js/bootstrap.bundle.min.js" in names
    assert "django_htmx/htmx-2.min.js" in names
    assert not {name for name in names if name.endswith(".map") or "htmx-4" in name}
