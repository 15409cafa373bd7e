"""What a person sees and what a script reads, from the same answers."""
