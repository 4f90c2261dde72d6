"""What a year comes to: points and progress, counted from the ledger by everybody in the same way."""
