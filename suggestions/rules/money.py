"""Sums of money as they are said."""

from decimal import Decimal


def yuan(amount: Decimal) -> str:
    """ "1,200,000.00元"; always two decimals."""
    return f"{amount:,.2f}元"
