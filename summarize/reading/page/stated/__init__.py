"""What the layers of a page state about its article, each layer by itself."""
