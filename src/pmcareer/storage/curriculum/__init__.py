"""The curriculum's file: read, laid over the shipped one, its problems explained."""
