"""Invented matter: service, recruitment, land, education, election, regulators.  Read by `indexer.demo.subjects`."""

TEXT = """
subject service | service matter
petitioner: {person}
petitioner: {person} etc
respondent: FOP through Secretary Establishment Division
respondent: FOP etc
respondent: Ministry of Water Resources etc
respondent: Secretary Finance Division & others
forum: the departmental authority
relief: calls in question the decision of {R} dated {date1}
granted: The petition is allowed, the impugned decision is set aside and {R} shall decide the claim within {days}
    days.
refused: The petition is dismissed, leaving {P} to the remedy before the Federal Service Tribunal.
short granted: Allowed, respondents to consider the petitioner from the due date
short refused: Dismissed being not maintainable
short refused: Disposed of, representation to be decided within {days} days
issue promotion
with: the working paper of {P} was not placed before the board on {date1}
    = the file never reached the selection committee
with: an inquiry was pending on the day of the board and ended in exoneration = he was under a cloud that later lifted
with: a junior was promoted by relaxing the quota = somebody below him in seniority got ahead
fact: {P} serves in BPS-{grade} since {date2} and stood at serial No. {small} of the seniority list; {w}.
argued: The right to be considered, it was urged, was taken away as {w}.
answered: {R} stated that promotion is no vested right and the law bars this Court under Article 212.
law: Eligibility concerns terms and conditions of service, fitness does not; but the right to be considered is
    enforceable.
granted: Because {w}, the case shall be put before the next board with antedated effect.
refused: Once the board has assessed him and found him short of the threshold of {percent} marks, this Court cannot
    re-mark him.
question: government employee passed over, {q}
question: being left out of advancement where {q}
question: civil servant's elevation to the next grade, {q}
issue regularisation
with: {P} worked on contract against a permanent post for {years} years = a temporary hand held a lasting job for long
with: the cabinet committee recommended others hired on the same day = colleagues engaged together were made permanent
with: the project came to its end on {date2} = the scheme that employed him closed
fact: The engagement of {P} began on {date1} and was extended {small} times; {w}.
argued: Discrimination under Article 25 was pleaded as {w}.
answered: It was replied that a contract employee has no right beyond his contract.
law: The relation of master and servant governs those whose service has no statutory rules.
granted: Equality demands that {P} be treated alike, for {w}.
refused: Though {w}, an appointment made without advertisement gives no title to the post.
question: making a temporary worker permanent, {q}
question: ad hoc staff seeking lasting employment since {q}
question: unequal treatment of contract workers where {q}
issue pension
with: recovery of {amount} was ordered after retirement = money was clawed back from a retired man
with: the qualifying service was counted short by {small} months = years of work were left out of the count
with: the family pension of the second widow was withheld = a second wife got nothing after her husband died
fact: {P} retired on {date1} from BPS-{grade}; thereupon {w}.
argued: Pension was called property and not a bounty, and it was shown that {w}.
answered: {R} produced an audit objection of {date2}.
law: Pension is a right earned by past service and cannot be withheld or cut save under the rules and after a hearing.
granted: No notice preceded the step, and since {w} it cannot stand.
refused: The overpayment rests on a wrong declaration by {P} himself, who knew its falsehood.
question: retirement dues withheld, {q}
question: deductions from an old employee where {q}
question: benefits after leaving office, {q}
issue dismissal
with: the inquiry officer examined witnesses behind the back of {P} = evidence was taken in his absence
with: the charge sheet mentions another person's absence = the accusation concerns a different employee
with: the penalty was imposed by an officer not competent = the punisher lacked the power
fact: Major penalty was imposed on {date1}; it is not disputed that {w}.
argued: Violation of Article 10-A was complained of inasmuch as {w}.
answered: It was said that {P} had admitted his absence of {days} days.
law: A regular inquiry is indispensable before a major penalty where the charge turns on disputed facts.
granted: The proceedings are void, for {w}; a fresh inquiry may be held within {days} days.
refused: Long absence stands admitted, so that although {w}, nothing remained to be inquired into.
question: sacked public worker, {q}
question: removal from a job without a fair hearing since {q}
question: reinstatement sought where {q}

subject recruitment | recruitment
petitioner: {person}
petitioner: {person} and another
respondent: FPSC
respondent: FPSC etc
respondent: Chairman FPSC & others
forum: the Federal Public Service Commission
relief: assails the rejection of a candidature communicated on {date1}
granted: The matter is allowed and the candidature shall be processed in accordance with the advertisement.
refused: The Commission applied its rule to all alike; the matter is dismissed.
short granted: Allowed, candidature restored
short refused: Dismissed
issue eligibility
with: {P} exceeded the upper age by {small} months on the closing date
    = the candidate was slightly too old at the deadline
with: the degree was awarded after the closing date = the qualification came after the last day to apply
with: the experience certificate was unsigned = proof of past work lacked a signature
with: the domicile of {P} is of another province = the applicant belongs to a different region
fact: {P} applied for a post of Lecturer (BPS-{grade}) under Advertisement No. {small}; it was found that {w}.
argued: A liberal reading of the general instructions was sought although {w}.
answered: The Commission said that requirements are to be met by the closing date and by every one.
law: Terms of an advertisement bind the candidates and the Commission alike; relaxation lies with the competent
    authority.
granted: Notwithstanding that {w}, the record proves entitlement to the relaxation which the Commission overlooked.
refused: As {w}, the Commission had no choice, and sympathy is no substitute for eligibility.
question: job application turned down since {q}
question: candidate rejected by the examining body, {q}
question: public post competition where {q}

subject land | land and CDA
petitioner: {person}
petitioner: {person} etc
petitioner: {company}
respondent: CDA
respondent: CDA etc
respondent: CDA through Chairman & others
respondent: FGEHA etc
forum: the Director Estate Management
relief: concerns a plot in Sector {place}, Islamabad
granted: The petition is allowed; {R} shall decide the matter of {P} afresh and in accordance with law in {days} days.
refused: The petition is found without substance and is dismissed.
short granted: Allowed, CDA to decide the matter afresh within {days} days
short refused: Dismissed, petitioner may avail civil remedy
issue cancellation of allotment
with: instalments of {amount} were accepted after the date of cancellation
    = payments were still taken after it was revoked
with: the show cause notice went to a house that {P} had left = the warning was sent to an old address
with: a third party was given the same plot on {date2} = the site was given to someone else too
fact: Plot No. {small} in {place} was allotted on {date1} and cancelled {years} years later; {w}.
argued: Estoppel and legitimate expectation were pleaded because {w}.
answered: {R} said that no building was raised within the period allowed.
law: A public authority that takes the price cannot take back the land without notice, reasons and restitution.
granted: The cancellation cannot be upheld when {w}.
refused: Even if {w}, a defaulter of {years} years has no equity in his favour.
question: city authority revoked a site, {q}
question: losing an assigned parcel where {q}
question: paid for a residential lot but {q}
issue acquisition compensation
with: the built-up property award of {date1} left out the house of {P} = a home was missing from the list of payees
with: the land was taken {years} years ago and no possession fee paid = ground was seized long ago for nothing
with: the package deal promised one plot for every four kanals = owners were promised a lot in exchange
fact: Land of {P} in Mouza {village} was acquired for Sector {place}; {w}.
argued: Article 24 of the Constitution was invoked since {w}.
answered: {R} referred to the award and its finality after limitation.
law: Acquisition without rehabilitation promised in the package is acquisition half done.
granted: Considering that {w}, the Deputy Commissioner shall determine the claim after hearing {P}.
refused: The remedy of a reference was not availed within time, hence the plea that {w} is closed.
question: villagers displaced for a new sector, {q}
question: payment for expropriated ground where {q}
question: affectee still waiting because {q}
issue unauthorised construction
with: a residential house is used as a guest house = lodgers are taken into a home in a quiet street
with: the third storey was raised without an approved plan = an extra floor was added without permission
with: green land was enclosed as a lawn = a public verge was fenced in
fact: A notice under the Building Control Regulations was served on {date1}, since {w}.
argued: {P} said that neighbours who do the same were left alone.
answered: {R} filed photographs from which it is evident that {w}.
law: A wrong done to others or by others is no charter for another wrong.
granted: A hearing under the regulations did not precede the sealing, even though {w}.
refused: Since {w}, the sealing was within the four corners of the regulations.
question: zoning violation, {q}
question: premises sealed by the municipality as {q}
question: illegal building works, {q}

subject education | admission and education
petitioner: {person}
petitioner: Mst. {person}
respondent: University of Invented Sciences etc
respondent: HEC etc
respondent: Pakistan Medical Commission & others
forum: the Admission Committee
relief: is against the refusal of admission for the session beginning {date1}
granted: The petition is allowed and {P} shall be admitted against the next available seat.
refused: Academic judgment is for academics; the petition is dismissed.
short granted: Allowed, petitioner to be admitted
short refused: Dismissed
issue merit
with: the aggregate of {percent} per cent was rounded down = the score was cut by a fraction
with: the seat reserved for the disabled was given to open merit = a handicapped place went to somebody else
with: equivalence of a foreign certificate was refused = a diploma from abroad was not recognised
fact: {P} sat the entrance test on {date1}; in the final list {w}.
argued: Arbitrariness was alleged as {w}.
answered: The university pleaded autonomy and the closing of the session.
law: A prospectus has the force of a promise; it binds the institution until changed for all.
granted: The prospectus admits of no doubt, and since {w} the refusal is without lawful authority.
refused: The formula was applied to {days} candidates alike, whatever {P} feels when {w}.
question: student kept out of a college, {q}
question: unfair marking of entry, {q}
question: seat in a professional course where {q}

subject election | election
petitioner: {person}
petitioner: {person} etc
respondent: Returning Officer NA-{small} Islamabad etc
respondent: ECP etc
respondent: {person} and others
forum: the learned Returning Officer
relief: relates to the election scheduled for {date2}
granted: The order of the Returning Officer is set aside and the nomination papers of {P} stand accepted.
refused: The rejection is upheld and the matter dismissed.
short granted: Appeal allowed, nomination papers accepted
short refused: Appeal dismissed
issue nomination
with: the proposer was enrolled in another constituency = the person who put him forward votes elsewhere
with: a bank loan of {amount} was not mentioned = a debt was left out of the declaration
with: the signature of the seconder was disputed = one backer denied signing
with: an unpaid electricity bill was discovered = a utility bill was outstanding
fact: In the scrutiny of {date1} an objector, {witness}, pointed out that {w}.
argued: The defect was termed curable, even assuming that {w}.
answered: The objector said that voters have a right to the truth about a candidate.
law: Under the Elections Act, 2017 papers are not to be rejected for a defect that is not of a substantial nature.
granted: Even where {w}, the Returning Officer was bound to allow rectification on the spot.
refused: The omission is material: {w}, and a declaration on oath is no empty form.
question: candidate barred from the polls, {q}
question: papers thrown out at scrutiny because {q}
question: who may stand for parliament if {q}

subject regulator | regulatory matter
petitioner: {company}
petitioner: {company} & others
petitioner: {person}
respondent: OGRA
respondent: OGRA & others
respondent: PTA etc
respondent: PEMRA
forum: the Authority
relief: is directed against a decision of the Authority dated {date1}
granted: The appeal is allowed and the matter remanded to the Authority for a speaking order after hearing.
refused: The decision of the Authority is upheld and the appeal dismissed.
short granted: Allowed, matter remanded to the Authority
short refused: Dismissed
issue billing dispute
with: the meter was found slow by {percent} per cent = the gauge under-recorded consumption
with: arrears of {years} years were put into one bill = old dues were dumped into a single invoice
with: the pressure factor was applied from the back date = a correction was applied retroactively
fact: A bill of {amount} was served on {date1} because, as the licensee says, {w}.
argued: It was objected that no notice was given before it was held that {w}.
answered: The licensee relied on the natural gas tariff and the measurement report.
law: A licensee may recover what was consumed, upon proof by tests held in the presence of the consumer.
granted: The laboratory report was never shared; hence it could not be said that {w}.
refused: The joint inspection of {date2} bears the signature of {P} and records that {w}.
question: utility charges contested, {q}
question: gas customer faced with a huge invoice because {q}
question: metering quarrel, {q}
issue licence
with: the broadcast went on air without a delay mechanism = a live programme ran with no time lag
with: the spectrum fee of {amount} remained unpaid = charges for the radio band were owed
fact: The licence of {P} was suspended on {date1} on the ground that {w}.
argued: Freedom of trade under Article 18 was pressed.
answered: The Authority stated that {w} and that {small} warnings had been ignored.
law: A licence is a privilege tied to its terms, but its suspension must follow a hearing.
granted: The suspension preceded the hearing and thus it does not matter whether {w}.
refused: Breach is admitted: {w}, and the sanction is proportionate.
question: permit withdrawn from a business since {q}
question: sanction on an operator, {q}
question: suspension of a channel or network where {q}
"""
