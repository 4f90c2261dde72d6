"""A document as the answer to a request; who took what out is recorded first."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from foundation import audit
from foundation.documents.writing.formats import FORMATS, media_type, write
from foundation.documents.writing.tree import Document


def download(request: HttpRequest, document: Document, filename: str, format: str) -> HttpResponse:
    """`document` as a download named `filename` (no ending). Raises NoChineseFont and KeyError as `write` does.

    For papers made on request; what has been issued is kept as a file once and never written again.
    """
    content = write(document, format)
    name = f"{filename}.{format}"
    if request.user.is_authenticated:
        summary = f"下载“{name}”（{FORMATS[format]}）。"
        audit.record(
            "documents.download",
            request.user,
            by=request.user,
            at=timezone.now(),
            summary=summary,
            data={"file": name},
            visibility="office",
        )
    response = HttpResponse(content, content_type=media_type(format))
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Cache-Control"] = "private, no-store"
    return response
