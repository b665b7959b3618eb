"""One run of check-sources: what is due, asked, judged and remembered."""
