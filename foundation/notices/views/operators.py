"""Mail that could not be delivered, for those who look after it."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from foundation.notices.models import OutboxMail
from foundation.notices.resending import may_operate, resend
from foundation.privacy.masking import mask_email
from foundation.web.views.listing import ListPage
from foundation.workflow import Refused


class DeadLetters(ListPage):
    """Given up after several attempts, or refused by the mailbox for good."""

    title = "发送失败的邮件"
    template_name = "notices/dead_letters.html"

    def queryset(self) -> QuerySet:
        if not may_operate(self.request.user):
            raise PermissionDenied
        return OutboxMail.objects.given_up().with_kind_names().select_related("recipient").order_by("-pk")

    def decorate(self, rows: Sequence[OutboxMail]) -> None:
        for mail in rows:
            mail.masked_address = mask_email(mail.address)


@require_POST
def resend_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts one of them back into the queue."""
    if not may_operate(request.user):
        raise PermissionDenied
    mail = get_object_or_404(OutboxMail.objects.select_related("recipient"), pk=pk)
    try:
        resend(mail.pk, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, f"发给{mail.reader}的邮件已重新排入发件箱。")
    return redirect("notices:dead_letters")
