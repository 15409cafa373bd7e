"""When, with what chance: pace, effort and gates along a route, run together."""

from pmcareer.domain.forecast.pace import finish_dates

__all__ = ["finish_dates"]
