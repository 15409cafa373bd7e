"""What is said beside a plan: advice, practices, questions, stories, the look back at a week."""
