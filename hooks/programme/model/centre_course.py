"""What one centre changes in the course as a whole: `course:` in centre/centre.yml."""

from pydantic import Field

from programme.model.base import Slug, Source


class CourseHere(Source):
    """Which sessions this centre runs, and in which order."""

    leave_out: tuple[Slug, ...] = ()
    """Sessions and whole modules that are not for you, by the name of their file or folder."""
    order_of_modules: tuple[Slug, ...] = ()
    """Modules that come first, in this order; the others keep their place after them."""
    order_of_sessions: dict[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """For a module the sessions that come first, in this order; the others keep their place after them."""
