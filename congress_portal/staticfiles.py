"""Static files with a content hash in their name, compressed, without source maps and unused variants."""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder, FileSystemFinder
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


class PortalStaticFiles(CompressedManifestStaticFilesStorage):
    """Leaves `sourceMappingURL` comments alone: the maps they name are not collected."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (extension, tuple(p for p in patterns if "sourceMappingURL" not in str(p)))
        for extension, patterns in CompressedManifestStaticFilesStorage.patterns
    )
