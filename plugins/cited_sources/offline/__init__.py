"""What can be said about cited works without the net: where they stand in a text, and rules."""
