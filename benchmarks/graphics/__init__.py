"""How long a picture takes, here and in other programs: one run, the same texts for all."""
