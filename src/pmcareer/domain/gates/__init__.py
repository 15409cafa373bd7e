"""What time and others decide: gates, their clocks, and the certificates behind some of them."""
