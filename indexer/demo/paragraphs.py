"""Paragraphs that suit an invented judgment on any subject."""

FORMS = (
    "JUDGMENT SHEET\nIN THE ISLAMABAD HIGH COURT, ISLAMABAD\nJUDICIAL DEPARTMENT",
    "ORDER SHEET\nIN THE ISLAMABAD HIGH COURT, ISLAMABAD\n(JUDICIAL DEPARTMENT)",
    "Form No: HCJD/C-121\nORDER SHEET\nIN THE ISLAMABAD HIGH COURT, ISLAMABAD\nJUDICIAL DEPARTMENT",
)
OPENING = (
    "By this judgment we dispose of a matter of [some|no small] importance to the parties:",
    "Through this [order|judgment] the Court answers the prayer of {P}:",
    "What follows are the reasons for the short order announced earlier:",
    "The controversy lies in a narrow compass:",
    "This judgment shall decide the matter in hand on its own facts:",
)
LEADS = (
    "The facts [necessary|needed] for the decision are few.", "The background may be told in brief.",
    "Shorn of detail, the story is this.", "The events that led to this litigation are as follows.",
    "Both sides agree on the dates and differ on what they mean.",
)  # fmt: skip
CHRONOLOGY = (
    (
        "On {date1} a first letter was written; a reminder followed on {date2}, and neither was [answered|taken "
        "notice of] in time."
    ),
    "The parties had known each other for {years} years and had until {date1} no quarrel worth the name.",
    "A meeting took place at {place} on {date2} in the presence of {witness2}, but nothing was put on paper.",
    "The record was called for and arrived after {days} days in a bound file of which {small} pages are missing.",
    "An earlier round of litigation ended on {date1} with a direction to decide the matter within {days} days.",
    "A sum of {amount2} changed hands on {date2}, which each side explains in its own way.",
    (
        "After {months} months of correspondence the matter came before {officer}, who noted on the file that "
        "both versions deserved a hearing."
    ),
    "{witness2} was asked to mediate and gave up after {small} sittings held in Mouza {village}.",
)
HISTORY = (
    (
        "The matter came before {forum}, whose order dated {date2} is now under scrutiny; it runs over {small} "
        "pages and turns on the evidence of {witness}."
    ),
    "{forum} decided against {P} on {date2} after hearing both sides, and gave reasons that will be looked at below.",
    "Aggrieved by what was done by {forum} on {date2}, {P} came to this Court within the time allowed.",
    "Proceedings before {forum} took {months} months; the order that ended them is dated {date2} and is not long.",
)
REPLIES = (
    "It was added that {P} has not come with clean hands.", "Reliance was placed on the report dated {date2}.",
    "The maintainability of the proceedings was questioned too.",
    "An alternate remedy was pointed to, though not with much force.",
    "A prayer for exemplary costs of {amount2} was made at the end.",
)  # fmt: skip
HEARD = (
    "[Arguments heard and record perused.|I have heard learned counsel and gone through the record with their help.]",
    "Learned counsel were heard on {small} dates and the record was examined with their able assistance.",
    "The submissions were considered and every page to which reference was made has been read.",
)
QUESTION = (
    (
        "The question that calls for an answer is whether what was done can be supported by the law under which "
        "it was done."
    ),
    "Two things are to be seen: what happened, and what the law makes of it.",
    "Before the merits are touched, it is well to recall the limits of the jurisdiction that {P} invokes.",
    "The point in issue is [short|not free from difficulty], and it is taken up on the admitted facts first.",
)
PRECEDENTS = (
    "Guidance in this respect is had from {case}, where a like question was answered in the same manner.",
    "The rule was laid down in {case} and has been followed without a break since.",
    "Learned counsel relied upon {case}; the facts there were different, for nobody had admitted the documents.",
    (
        "In {case} it was observed that [form must serve substance|hard cases must not bend the rule|justice "
        "delayed is not cured by haste]."
    ),
    "A Division Bench took a similar view in {case}, which binds this Court sitting singly.",
    "The dictum in {case} was explained later as one confined to its own circumstances.",
    "To the like effect is {case}, and nothing to the contrary was shown.",
)
PRINCIPLES = (
    "What a statute orders to be done in one way may be done in that way alone; every other way is closed by it.",
    "Courts act upon evidence and not upon the heat with which it is described.",
    "No one may be condemned unheard, and this is as true of the strong as of the weak.",
    (
        "Where two views are reasonably possible, the one that saves the [right|remedy] is to be preferred to "
        "the one that destroys it."
    ),
    (
        "A discretion is to be used for reasons that can be stated; what cannot be stated cannot be reviewed, "
        "and what cannot be reviewed is not law."
    ),
    (
        "Every public functionary holds his power as a trust, and section 24-A of the General Clauses Act, 1897 "
        "obliges him to give reasons."
    ),
    "Findings of fact are not reopened merely because another mind could have reached another result.",
    "Parties are bound by their pleadings, and evidence beyond them, however long, is not to be looked into.",
    "He who asks for equity must do equity; conduct is therefore part of the case.",
    "The maxim that acts of the court shall prejudice no one is the oldest shield of a litigant.",
    "Procedure is meant to help justice along its way and not to trip it up at the door.",
    "The burden lies on whoever asserts, and it does not move for the reason only that the other side was silent.",
)
EVIDENCE = (
    (
        "The statement of {witness} was read out in full; he admits that he signed on {date2} and that nobody "
        "forced his hand."
    ),
    "Document Exh. P-{small} is a copy whose original was never accounted for, and it is left out of consideration.",
    (
        "{witness2} deposed that he came to know of the matter {months} months later, which makes his word "
        "hearsay on the main point."
    ),
    "In answer to a question by the Court it was conceded that no receipt exists for {amount2}.",
    (
        "The report prepared by {officer} on {date2} is fair on the face of it and was not challenged in "
        "cross-examination."
    ),
    (
        "Photographs were placed on the file without the person who took them, and add nothing to what is "
        "otherwise proved."
    ),
    "The register of Mouza {village} was produced by the halqa patwari; its entry of {date1} is in a different ink.",
    "A comparison of the two letters shows that the second was written to meet an objection raised after the first.",
)
CLOSING = (
    "For what has been discussed above, the matter ends as follows.", "The upshot of this discussion is the following.",
    "For these reasons.", "In view of the above.",
    "Nothing said here shall prejudice either side in any other proceedings.",
)  # fmt: skip
REFLECTIONS = (
    (
        "The record was gone through twice in search of anything that would bear out the contrary version. There is a "
        "letter, there is an affidavit, and there is the memory of {witness2}; none of the three was made at the time "
        "of the events, and each was made after the parties had fallen out. Paper written for a dispute proves the "
        "dispute and little else."
    ),
    (
        "It was suggested that the amount of {amount2} shows the importance of the matter. The weight of a case does "
        "not lie in its figures. A small sum may raise a question that concerns thousands, and a large one may raise "
        "none, so the figure is put aside and the reasons of {forum} are looked at instead."
    ),
    (
        "The reasons given by {forum} fall into three parts. The first recites the pleadings, the second the evidence, "
        "and only the third, of {small} lines, says why the one outweighs the other. Brevity is no fault where the "
        "conclusion can be followed; the reader of this order can follow it, whether or not he agrees."
    ),
    (
        "On the question of conduct it must be noted that {P} wrote on {date1}, waited {days} days, and wrote again. "
        "{R} did not answer either letter, and the silence was explained at the bar by a change of office. Silence is "
        "not consent, yet in a matter that called for a reply it is a circumstance that a court may look at."
    ),
    (
        "A further argument was built upon the word used in the provision. Words take their colour from those around "
        "them; read with the rest of the chapter the expression admits of one meaning only, and the legislature may be "
        "taken to have meant what it said in a sentence that has stood unamended for {years} years."
    ),
    (
        "The plea of prejudice was examined last. To show prejudice it is not enough to say that another course was "
        "possible; it must appear that with that other course the result would in all likelihood have been different. "
        "No such thing was shown in {small} hearings, nor does it appear from the written synopsis of {date2}."
    ),
    (
        "It remains to deal with the point of delay within these very proceedings. Adjournments were asked for by "
        "both sides, {small} by one and as many by the other, and the time so lost cannot be counted against either of "
        "them. The office shall see that matters of this kind are not listed again without the record being complete."
    ),
    (
        "As regards the inspection made by {officer}, the note runs over two pages and gives measurements, names and "
        "hours. Its author was available for questions, yet nobody put any. What is not questioned where it could have "
        "been may be acted upon, unless it is improbable in itself, which this note is not."
    ),
    (
        "Reference was also made to what happened in Mouza {village} at about the same time. That was another dispute "
        "between other people, and the temptation to decide one case by the sympathy that another arouses is to be "
        "resisted even where, as here, the same {witness} appears in both."
    ),
    (
        "Before parting with this aspect it may be observed that an honest mistake and a dishonest design can leave "
        "the same traces on a file. Which of the two it was is told by what came next: who corrects himself when the "
        "mistake is pointed out is seldom dishonest. The correspondence of {date1} and {date2} was read in that light."
    ),
)
"""Longer thoughts, of fifty to eighty words."""
