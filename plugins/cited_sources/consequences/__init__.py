"""What follows for posts, pictures and readers from what is known of the works that they cite."""
