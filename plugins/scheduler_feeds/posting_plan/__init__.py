"""When each post is shared: the slots of the weeks to come, and what stands in them."""
