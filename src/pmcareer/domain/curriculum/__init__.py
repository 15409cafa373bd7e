"""What can be learnt: skills, exercises, roles, moves and the catalogue, and what may be wrong with them."""
