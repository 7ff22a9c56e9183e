"""Invented matter: bail, its cancellation, quashment and liberty.  The form is read by `indexer.demo.subjects`."""

TEXT = """
subject bail | bail | criminal
petitioner: {person}
respondent: The State
respondent: The State etc
forum: the learned Additional Sessions Judge-{small}, Islamabad (West)
forum: the learned Sessions Judge, Islamabad (East)
relief: seeks the concession of bail in case {fir}
granted: This application is allowed; {P} shall be let out upon a bond of {amount} and one surety acceptable to the
    learned trial Court.
refused: This application has no merit and is dismissed; the learned trial Court shall conclude the trial within
    {small} months of the receipt of this order.
short granted: Bail allowed subject to surety of {amount}
short granted: Ad-interim bail confirmed on the existing bonds
short refused: Dismissed
short refused: Bail declined, trial court to conclude within {small} months
issue late report
with: the occurrence was reported {days} days after it is said to have happened
    = the complaint reached the police weeks late
with: the complainant consulted relatives and a jirga before going to the police station
    = elders were consulted before anyone went to the police
with: the written complaint bears a date that was overwritten = the date on the written complaint was altered
fact: According to the record {w}, and the crime report itself offers [no word|not a single line] to explain the gap.
fact: The complainant {witness} reported that {P} and others came to his house at {place} on {date1} and caused him
    hurt.
argued: It was urged that deliberation and consultation must be presumed because {w}.
answered: The State submitted that delay alone is never fatal where the accused is named and the injured lived to
    speak.
law: Delay in setting the law in motion is to be weighed with the surrounding circumstances; unexplained, it opens the
    door to afterthought.
granted: Since {w}, the question whether {P} was named upon deliberation calls for further inquiry within section
    497(2)
    of the Code.
refused: The gap has been accounted for: the injured was under treatment till {date2}, and a family attends to its
    wounded
    before it attends to a police station.
question: is someone entitled to release pending trial when {q}
question: belated complaint as a ground to free the accused before trial, {q}
question: effect on pre-trial release if {q}
issue role of co-accused
with: a co-accused with the same role was released by the trial court on {date2}
    = another accused with an identical part was already released
with: only a proverbial command to attack is attributed to {P} = the accused merely shouted encouragement
with: {P} is alleged to have stood armed at the gate without using the weapon
    = the accused was present but did nothing
fact: The investigation ascribed the fatal blow to {witness2}, who is not before this Court; as to {P}, {w}.
fact: A report under section 173 of the Code was submitted on {date3}, in which {P} is placed in column No. {small}.
argued: Learned counsel stressed the rule of consistency and said that {w}.
answered: It was answered that common intention shared by all makes the individual role immaterial at this stage.
law: Vicarious liability is a matter that the trial court settles after evidence; at the stage of bail the specific
    part
    attributed to each is looked at tentatively.
granted: Keeping in view that {w}, to keep {P} behind the bars would serve no useful purpose and would offend
    consistency.
refused: The case of {P} stands on a different footing, for the recovery of a {weapon} on his pointing out connects
    him
    with the occurrence.
question: parity with a released companion, {q}
question: can custody continue although {q}
question: the minor part played by the person in jail, {q}
issue dishonoured cheque
with: the cheque was handed over as security in a sale of a plot in {place}
    = the cheque was only a guarantee for a land deal
with: a civil suit for the same money has been pending since {date1} = a money suit between the two is already running
with: the cheque bears a signature that the bank found different = the signature on the cheque does not match
fact: A cheque for {amount} drawn on {bank} was dishonoured upon presentation on {date1}; in the defence version, {w}.
argued: It was contended that section 489-F of the Penal Code is not a provision for the recovery of money and that
    {w}.
answered: The complainant's counsel said that issuance and dishonour are admitted and dishonesty follows from both.
law: Dishonest intention at the time of issuing the instrument towards an existing obligation is the soul of
    section 489-F.
law: An offence that falls outside the prohibitory clause ordinarily attracts the grant of bail, and refusal is the
    exception.
granted: As {w}, whether the instrument was issued towards the fulfilment of an obligation is open to inquiry.
refused: {P} has issued {small} such instruments to different persons, and the repetition is an exceptional
    circumstance.
question: bounced payment instrument, {q}: should the drawer stay in prison
question: release of a person who gave a bad cheque where {q}
question: is failing to honour a bank draft a crime if {q}
issue apprehension of arrest
with: the police had summoned him {small} times without recording any material
    = officers kept calling him in without evidence
with: the first report names nobody and the supplementary statement came {days} days later
    = his name surfaced only in a later statement
with: he had lodged a complaint against the investigating officer = he had earlier complained about the investigator
fact: {P} joined the investigation on {date2}; the record shows that {w}.
argued: Mala fides on the part of the local police was pleaded for the reason that {w}.
answered: It was replied that pre-arrest bail is meant for the innocent who is humiliated and not for everyone who
    fears arrest.
law: Bail before arrest is an extraordinary relief; the intended arrest must be shown to spring from ulterior motive.
granted: The conclusion that the arrest is wanted for humiliation is inescapable when {w}.
refused: Nothing beyond bare words shows malice; a recovery of {amount} is yet to be effected and custody is needed
    for it.
question: protection against being taken into custody when {q}
question: fear of a vindictive arrest, {q}
question: anticipatory relief where {q}

subject cancellation | bail cancellation | criminal
petitioner: {person}
petitioner: The State
respondent: {person}
respondent: {person} etc
forum: the learned Additional Sessions Judge-{small}, Islamabad (East)
relief: seeks the recall of the bail granted to {R} in case {fir}
granted: This petition is allowed; the concession extended to {R} is recalled and he shall be taken into custody.
refused: Finding no ground to interfere, the petition is dismissed.
short granted: Petition allowed, bail recalled
short refused: Dismissed in limine
issue misuse of liberty
with: {R} threatened the witness {witness} outside the court on {date2}
    = a witness was intimidated by the person released
with: {R} remained absent on {small} consecutive dates = the released person stopped coming to court
with: {R} left the country with leave of nobody = the person out on bond went abroad secretly
fact: After his release on {date1}, so it is alleged, {w}.
argued: The complainant's grievance is that {w} and that a fair trial is no longer possible.
answered: {R} denied the allegation and produced the order sheet of the trial court.
law: Considerations for the cancellation of bail are different from those for its grant; strong and exceptional
    grounds
    are needed to take back a liberty once given.
granted: The report of the trial court confirms that {w}; liberty so used is liberty forfeited.
refused: The allegation that {w} rests upon an affidavit alone, never reported to the trial court at the time.
question: taking back the release of an accused because {q}
question: abuse of bond conditions, {q}
question: recall of the concession where {q}

subject quashment | quashment of FIR | criminal
petitioner: {person}
petitioner: {company}
respondent: The State
respondent: SHO {station} etc
respondent: FIA through Director General
forum: the Station House Officer, Police Station {station}
relief: prays that {fir} be quashed
granted: The petition is allowed and {fir} with all proceedings taken upon it is quashed.
refused: The petition is dismissed; {P} may raise every plea before the learned trial Court under section 249-A of
    the Code.
short granted: Petition allowed, FIR quashed
short refused: Dismissed, petitioner may approach the trial court
short refused: Dismissed as withdrawn
issue civil dispute
with: the parties are partners whose accounts were never settled = business associates never squared their books
with: possession of the shop was handed over under an agreement dated {date1}
    = the premises were given up under a contract
with: the goods were supplied on credit and {amount} was paid later
    = merchandise was delivered on trust and partly paid for
fact: The complaint alleges cheating in the sum of {amount}, yet from its own text it appears that {w}.
argued: It was argued that a matter purely of contract was given a criminal colour, as {w}.
answered: The State maintained that one set of facts can give rise to civil and criminal liability side by side.
law: The inherent jurisdiction under section 561-A is to be used sparingly, and an investigation is not to be
    throttled
    unless the allegations taken as a whole disclose no offence.
granted: Reading the complaint as a whole, {w}; no deception at the inception is even alleged.
refused: Although {w}, the forged receipts recovered on {date2} cannot be explained by a mere breach of contract.
question: commercial quarrel turned into a police case, {q}
question: striking down a criminal case where {q}
question: police used as a debt collector although {q}
issue second report
with: an earlier report on the same occurrence was registered on {date1} = the same event had been recorded before
with: the new report only gives another version of the same fight = the later complaint is a counter version
fact: The record shows that {w}, and that the investigation of the first had reached Inspector {officer}.
argued: A second report of one occurrence, it was said, is unknown to the Code.
answered: It was answered that new facts came to light on {date2} which no one had mentioned before.
law: Every version of one occurrence is to be recorded under section 161 in the case already registered.
granted: As {w}, the impugned report is a second one of the same occurrence and cannot stand.
refused: The two reports speak of different days and different places, so that they are no twins.
question: can the police register twice when {q}
question: duplicate crime reports, {q}
question: multiple registration of a single event where {q}

subject liberty | habeas corpus and police matter | criminal
petitioner: {person}
respondent: SHO {station} etc
respondent: The State, etc
respondent: IG Police Islamabad & others
forum: the Station House Officer, Police Station {station}
relief: complains of the conduct of the police of {station}
granted: The petition is allowed in terms that {R} shall act strictly in accordance with law and shall file compliance
    with the Registrar within {days} days.
refused: The grievance stands redressed and the petition is disposed of as not pressed.
short granted: Disposed of with direction to respondents to act in accordance with law
short refused: Disposed of as not pressed
short refused: Dismissed
issue detention
with: the bailiff found the detenu in an unrecorded room on {date2} = the missing man was found in a secret cell
with: no entry of the arrest exists in the daily diary = the arrest was never written into the register
with: the detenu was produced after {small} days without remand = nobody took him before a magistrate for days
fact: The son of {P}, {witness}, was taken away on {date1}; upon the report of the bailiff {w}.
argued: It was submitted that the custody was without any authority of law, in that {w}.
answered: The officer claimed that the man had come to the station of his own accord for an inquiry.
law: Articles 9 and 10 of the Constitution make the production of an arrested person before a Magistrate within
    twenty-four
    hours a command and not a courtesy.
granted: When {w}, no explanation can cure the illegality and the detenu is set at liberty.
refused: The detenu stated before this Court that he was in custody of no one, which ends the matter.
question: illegal confinement by law enforcement, {q}
question: family looking for a missing man, {q}
question: freedom of a person held when {q}
issue harassment
with: constables came to the shop every week asking for {amount} = uniformed men kept demanding money at the store
with: a land grabber is backed by the local police = officers side with someone occupying property
with: {P} married of her own will and her family resents it = a woman who chose her own husband is being chased
fact: {P} states that {w}; an application to the Senior Superintendent of {date1} remained without answer.
argued: The interference with a peaceful life was described at length, namely that {w}.
answered: The report of the Station House Officer denies any such visit.
law: Inviolability of the dignity of man under Article 14 binds every constable at every door.
granted: In view of the video placed on record {w}; an inquiry under the Police Order shall be held by
    Superintendent {officer}.
refused: Disputed facts of this kind are for the Justice of Peace under section 22-A of the Code.
question: stopping the police from troubling a citizen because {q}
question: protection order sought where {q}
question: pressure by officials, {q}
"""
