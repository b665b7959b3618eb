"""Could a text be about one real person? Rules P-01 to P-12."""
