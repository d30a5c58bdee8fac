"""Pages and feeds from the web: fetched from public addresses alone, within bounds of size and time, as politely as a site asks.

Nothing is imported here: `fetcher` needs aiohttp and protego, `feeds` needs lxml, and most runs need neither.
"""
