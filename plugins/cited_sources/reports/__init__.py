"""What a run of `check-sources` has to tell: as plain values, JSON, and Markdown for an issue."""
