"""A day's articles to a briefing: cards made or remembered, stories grouped and compared with what earlier briefings told."""
