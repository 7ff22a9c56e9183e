"""Invented matter: narcotics, convictions, acquittals, contempt.  Read by `indexer.demo.subjects`."""

TEXT = """
subject narcotics | narcotics | criminal
petitioner: {person}
respondent: The State
respondent: The State through ANF
forum: the learned Judge, Special Court (Control of Narcotic Substances), Islamabad
relief: arises out of case {fir} in which contraband is said to have been recovered from {P}
granted: Benefit of the doubt is extended to {P}; the impugned order is set aside and he shall be released forthwith
    unless needed in another case.
refused: The recovery stands proved; the matter is dismissed and the order of the Special Court is maintained.
short granted: Allowed, appellant to be released if not required in any other case
short refused: Dismissed, conviction maintained
issue safe custody of samples
with: the sample lay in the police store from {date1} to {date2} with no witness to its keeping
    = nobody testified who kept the seized substance for days
with: the moharrar of the malkhana was never produced = the store keeper did not give evidence
with: the seal on the parcel differed from that in the recovery memo = the wax mark was not the one recorded
fact: {kilos} grams of charas were allegedly taken from a bag on the motorway near {village}; thereafter {w}.
argued: The chain of custody was attacked as broken because {w}.
answered: The State read the positive report of the analyst and called the rest hypertechnical.
law: The report of the analyst has worth only where the prosecution shows an unbroken passage of the sample from
    seizure to
    laboratory.
granted: Once {w}, the report of the analyst loses its evidentiary value and the prosecution its foundation.
refused: The constable {witness} carried the parcel himself on the next day, and although it is said that {w}, no
    question
    was put to him.
question: drug exhibit storage between raid and testing, {q}
question: doubt about what the laboratory examined where {q}
question: is the chemical report reliable if {q}
issue laboratory protocol
with: the report does not disclose the tests applied = the chemist left out how the stuff was tested
with: samples were drawn from only {small} of the slabs = a few of the packets alone were sampled
fact: The analyst's report of {date3} was exhibited without his appearance, and {w}.
argued: The mandatory rules of 2001 were said to be breached in that {w}.
answered: The prosecutor replied that the rules are directory and no prejudice was shown.
law: Rule 6 obliges the analyst to state the full protocol applied, so that a court may see science and not a mere
    conclusion.
granted: The omission is fatal: {w}, and a conclusion without its method proves nothing.
refused: The protocol appears in the second page of the report, overlooked by the defence.
question: defective forensic report in a drugs matter because {q}
question: testing procedure omitted, {q}
question: how much of the seizure must be examined when {q}

subject conviction | appeal against conviction | criminal
petitioner: {person}
petitioner: {person} etc
respondent: The State
respondent: The State etc.
forum: the learned Additional Sessions Judge-{small}, Islamabad (West)
relief: assails the judgment of conviction recorded in case {fir}
granted: The appeal is allowed; conviction and sentence are set aside and {P} is acquitted of the charge.
refused: The appeal fails and is dismissed; the benefit of section 382-B of the Code shall remain available to {P}.
short granted: Appeal allowed, appellant acquitted of the charge
short refused: Appeal dismissed, sentence maintained
issue chance witness
with: the eyewitness {witness} lives {small} kilometres away and gave no reason for his presence
    = the only observer had no business being there
with: the brother of the deceased did nothing to save him = a relative watched and did not help
with: the witness could not tell the crop standing in the field = the onlooker knew nothing of the scene
fact: The prosecution rests upon ocular evidence of {witness} and {witness2}; in cross-examination {w}.
argued: The testimony was called planted, for {w}.
answered: It was answered that natural witnesses of the vicinity need no certificate of presence.
law: A chance witness must give a plausible account of how he came to be at the place at that hour; without it his
    word is
    received with great caution.
granted: The presence of the witness is doubtful when {w}, and a single circumstance creating doubt entitles the
    accused to
    its benefit as of right.
refused: Although it is urged that {w}, his statement was recorded within an hour and agrees with the medical
    evidence.
question: doubtful presence of the person who says he saw the killing, {q}
question: unreliable observer in a homicide trial where {q}
question: reversal of a sentence because {q}
issue medical conflict
with: the post-mortem was held {small} hours after the time given for the death = the autopsy was strangely late
with: blackening around the wound contradicts a shot from the roof = the injury shows a close range shot
with: the doctor saw a blunt injury where a {weapon} is alleged = the hurt came from a different kind of object
fact: Dr. {officer} examined the body on {date1}; according to the report {w}.
argued: Ocular and medical evidence were said to run in opposite directions, since {w}.
answered: The State said that medical evidence is confirmatory only and cannot displace a truthful eyewitness.
law: Where two branches of evidence contradict each other on the manner of the injury, the court is left with doubt.
granted: As {w}, the two accounts cannot both be true and the prosecution has to bear the consequence.
refused: The difference is one of estimate, and no estimate of an interval is mathematical.
question: doctor's findings against the story of those who saw it, {q}
question: physical injuries do not fit, {q}
question: conflict of the autopsy with testimony where {q}
issue compromise
with: all legal heirs of the deceased pardoned {P} on {date2} = the family of the victim forgave
with: a minor heir's share of diyat was deposited = money was put aside for a child of the victim
fact: During the pendency of the appeal {w}, as the report of the trial court confirms.
argued: The sulh was relied upon for the reason that {w}.
answered: The Advocate General did not dispute the genuineness of the settlement.
law: Sections 309 and 310 of the Penal Code permit waiver and compounding of qisas by an adult sane wali.
granted: The statements were recorded voluntarily; because {w}, permission to compound is granted.
refused: The offence falls under section 311 as fasad-fil-arz, and so the settlement cannot end it.
question: settlement with heirs after a murder verdict, {q}
question: forgiveness by relatives, {q}
question: blood money arrangement where {q}

subject acquittal | appeal against acquittal | criminal
petitioner: {person}
petitioner: The State
respondent: {person} etc
respondent: {person} and another
forum: the learned Judicial Magistrate Section 30, Islamabad
relief: is directed against the acquittal of {R} in case {fir}
granted: Leave is granted, the acquittal is set aside and the case remanded for decision afresh after recording
    evidence.
refused: No misreading of evidence was found; the matter is dismissed in limine.
short granted: Allowed, matter remanded to the trial court for decision afresh
short refused: Dismissed in limine
short refused: Leave declined
issue double presumption
with: the trial judge acquitted before {small} summoned witnesses were heard
    = the case ended before people called could speak
with: the recovery was made {days} days after the arrest = the stolen thing turned up long afterwards
with: no identification parade was held although the culprits were unknown
    = nobody asked victims to pick out the thieves
fact: {R} was tried for an occurrence of {date1} at {place} and let off on {date2}; it appears
    from the record that {w}.
argued: The judgment was called perverse as {w}.
answered: {R} relied on the double presumption of innocence that follows an acquittal.
law: Interference with an acquittal is slow; it is made only where the view taken is wholly artificial or shocking.
granted: The acquittal was premature: {w}, and an opportunity to prove the charge was denied.
refused: The circumstance that {w} was weighed by the trial court, and another possible view is no ground to
    disturb it.
question: challenge to someone being cleared, {q}
question: when is a not-guilty finding reopened, {q}
question: complainant unhappy with an exoneration where {q}

subject trial | criminal revision | criminal
petitioner: {person}
petitioner: Ch. {person}
respondent: The State
respondent: {person} etc
forum: the learned Additional Sessions Judge-{small}, Islamabad (East)
relief: impugns an interim order passed in case {fir}
granted: The revision is allowed; the impugned order is set aside with a direction to decide the application afresh.
refused: The revision is dismissed, the order being neither illegal nor improper.
short granted: Allowed, impugned order set aside
short refused: Dismissed
issue recall of witness
with: the counsel was engaged in another court on the day of cross-examination
    = the lawyer was busy elsewhere that day
with: the right was closed on the very first date = the chance was taken away at the first hearing
fact: The right to cross-examine {witness} was closed on {date2}; it is on the record that {w}.
argued: A litigant, it was said, should not suffer when {w}.
answered: It was pointed out that {small} adjournments had been given before.
law: Section 540 of the Code serves the just decision of the case, and its second part is mandatory.
granted: For the reason that {w}, one opportunity is granted subject to costs of {amount}.
refused: Having prolonged the trial for {years} years, {P} cannot plead that {w}.
question: another chance to question a witness, {q}
question: testimony closed too early when {q}
question: calling somebody back to the stand because {q}
issue illegal dispossession
with: {P} was ousted from his house in {place} at night = people were thrown out of their home after dark
with: the accused holds a registered sale deed of the same plot = the occupier too has title papers
fact: The complaint under the Act of 2005 says that on {date1} {w}; the report of the patwari followed on {date2}.
argued: The ingredients of section 3 were said to be complete.
answered: It was contended that a dispute between co-sharers was turned into a crime.
law: The Illegal Dispossession Act, 2005 protects a lawful occupier against whoever ousts him without due course of
    law.
granted: As it appears that {w}, the dismissal of the complaint without calling for evidence cannot be sustained.
refused: Title and possession are before the civil court, which is seized of both.
question: land taken by force, {q}
question: criminal remedy of an evicted owner where {q}
question: occupation by a stranger, {q}

subject contempt | contempt of court
petitioner: {person}
petitioner: {person} etc
petitioner: {company}
respondent: {person}, Secretary etc
respondent: Chairman CDA & others
respondent: {person}
forum: the department of {R}
relief: alleges wilful disobedience of an order of this Court dated {date1}
granted: A show cause notice is issued to {R}, who shall appear in person on {date3}.
refused: Compliance has been reported, the notice is discharged and the petition disposed of.
short granted: Show cause notice issued, respondent to appear in person on {date3}
short refused: Disposed of, compliance made
short refused: Order complied with, disposed of
issue compliance
with: the representation was rejected by a non-speaking line
    = the appeal to the department was brushed aside without reasons
with: the salary was released for {small} months only = pay was handed over in part
with: construction went on in spite of the status quo = building continued after the stay
fact: By order of {date1} {R} was directed to decide the matter within {days} days; thereafter {w}.
argued: Counsel called it a mockery of the order, since {w}.
answered: {R} tendered an apology and filed a report of {date2}.
law: The object of Article 204 of the Constitution and the Ordinance of 2003 is obedience and not revenge.
granted: The explanation is no explanation; {w}, and the disobedience appears deliberate.
refused: A decision was taken; that {P} finds fault with it, saying that {w}, is a new cause of action.
question: officials ignore a court direction, {q}
question: punishing disobedience of a judge where {q}
question: half-hearted obedience, {q}
"""
