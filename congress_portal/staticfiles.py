"""Static files with a content hash in their name, compressed, and without source-map comments."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PortalStaticFiles(CompressedManifestStaticFilesStorage):
    """Leaves `sourceMappingURL` alone: the wheels name maps that they do not always ship."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (extension, tuple(p for p in patterns if "sourceMappingURL" not in str(p)))
        for extension, patterns in CompressedManifestStaticFilesStorage.patterns
    )
