"""Earned value of a project, with the forecasts that follow.

Formulas as in the Practice Standard for Earned Value Management (PMI, second edition) and ISO
21508. Amounts are of one unit, money or hours.
"""

from pmcareer.domain.ground.frozen import frozen


def _per(above: float, below: float) -> float | None:
    """Divide, where there is something to divide by."""
    return above / below if below else None


@frozen
class Standing:
    """Where a project stands on a day."""

    planned: float
    """PV: what the work planned until today was to cost."""
    earned: float
    """EV: what the work done until today was to cost."""
    actual: float
    """AC: what it cost."""
    budget: float
    """BAC: what all of the work is to cost."""

    @property
    def cost_variance(self) -> float:
        """CV = EV - AC; below nil: it cost more."""
        return self.earned - self.actual

    @property
    def schedule_variance(self) -> float:
        """SV = EV - PV, in money; below nil: less is done."""
        return self.earned - self.planned

    @property
    def cpi(self) -> float | None:
        """CPI = EV / AC; None before anything was spent."""
        return _per(self.earned, self.actual)

    @property
    def spi(self) -> float | None:
        """SPI = EV / PV; None before anything was planned."""
        return _per(self.earned, self.planned)

    @property
    def eac(self) -> float | None:
        """EAC = BAC / CPI: the rest costs as what is done did; None while nothing is earned."""
        return _per(self.budget * self.actual, self.earned)

    @property
    def eac_at_budget(self) -> float:
        """EAC = AC + BAC - EV: the rest costs what was planned."""
        return self.actual + self.budget - self.earned

    @property
    def eac_in_time(self) -> float | None:
        """EAC = AC + (BAC - EV) / (CPI * SPI): the rest is hurried; None if nothing is earned."""
        rest = self.budget - self.earned
        more = _per(rest * self.actual * self.planned, self.earned**2)
        return more if more is None else self.actual + more

    @property
    def etc(self) -> float | None:
        """ETC = EAC - AC; None while nothing is earned."""
        return _less(self.eac, self.actual)

    @property
    def vac(self) -> float | None:
        """VAC = BAC - EAC; below nil: more than the budget; None while nothing is earned."""
        over = _less(self.eac, self.budget)
        return over if over is None else -over

    @property
    def tcpi(self) -> float | None:
        """TCPI = (BAC - EV) / (BAC - AC): how well the rest must go; None when all is spent."""
        return _per(self.budget - self.earned, self.budget - self.actual)


def _less(whole: float | None, part: float) -> float | None:
    return whole if whole is None else whole - part
