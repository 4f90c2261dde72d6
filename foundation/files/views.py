"""The one door to stored files."""

from typing import BinaryIO, TypeVar
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from foundation.audit import record
from foundation.files import ranges, storage
from foundation.files.models import StoredFile
from foundation.files.registry import may_view
from foundation.workdays.clock import now

Response = TypeVar("Response", bound=StreamingHttpResponse)


@require_GET
@login_not_required
def download(request: HttpRequest, pk: UUID) -> StreamingHttpResponse:
    """GET: the file as an attachment, for whom its owner's rule allows it; 404 for everybody else.

    Open without signing in, because the owner may be public; the rule sees an anonymous user then.
    """
    stored = get_object_or_404(StoredFile, pk=pk)
    # What anybody may open is not shut to who has signed in.
    if not (may_view(request.user, stored.owner) or may_view(AnonymousUser(), stored.owner)):
        raise Http404
    try:
        content = storage.path_of(stored.sha256).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    asked = ranges.asked(request.headers.get("Range", ""), stored.size)
    reader = request.user if request.user.is_authenticated else None
    # A film is fetched in many stretches and read once.
    if reader and (asked is None or asked[0] == 0):
        # What everybody may open leaves no trace: strangers must not be able to fill the trail.
        record("files.download", stored, by=reader, at=now(), summary=f"下载附件“{stored.name}”。", visibility="office")
    return _part(content, stored, asked) if asked else _attachment(content, stored)


def _part(content: BinaryIO, stored: StoredFile, asked: tuple[int, int]) -> StreamingHttpResponse:
    """206: a stretch of the file. Telephones play a film only from where they may jump in it."""
    first, last = asked
    response = StreamingHttpResponse(ranges.stretch(content, first, last), status=206, content_type=stored.media_type)
    response["Content-Range"] = f"bytes {first}-{last}/{stored.size}"
    response["Content-Length"] = str(last - first + 1)
    return _guarded(response)


def _attachment(content, stored: StoredFile) -> FileResponse:
    response = FileResponse(content, as_attachment=True, filename=stored.name, content_type=stored.media_type)
    response["Accept-Ranges"] = "bytes"
    return _guarded(response)


def _guarded(response: Response) -> Response:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
