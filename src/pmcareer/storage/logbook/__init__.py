"""The logbook's file: read, added to, merged, looked after."""
