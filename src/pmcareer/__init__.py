"""Plan a project-management career the way a good project manager plans a project."""

__version__ = "0.1.0"
