"""Who may: `may_<verb>(user, obj, *, on) -> Verdict`. Button, guard and test ask the same function."""

from deputies.rules.duty import may_confirm_duty, may_open_duty, may_open_file
from deputies.rules.register import (
    ALL_CONTACTS,
    KEEPERS,
    LEADERS,
    NOT_A_KEEPER,
    WHOLE_REGISTER,
    may_end,
    may_keep_register,
    may_open_account,
    may_open_register,
    may_restore,
    may_reveal_contact,
    may_see_contact,
    may_see_particulars,
    may_suspend,
)

__all__ = [
    "ALL_CONTACTS",
    "KEEPERS",
    "LEADERS",
    "NOT_A_KEEPER",
    "WHOLE_REGISTER",
    "may_confirm_duty",
    "may_end",
    "may_keep_register",
    "may_open_account",
    "may_open_duty",
    "may_open_file",
    "may_open_register",
    "may_restore",
    "may_reveal_contact",
    "may_see_contact",
    "may_see_particulars",
    "may_suspend",
]
