"""What pages of the register show besides the row itself."""
