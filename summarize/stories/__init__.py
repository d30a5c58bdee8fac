"""Cards to stories: grouped, merged, compared, put in order."""
