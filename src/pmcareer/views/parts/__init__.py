"""What several screens share: words, layout, colours, dates, gates, entries."""
