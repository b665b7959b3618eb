"""The files that schedulers take in, and which rows are still to be handed over."""
