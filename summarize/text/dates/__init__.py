"""The grammar of dates and times of day that running text and the stamps of pages, mail and feeds share."""
