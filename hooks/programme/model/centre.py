"""centre/centre.yml: one centre's own facts."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from programme.model import colour as colours
from programme.model.base import FileName, Line, NationId, Ref, Slug, Source, Url
from programme.model.centre_course import CourseHere
from programme.model.contact import Contact, Group, PostalAddress
from programme.model.dates import Access


def _colour(value: str) -> str:
    found = colours.whole(value)
    if not found:
        raise ValueError('this is not a colour; write # and 6 signs in quotation marks, as "#5b2d8e"')
    if not colours.look(found):
        near = colours.nearest(found)
        raise ValueError(f'white and black text are hard to read on it; the nearest that passes is "{near}"')
    return found


def _whole_site(value: str) -> str:
    if "?" in value or "#" in value:
        raise ValueError("the site stands at an address without ? or #; write it up to there")
    return value


def _written(value: object) -> object:
    """Without quotation marks YAML takes a colour for a comment, and it would be left out without a word."""
    if value is None:
        raise ValueError("nothing is written here")
    return value


Colour = Annotated[Line, AfterValidator(_colour)]
"""A colour as #rrggbb, on which white or black text has a contrast of 7 to 1."""


class Member(Source):
    """One role in the team."""

    role: Annotated[Slug, Ref("role")]
    """Short name of the role, as in course/roles.yml, for example ms-nurse."""
    names: tuple[Line, ...] = ()
    """Who has this role, if they agree to be named."""
    note: Line | None = None
    """What people should know, for example that they are here on Mondays."""


class Logo(Source):
    """The logo of the centre."""

    file: FileName
    """Name of the file, which lies beside centre.yml: PNG, JPEG or WebP, at most 500 kB and 4,000 points."""
    alt: Line
    """What the logo shows, in a few words, for people who cannot see it."""


class Centre(Source):
    """centre/centre.yml: the facts of one centre."""

    MOVED: ClassVar[dict[str, tuple[str, str]]] = {"plan_start": ("centre/plan.yml", "start")}

    name: Line
    """Name of the centre."""
    nation: NationId
    """The nation it is in; only its advice is shown."""
    contacts: tuple[Contact, ...] = Field(min_length=1)
    """Ways to reach the service, the most used one first."""
    urgent: Line | None = None
    """What people do when they need you the same day, in one or two sentences."""
    accessibility_contact: Contact | None = None
    """Whom people tell when they cannot use this site, or need it in another format."""
    address: PostalAddress | None = None
    """Where people find you, on one line that ends with the postcode."""
    service_models: tuple[Annotated[Slug, Ref("kind of service")], ...] = ()
    """What kinds of service you are: hospital, community or neurorehabilitation."""
    team: tuple[Member, ...] = ()
    """The roles that your team has; leave it out to show all roles that an MS team can have."""
    languages: tuple[Line, ...] = ()
    """Languages in which you can talk with people, with an interpreter too."""
    site_languages: tuple[Line, ...] = ()
    """Languages of your site besides English, by code, for example cy; a centre in Wales has Welsh anyway."""
    groups: tuple[Group, ...] = ()
    """Local services and groups for people with MS."""
    access: Access | None = None
    """What access there is where people come to you."""
    data_controller: Line | None = None
    """Who answers for data about visits to your site, usually your trust or health board."""
    site_address: Annotated[Url, AfterValidator(_whole_site)] | None = None
    """Web address at which your site will stand, for example https://ms.example.org/course/."""
    logo: Logo | None = None
    """Your logo, shown on top of each page."""
    colour: Annotated[Colour | None, BeforeValidator(_written)] = None
    """Your colour for the top of each page, in quotation marks, for example "#5b2d8e"."""
    course: CourseHere | None = None
    """Sessions to leave out, and the order of the others; leave it out to run the course as it is."""
