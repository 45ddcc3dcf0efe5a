"""Words that our texts do not use, and what to write in their place.

From the NHS service manual: its words for health (2026) and for disabilities (2021). Patterns are matched
at the beginning of a word, in capital and small letters.
"""

HURTFUL: dict[str, str] = {
    r"suffer(?:s|ed|ing|ers?)? (?:from|with)|sufferers?|MS sufferers?": "have MS, or people with MS",
    r"victims?": "people with MS",
    r"afflict(?:s|ed|ion|ing)?": "have",
    r"(?:confined|bound) to a wheelchair|wheelchair[- ]bound": "use a wheelchair, or wheelchair user",
    r"(?:the )?handicapped|handicaps?": "disabled",
    r"(?:the )?disabled(?= and\b)|the disabled": "disabled people",
    r"non-?complian(?:t|ce)": "what the person does, without blame",
    r"failed (?:treatments?|the treatment)": "the treatment did not work",
    r"(?:a )?burden": "what it costs, or what it takes",
    r"passive patients?": "what the person does or does not do",
}
"""Everywhere, but in the titles of posters and sources, which are as their authors gave them."""

PLAIN: dict[str, str] = {
    r"medications?": "medicine",
    r"telephon(?:e|es|ed|ing)": "phone",
    r"service users?": "people",
    r"clinicians?": "the job, such as nurse or doctor",
    r"GP practices?|doctor'?s practice": "GP surgery",
    r"urinat(?:e|es|ed|ing|ion)|micturition": "pee",
    r"(?:have|having|has) a wee|wee": "pee",
    r"stools|stool samples?|faeces|defecat(?:e|es|ion)": "poo",
    r"utili[sz](?:e|es|ed|ing|ation)": "use",
    r"(?:in order) to": "to",
    r"prior to": "before",
    r"commenc(?:e|es|ed|ing|ement)": "start",
    r"approximately": "about",
    r"(?:e\.g\.|eg)": "for example",
    r"(?:i\.e\.|ie)": "that is, or say it in other words",
    r"etc": "the whole list, or such as before it",
}
"""In the texts of the course, which must be easy to read."""

LINK_WORDS = (
    r"(?:click|tap|press)?(?: on)?\s*(?:here|this|this link|this page|the link|link|more|read more|"
    r"learn more|find out more|details|website|page|go)"
)
"""Words of a link that say nothing when they are read alone (WCAG 2.2, 2.4.4 and 2.4.9)."""

QUESTIONNAIRES = (
    "MSIS-29", "MSIS", "FSS", "Fatigue Severity Scale", "MFIS", "Modified Fatigue Impact Scale", "PDDS",
    "EQ-5D", "PAM", "Patient Activation Measure", "PHQ-9", "GAD-7", "HADS",
    "Hospital Anxiety and Depression Scale", "webEDSS", "EDSS",
)  # fmt: skip
"""Scored questionnaires. They belong to others, and we have no licence to give them out."""
OFFERS = (
    r"(?:fill(?:ing)? in|complet(?:e|ing)|answer(?:ing)?|(?:tak|us)(?:e|ing) (?:this|the|it)|scor(?:e|ing)|"
    r"print(?:ing)?|download(?:ing)?|copy(?:ing)?|hand(?:ing)? out|work(?:ing)? out|below|attached|here is)"
)
"""Words that, in one sentence with its name, offer a questionnaire to the reader."""
REFUSES = r"(?:not|never|nobody|licen[cs]ed?|permission|belongs?|your (?:MS )?(?:team|nurse|doctor)|clinic)"
"""Words that make such a sentence one about a questionnaire, and no offer of it."""
