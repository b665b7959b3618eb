"""For those who post, and their tools: feeds, the posting plan, upload files, a calendar."""
