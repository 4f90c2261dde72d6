from django.db import models

from foundation.intake.models import ThreadEntry
from foundation.vault.sealing import Sealed
from liaison_stations.models.letter import Letter
from liaison_stations.states.letter import EventKind


class LetterWriter(models.Model):
    """Who wrote and how to reach him, as far as he said; a table of its own (F94), sealed under the letter's key."""

    letter = models.OneToOneField(Letter, models.PROTECT, primary_key=True, related_name="writer", verbose_name="来信")
    sealed_name = models.TextField(blank=True, editable=False)
    sealed_phone = models.TextField(blank=True, editable=False)
    sealed_email = models.TextField(blank=True, editable=False)
    sealed_address = models.TextField(blank=True, editable=False)
    erased_at = models.DateTimeField("删除时间", null=True, blank=True)

    name = Sealed("sealed_name")
    phone = Sealed("sealed_phone")
    email = Sealed("sealed_email")
    address = Sealed("sealed_address")

    class Meta:
        verbose_name = verbose_name_plural = "来信人"

    def __str__(self) -> str:
        return f"{self.letter}的来信人"

    def secret(self) -> str | None:
        """The letter's key."""
        return self.letter.secret()


class LetterEvent(ThreadEntry):
    """One word about a letter: the public half is what its writer reads, the private half stays in the house."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="events", verbose_name="来信")
    kind = models.CharField("事项", max_length=12, choices=EventKind)
    sealed_text = models.TextField(blank=True, editable=False)

    text = Sealed("sealed_text")

    class Meta(ThreadEntry.Meta):
        verbose_name = verbose_name_plural = "来信往来"
        indexes = [models.Index(fields=["letter", "at"], name="letter_event_order")]

    def __str__(self) -> str:
        return f"{self.letter}{self.get_kind_display()}"

    def secret(self) -> str | None:
        """The letter's key."""
        return self.letter.secret()
