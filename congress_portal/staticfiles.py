"""Static files with a content hash in their name, compressed, without source maps and unused variants."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Of the wheels only what a page can ask for: collecting the rest tripled the time of the first start.
UNUSED = ["*.map", "bootstrap-grid*", "bootstrap-reboot*", "bootstrap-utilities*"]
UNUSED += ["*.rtl.*", "*.esm.*", "htm?-4*", "htmax*"]


class PortalStaticFilesConfig(StaticFilesConfig):
    """`collectstatic` as everywhere, with the portal's own list of files to leave out."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, *UNUSED]


class PortalStaticFiles(CompressedManifestStaticFilesStorage):
    """Leaves `sourceMappingURL` comments alone: the maps they name are not collected."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (extension, tuple(p for p in patterns if "sourceMappingURL" not in str(p)))
        for extension, patterns in CompressedManifestStaticFilesStorage.patterns
    )
