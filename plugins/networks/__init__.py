"""What they accept: one table of networks and schedulers, and how each counts a text."""
