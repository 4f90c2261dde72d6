"""What pages of this and lower rooms show of stations and their doings."""
