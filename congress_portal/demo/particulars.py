"""What varies from one invented deputy to the next, by his number."""

from typing import Any


def particulars(number: int) -> dict[str, Any]:
    """Of the person."""
    return {
        "native_place": ("示范区", "邻近县", "外省")[number % 4 % 3],
        "degree": ("工学学士", "", "")[number % 3],
        "first_elected": 4 if number % 3 == 1 else 5,
        "returned_overseas": number % 41 == 7,
    }


def standing(number: int) -> dict[str, bool]:
    """Of his seat."""
    return {"re_elected": number % 3 == 1, "sc_member": number % 12 == 5}
