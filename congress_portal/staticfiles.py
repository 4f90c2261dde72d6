"""Static files with a content hash in their name, compressed, without source maps and unused variants."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, FileSystemFinder, get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Of the wheels only what a page can ask for: collecting the rest tripled the time of the first start.
UNUSED = ["*.map", "bootstrap-grid*", "bootstrap-reboot*", "bootstrap-utilities*"]
UNUSED += ["*.rtl.*", "*.esm.*", "htmx-4*", "htmax*", "hx-*"]


class UsedFilesFinder(FileSystemFinder):
    """The folders of STATICFILES_DIRS without the files no page asks for."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """(path, storage) of every file to collect."""
        return super().list([*(ignore_patterns or []), *UNUSED])


class UsedAppFilesFinder(AppDirectoriesFinder):
    """The apps' static folders without the files no page asks for."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """(path, storage) of every file to collect."""
        return super().list([*(ignore_patterns or []), *UNUSED])


def collect_if_changed() -> bool:
    """`collectstatic`, unless what would be collected is what was collected last time; whether it ran.

    Compressing takes seconds, and a demonstration starts more often than its style sheets change.
    """
    stamp, current = Path(settings.STATIC_ROOT) / ".collected", _fingerprint()
    if stamp.exists() and stamp.read_text() == current:
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(current)
    return True


def _fingerprint() -> str:
    names = [
        f"{storage.path(name)}:{storage.get_modified_time(name).timestamp()}:{storage.size(name)}"
        for finder in get_finders()
        for name, storage in finder.list([])
    ]
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()


class PortalStaticFiles(CompressedManifestStaticFilesStorage):
    """Leaves `sourceMappingURL` comments alone: the maps they name are not collected."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (extension, tuple(p for p in patterns if "sourceMappingURL" not in str(p)))
        for extension, patterns in CompressedManifestStaticFilesStorage.patterns
    )
