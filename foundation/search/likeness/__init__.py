"""How alike two papers are: in what their titles ask for, in their wording, and by passages one took from the other."""
