"""Every feed of the site: which there are, what stands in each, and their bytes."""
