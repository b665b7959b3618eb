"""A post as texts, one for each network that takes text."""
