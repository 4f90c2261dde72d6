"""What pages of this and lower rooms show of supervision."""
