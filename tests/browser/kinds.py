"""One page of each kind that the site has."""

SESSION = "course/understanding-your-ms-service/relapse.html"
GALLERY = "posters/index.html"
PLAN = "plan/index.html"
SETTINGS = "reading-settings.html"
KINDS = (
    "index.html",
    "../404.html",
    "course/index.html",
    "course/pathways/just-diagnosed.html",
    "course/self-management/index.html",
    SESSION,
    "course/navigating-the-nhs/who-to-call.html",
    "course/glossary.html",
    "course/sources.html",
    PLAN,
    "plan/workstreams/audit.html",
    "programme/planning-services.html",
    GALLERY,
    "posters/by-topic/bladder.html",
    "posters/a-course-to-make-with-you.html",
    "posters/dorset-ms-service.html",
    "facilitators/index.html",
    "facilitators/self-monitoring/a-light-diary.html",
    "centres/index.html",
    "authors/blocks.html",
    "authors/reference/poster.html",
    "about/accessibility.html",
    SETTINGS,
    "offline.html",
    "search.html",
)
