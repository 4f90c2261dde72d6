"""The papers of this room as documents: what stands in a reply letter, an opinion, a slip, a feedback form."""

from suggestions.letters.co_opinion import opinion_letter
from suggestions.letters.feedback import feedback_form
from suggestions.letters.reply import reply_letter
from suggestions.letters.slip import assignment_slip, meeting_list, slip_list

__all__ = ["assignment_slip", "feedback_form", "meeting_list", "opinion_letter", "reply_letter", "slip_list"]
