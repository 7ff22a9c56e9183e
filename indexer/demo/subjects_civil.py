"""Invented matter: rent, family, decrees, procedure, transfer, arbitration.  Read by `indexer.demo.subjects`."""

TEXT = """
subject rent | rent
petitioner: {person}
petitioner: {person} etc
respondent: {person}
respondent: {person} & others
respondent: Rent Controller Islamabad etc
forum: the learned Rent Controller, Islamabad
relief: arises out of an eviction petition concerning premises in {place}
granted: The order of eviction is set aside and the eviction petition shall be decided afresh.
refused: The order of eviction is maintained; the tenant shall hand over vacant possession within {days} days.
short granted: Allowed, case remanded to the Rent Controller
short refused: Dismissed, tenant to vacate within {days} days
issue default in rent
with: rent of {small} months was tendered by money order after the petition
    = payment was sent only once the case began
with: the tentative rent order of {date1} was not obeyed = the interim deposit direction was ignored
with: the rent was paid to the former owner = money went to the previous landlord
fact: A shop was let at {amount2} a month under a tenancy of {date1}; on the evidence {w}.
argued: The tenant said that there was no wilful default, as {w}.
answered: The landlord relied on the bank statement and on the absence of receipts.
law: Under the Islamabad Rent Restriction Ordinance, 2001 an order for tentative deposit must be obeyed to the day.
granted: Where {w}, wilfulness is not made out and the defence could not be struck off.
refused: As {w}, striking off the defence followed as night follows day.
question: shopkeeper behind with payments, {q}
question: eviction for arrears where {q}
question: lessee failing to pay in time, {q}
issue personal need
with: the landlord's son returned from abroad to start a clinic
    = a child of the owner wants to open a medical practice
with: the landlord owns another vacant shop in the same plaza = the owner has a second empty unit nearby
with: the building is {years} years old and must be rebuilt = the structure is ancient and due for reconstruction
fact: Need in good faith was pleaded in the petition of {date1}, where it was said that {w}.
argued: The need was called a device to raise the rent.
answered: The landlord deposed on oath that {w}, and was not shaken in cross-examination.
law: The landlord is the best judge of his requirement, provided that it is honest and not a whim.
granted: The need was not proved to be honest; though {w}, an increase of rent was asked a month before.
refused: The statement that {w} remained unrebutted, which suffices for ejectment.
question: owner wants the property back, {q}
question: bona fide requirement of the proprietor where {q}
question: can an occupant resist leaving if {q}

subject family | family matter
petitioner: {person}
petitioner: Mst. {person}
respondent: {person}
respondent: Mst. {person} etc
respondent: Judge Family Court East & others
forum: the learned Judge Family Court, Islamabad (East)
relief: challenges the judgment in a family suit decided on {date1}
granted: The petition is allowed and the decree modified in the terms stated above.
refused: The concurrent findings call for no interference and the petition is dismissed.
short granted: Allowed, decree modified
short refused: Dismissed
issue maintenance
with: the father earns {amount2} a month abroad and hid his salary slip = the dad concealed foreign income
with: the minors go to a school whose fee is {amount2} = the kids attend a costly school
with: the wife left the house without cause = the spouse walked out for no reason
fact: The marriage of {date1} gave the parties {small} children; on maintenance, {w}.
argued: The rate was attacked, it being said that {w}.
answered: The other side pointed to rising prices and the needs of growing children.
law: The father's duty to maintain his children follows his means and their station in life.
granted: The rate is varied for the reason that {w}.
refused: The learned courts considered that {w}, and fixed a rate that is neither high nor low.
question: child support amount, {q}
question: allowance for sons and daughters where {q}
question: how much must a parent pay if {q}
issue custody
with: the mother contracted a second marriage with a stranger to the minor = the mum remarried outside the family
with: the child of {small} years stated a wish to live with the father = the youngster asked to stay with dad
with: the maternal grandmother brought up the minor since birth = granny raised the little one
fact: The minor {witness} lives at {place}; the Guardian Court noted that {w}.
argued: The right of hizanat was pressed although {w}.
answered: The welfare of the minor was said to point the other way.
law: Welfare of the minor is the paramount consideration, before which every personal law right gives way.
granted: In the particular circumstance that {w}, custody is to change hands in two stages.
refused: That {w} does not by itself outweigh the settled life of the child.
question: who keeps the child, {q}
question: guardianship quarrel between parents where {q}
question: upbringing of a minor, {q}
issue dower and dowry
with: the dower of {small} tolas of gold is entered in column 16
    = jewellery promised in the marriage contract is recorded
with: the list of dowry articles bears no receipts = the inventory of bridal goods has no proofs of purchase
with: khula was granted without return of the dower = the wife ended the marriage and kept her gift
fact: The nikahnama of {date1} is admitted; it was found that {w}.
argued: It was urged that the decree goes beyond the pleadings, in that {w}.
answered: The wife's statement was corroborated by her father {witness}.
law: A wife's claim for dower is a debt, and dowry articles are proved by preponderance as few families keep receipts.
granted: The finding cannot be reconciled with the record, since {w}.
refused: Notwithstanding the plea that {w}, customs of our society make the finding a natural one.
question: bride's gold and household goods, {q}
question: marriage gift unpaid, {q}
question: recovery of wedding articles where {q}

subject decree | civil decree
petitioner: {person}
petitioner: {person} etc
petitioner: {company}
respondent: {person}
respondent: {person} and others
respondent: {person} (deceased) through LRs
forum: the learned Civil Judge 1st Class, Islamabad (West)
relief: is directed against the judgment and decree dated {date1}
granted: The impugned judgment and decree is set aside and the suit decreed as prayed, with costs.
refused: The judgment and decree is upheld and the matter dismissed with no order as to costs.
short granted: Appeal is allowed, impugned judgment and decree set aside
short refused: Dismissed
short refused: Admit, notice, record be summoned, relist {date3}
issue specific performance
with: the balance of {amount} was never deposited in court = the remaining price was not put forward
with: time was extended twice by endorsements on the back of the agreement
    = the deadline was pushed on the deed's reverse
with: the vendor {witness} sold the plot to a stranger on {date2} = the seller passed it on to an outsider
fact: By an agreement of {date1} the parties settled the sale of a plot in {place} for {amount}; thereafter {w}.
argued: Readiness and willingness were said to be tested by the fact that {w}.
answered: The other side called time the essence of the agreement.
law: He who seeks specific performance must show that he was ready with the money at every moment of the period.
granted: The equities favour performance, as {w}.
refused: The discretion under section 22 of the Specific Relief Act, 1877 cannot be used for {P} when {w}.
question: enforcing a property sale promise, {q}
question: buyer wants the deed executed where {q}
question: failed real estate bargain, {q}
issue gift and inheritance
with: the donor was {years} years old and bedridden on the day of the gift
    = a sick elder is said to have given it all away
with: the sisters' share was left out of the mutation = daughters got nothing in the revenue entry
with: no possession passed under the oral gift = the supposed present was never handed over
fact: Land in Mouza {village} belonged to the late father of the parties, who died on {date1}; {w}.
argued: The mutation of {date2} was branded a fraud, because {w}.
answered: Limitation of {years} years was set up as a complete answer.
law: A gift needs declaration, acceptance and delivery of possession; who relies on it must prove all three.
granted: Once {w}, neither mutation nor lapse of time can defeat the share of an heir.
refused: Having signed the family settlement, {P} cannot turn round and say that {w}.
question: women deprived of ancestral land, {q}
question: doubtful transfer by an old parent where {q}
question: succession quarrel among siblings, {q}
issue limitation
with: the appeal was filed {days} days late with an affidavit on illness
    = the challenge came after the deadline due to sickness
with: the certified copy was delayed by the copying agency = official copies took too long
with: the counsel noted a wrong date = the lawyer wrote down the wrong day
fact: The decree was passed on {date1} and the memorandum presented on {date2}; the delay is put down to this that
    {w}.
argued: Sufficient cause within section 5 was claimed, for {w}.
answered: Each day of delay, it was replied, has to be explained.
law: A valuable right accrues to the other side by lapse of time, and negligence is no sufficient cause.
granted: The delay is condoned, as {w} and no indolence is visible.
refused: The plea that {w} remained a bare word; the matter is barred by time.
question: missing the filing period, {q}
question: late challenge excused or not where {q}
question: out of time because {q}

subject procedure | civil procedure and review
petitioner: {person}
petitioner: {person} etc
respondent: {person} etc
respondent: FOP
respondent: {company} & another
forum: the learned Civil Judge, Islamabad (East)
relief: is directed against an order of {date1}
granted: The order is set aside; the application shall be decided afresh within {days} days.
refused: No ground within the narrow scope of this jurisdiction was made out; dismissed.
short granted: Allowed, order recalled
short refused: Dismissed
short refused: Office objection sustained
issue amendment of pleadings
with: the amendment came after {small} witnesses had been examined = changes were proposed after testimony was taken
with: a new plot number was to be inserted in the plaint = the claim was to name another parcel
with: the relief of possession was left out by oversight = asking for the premises itself was forgotten
fact: The suit was filed on {date1}; an application under Order VI rule 17 followed, it being the case that {w}.
argued: Amendments are liberally allowed, it was said, although {w}.
answered: The defendant feared a change of the complexion of the suit.
law: An amendment needed to settle the real controversy is to be allowed unless it alters the cause of action.
granted: No prejudice is caused that costs of {amount2} cannot cure, even if {w}.
refused: As {w}, the amendment would take away an admission and change the suit.
question: altering a claim late in the case, {q}
question: revising what was pleaded where {q}
question: correction of the plaint, {q}
issue review
with: a judgment of the larger bench was not brought to notice = a binding ruling was overlooked
with: the order records a consent that nobody gave = agreement was noted that never happened
fact: This Court decided the matter on {date1}; {P} now says that {w}.
argued: An error apparent on the face of the record was pointed out, namely that {w}.
answered: It was replied that a review is no appeal in disguise.
law: Review lies for a mistake that meets the eye and needs no search.
granted: The mistake is patent: {w}, and it shall not stand in the way of justice.
refused: Points that were argued and decided cannot be heard again by saying that {w}.
question: reopening a concluded decision since {q}
question: court correcting its own error, {q}
question: second look at a ruling where {q}

subject transfer | transfer of cases
petitioner: {person}
petitioner: Mst. {person}
respondent: {person}
respondent: {person} and another
forum: the learned District Judge, Islamabad (West)
relief: seeks the transfer of a case pending since {date1}
granted: The application is allowed and the case withdrawn and entrusted to the District Judge for a court of
    competence.
refused: The application is dismissed.
short granted: Allowed, case transferred to Islamabad (West)
short refused: Dismissed as withdrawn
issue convenience
with: the wife lives with {small} minors in Mouza {village} = a mother of small children lives far off
with: the judge is said to have met the other side in chambers = a private talk between judge and opponent is alleged
with: two suits on the same property are before two courts = parallel litigation is split over judges
with: the judgment debtor has property only in the other division = what can be seized lies in the other district
fact: Proceedings are at the stage of evidence; the ground taken is that {w}.
argued: Convenience and justice were said to call for a change, as {w}.
answered: The respondent called it a tactic to delay.
law: Transfer is ordered on reasonable apprehension and convenience, not on every suspicion.
granted: The record bears out that {w}, and no harm comes to the other side.
refused: A bare allegation that {w} must not drive cases from judge to judge.
question: moving litigation to a different court, {q}
question: change of venue where {q}
question: asking for another judge because {q}

subject arbitration | arbitration
petitioner: {company}
petitioner: {company} etc
respondent: NHA
respondent: {company}
respondent: CDA etc
forum: the sole arbitrator
relief: concerns an agreement of {date1} that has an arbitration clause
granted: The petition is allowed as prayed; the parties shall bear their own costs.
refused: The petition is dismissed with costs of {amount2}.
short granted: Allowed as prayed
short refused: Dismissed with costs
issue scope of clause
with: the claim is for escalation of {percent} per cent in the price of bitumen = higher material prices are demanded
with: the engineer's decision was never sought = the step before the consulting engineer was skipped
with: the contract was ended for delay of {months} months = the deal was terminated for slow work
fact: The work was the building of a road at {village} for {amount}; disputes arose as {w}.
argued: The clause was said to cover every dispute, and so this one, that {w}.
answered: The employer called the reference premature.
law: Courts lean towards holding the parties to the forum that they chose.
granted: The words "any dispute whatsoever" are wide, and although {w} they cover it.
refused: The arbitrator dealt with the point that {w}; a court does not sit in appeal over an award.
question: construction dispute to be decided outside court, {q}
question: builder and employer disagree where {q}
question: contract forum clause, {q}
issue foreign award
with: notice of the proceedings was sent to a closed office = the loser says the summons went to a shut branch
with: interest was given above the contract rate = more was added for delay than agreed
fact: An award of {amount} was made abroad on {date1}; resistance is offered on the ground that {w}.
argued: Enforcement under the Act of 2011 was asked for as a matter of course.
answered: The respondent maintained that {w} and that public policy forbids recognition.
law: Refusal of recognition is confined to the closed list of the New York Convention.
granted: None of the listed grounds is made out by saying that {w}.
refused: A party that was not heard cannot be bound; it stands proved that {w}.
question: overseas tribunal ruling to be honoured here, {q}
question: recognition of an international decision where {q}
question: resisting enforcement since {q}
"""
