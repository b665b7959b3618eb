"""The figure of each topic, in three families."""
