"""How links are checked, here and by other programs: one run, the same links for all."""
