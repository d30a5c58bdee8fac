"""A page's bytes to what a reader sees of it: characters, tree, blocks of text."""
