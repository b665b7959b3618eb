"""All that is shared of the posts, as the private folder for the person who posts."""
