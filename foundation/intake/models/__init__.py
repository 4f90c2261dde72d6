"""Nouns of public forms."""

from foundation.intake.models.consent import Consent, ConsentText
from foundation.intake.models.limit import IntakeLimit
from foundation.intake.models.serial import Serial
from foundation.intake.models.thread import ThreadEntry

__all__ = ["Consent", "ConsentText", "IntakeLimit", "Serial", "ThreadEntry"]
