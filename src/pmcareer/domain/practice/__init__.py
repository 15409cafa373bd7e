"""Figures of projects and portfolios: what an exercise asks for, worked out from tables."""
