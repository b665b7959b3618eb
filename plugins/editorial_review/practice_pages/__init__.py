"""Does the practice as a whole tell patients what it must: legal pages, hours, notices?"""
