"""Many articles to cards: a journal of what was asked, answered and made, worker processes, and the Batch API of endpoints."""
