"""What can be learnt: skills, exercises, roles, moves, the catalogue, and what is wrong there."""
