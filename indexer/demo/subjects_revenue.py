"""Invented matter: banking, company, tax, customs, exchange, trademark.  Read by `indexer.demo.subjects`."""

TEXT = """
subject banking | banking recovery
petitioner: {bank}
petitioner: {bank} etc
petitioner: {company}
respondent: {company} & others
respondent: {person} etc
respondent: {bank}
forum: the learned Judge Banking Court-{small}, Islamabad
relief: concerns a finance facility of {amount} sanctioned on {date1}
granted: In the result the objections of the customer prevail and the matter shall proceed on the footing stated above.
refused: In the result the objections of the customer fail and the recovery of {amount2} with cost of funds shall go on.
short granted: Leave to defend granted, issues to be framed
short refused: Leave refused, suit decreed
short refused: Dismissed
issue leave to defend
with: mark-up was charged for {months} months beyond the term = extra profit was added after the period ended
with: the statement of account bears no certificate under the Bankers' Books Evidence Act
    = ledger copies lack attestation
with: the guarantor {witness} says that his signature was forged = the person standing surety denies signing
with: a restructuring of {date2} was not disclosed = a later rescheduling was kept quiet
fact: The customer availed running finance against a mortgage of property in {place}; it is pleaded that {w}.
argued: A substantial question requiring evidence was said to arise because {w}.
answered: It was answered that the requirements of section 10 of the Ordinance of 2001 were not met figure by figure.
law: Leave follows where a serious and bona fide dispute of fact appears, and the account must show how the sum was
    reached.
granted: That {w} is a matter which evidence alone can settle.
refused: The execution of the documents is admitted and the assertion that {w} is unsupported by a single figure.
question: borrower fighting a lender's claim, {q}
question: unpaid loan and a defence that {q}
question: financial institution sues a customer where {q}
issue execution and auction
with: the reserve price was fixed {percent} per cent below the valuation = the minimum bid was set too low
with: the auction took place on a public holiday = the sale was held on a day off
with: the mortgaged house is the only dwelling of the family = the seized home shelters the whole household
fact: In execution of a decree of {date1} the mortgaged property was put to sale on {date2}; {w}.
argued: Material irregularity was alleged, seeing that {w}.
answered: The auction purchaser {witness} said that he had paid the full price in time.
law: A sale is set aside upon irregularity joined with substantial injury, not upon either alone.
granted: The injury is evident where {w}, hence the sale is set aside.
refused: {P} made no deposit under Order XXI rule 90 and cannot be heard to say that {w}.
question: forced sale of mortgaged premises, {q}
question: undoing a court auction where {q}
question: bidding irregular, {q}

subject company | company matter
petitioner: {company}
petitioner: {person} etc
petitioner: {company} & another
respondent: SECP
respondent: SECP and others
respondent: {company} etc
forum: the Securities and Exchange Commission of Pakistan
relief: invokes the Companies Act, 2017 in the affairs of {company}
granted: The petition is allowed in the terms prayed for; a certified copy shall be filed with the registrar in
    {days} days.
refused: The petition is dismissed.
short granted: Scheme of arrangement sanctioned
short granted: Petition allowed, official liquidator appointed
short refused: Dismissed as withdrawn with permission to file afresh
issue winding up
with: the company made no annual return for {years} years = statutory filings stopped long ago
with: a debt of {amount} is disputed in good faith = the sum owed is honestly contested
with: the substratum was lost when the factory was sold = the business purpose vanished with its plant
fact: A notice under section 302 was served on {date1}; the material shows that {w}.
argued: Inability to pay debts was inferred from this that {w}.
answered: The company said that a winding up petition is no lever to collect money.
law: Winding up on just and equitable grounds is a last resort where no other remedy answers.
granted: Because {w}, nothing is left that a board could manage.
refused: Where {w}, the creditor is to sue for his money.
question: closing down a firm, {q}
question: liquidation sought since {q}
question: corporate death where {q}
issue minority oppression
with: further shares were issued to the majority at par = new stock went cheaply to those in control
with: no general meeting was held since {date1} = shareholders were not convened for ages
with: the director {witness} paid himself {amount} = an insider took money out
fact: {P} holds {percent} per cent of the shares; it is complained that {w}.
argued: Oppression and mismanagement were pleaded, for {w}.
answered: The board relied on its articles and the business judgment rule.
law: The affairs of a company are not to be conducted in a manner unfairly prejudicial to a part of its members.
granted: The conduct was unfairly prejudicial, as {w}.
refused: Internal management is for the members in meeting; that {w} was approved by them.
question: small investors squeezed, {q}
question: unfair treatment inside a business where {q}
question: controlling owners abuse power, {q}
issue merger
with: {percent} per cent of secured creditors voted for the scheme = lenders by a wide margin backed the combination
with: the swap ratio was challenged by one member = someone contests how shares are exchanged
fact: A scheme of amalgamation was approved in meetings of {date2}; {w}.
argued: Sanction was prayed for on the basis that {w}.
answered: The registrar raised no objection save on the pending tax.
law: The court looks whether the statutory majority acted in good faith and whether the scheme is fair to an honest
    man.
granted: Seeing that {w}, the scheme is such as a man of business would approve.
refused: Material facts were not disclosed in the statement; thus the circumstance that {w} cannot save it.
question: joining two companies, {q}
question: amalgamation approval where {q}
question: corporate restructuring, {q}

subject tax | tax
petitioner: CIR
petitioner: Commissioner Inland Revenue
petitioner: {company}
petitioner: {person}
respondent: {company}
respondent: {company} etc
respondent: FBR etc
respondent: ATIR, etc
forum: the learned Appellate Tribunal Inland Revenue, Islamabad
relief: raises questions of law out of an order dated {date1} for the tax year {year}
granted: The questions are answered in favour of the taxpayer and the demand is set aside.
refused: The questions are answered in favour of the department and the matter is decided accordingly.
short granted: Questions answered in favour of the taxpayer
short refused: Reference declined
short refused: Disposed of in terms of the judgment in connected matters
issue show cause and limitation
with: the notice under section 122 was issued on the last day of the {small}th year
    = the demand came at the final hour
with: the order was passed {days} days after the time limit = the assessment was made too late
with: the extension of time was granted without reasons = more time was allowed with no explanation
fact: The return was deemed an assessment; it was amended on {date2}, creating a demand of {amount}, although {w}.
argued: The proceedings were said to be barred, since {w}.
answered: The department said that time limits of this kind are directory.
law: A power that must be used within a period ends with the period, and a taxing statute is read strictly.
granted: The amended assessment fails as {w}.
refused: Exclusion of the stay period answers the point that {w}.
question: late levy by the revenue, {q}
question: reassessment out of time where {q}
question: can the collector demand money if {q}
issue input adjustment
with: the suppliers of the taxpayer were blacklisted after the purchase = sellers were disqualified later
with: payment was made in cash above the limit of section 73 = large purchases were not paid through a bank
with: the invoices were summaries without a narration of goods = the bills do not say what was bought
fact: Input tax of {amount} was refused for {months} tax periods, it being found that {w}.
argued: Good faith purchases were pleaded despite the finding that {w}.
answered: The department spoke of fake and flying invoices.
law: Sections 7 and 8 of the Sales Tax Act, 1990 allow adjustment only of tax really paid on a taxable supply.
granted: A buyer who paid through his bank is not to suffer because {w}.
refused: The burden lay on the claimant, and {w}; the claim was therefore inadmissible.
question: credit for tax paid on purchases, {q}
question: refund denied by the revenue because {q}
question: offset of levy on supplies where {q}
issue withholding and salary
with: no tax was deducted on payments to a non-resident = nothing was held back from sums sent abroad
with: the flying allowance of pilots was taxed at full rate = crew perks were charged like pay
with: advance tax was taken on the purchase of property = a levy was charged when buying a house
fact: By a notice of {date1} recovery of {amount} was started; the case of the department is that {w}.
argued: The charge was called confiscatory in that {w}.
answered: Entry 47 of the Federal Legislative List was relied upon.
law: Deduction at source is a mode of collection and cannot create a liability that the charging section does not.
granted: No charging provision reaches the case where {w}.
refused: The Ordinance of 2001 says so in plain words, and {w}.
question: deduction at source contested, {q}
question: income levy on a payment where {q}
question: constitutional attack on a charge since {q}

subject customs | customs
petitioner: Collector of Customs
petitioner: Director Intelligence and Investigation Customs
petitioner: {company}
petitioner: {person}
respondent: {company}
respondent: {person} etc
respondent: Customs Appellate Tribunal etc
forum: the learned Customs Appellate Tribunal, Islamabad Bench
relief: is a reference under section 196 of the Customs Act, 1969 from an order of {date1}
granted: The questions are answered in favour of the importer.
refused: The questions are answered in favour of the department.
short granted: Questions answered in favour of the importer
short refused: Questions answered in favour of the department
issue seizure of vehicle
with: the chassis number was found welded = the frame digits had been tampered with
with: the vehicle bears a registration of {years} years' standing = the car had long been registered
with: the auction voucher belongs to another vehicle = sale papers concern a different car
fact: A jeep was stopped near {village} on {date1}; on forensic examination {w}.
argued: The lawful excuse of section 187 was discharged, it was said, even though {w}.
answered: The department relied on section 2(s) and called the vehicle smuggled.
law: Once the goods are notified, the burden to prove lawful import rests on the person in possession.
granted: The burden was met; the fact that {w} is at best a circumstance against an unknown predecessor.
refused: As {w}, redemption fine is not open and outright confiscation must follow.
question: confiscated jeep, {q}
question: non duty paid automobile where {q}
question: purchaser of a suspicious motor car, {q}
issue valuation
with: the ruling under section 25-A was older than {days} days = the official price list was stale
with: the declared value agreed with the letter of credit = what was declared matches the bank papers
with: identical goods were cleared at {percent} per cent less = the same merchandise passed for less elsewhere
fact: A consignment of {small} containers was assessed on {date2}; {w}.
argued: The transaction value was pressed, as {w}.
answered: The collector spoke of group under-invoicing.
law: Methods of valuation are to be applied in their order, and none is skipped without reasons.
granted: The assessment leaps over the transaction value, though {w}.
refused: The ruling was in the field and binding, whether or not {w}.
question: import price disputed, {q}
question: duty on a shipment where {q}
question: undervalued goods at the port, {q}
issue classification
with: the part is fit for tractors and for cars alike = the component has double use
with: the laboratory found a polymer other than that declared = chemical tests showed a different plastic
fact: The goods were declared under PCT heading {small}{days}.{months}; it turned out that {w}.
argued: The explanatory notes were cited for the proposition that goods follow their principal use, {w} or not.
answered: A notification of exemption, it was said, is read strictly.
law: The terms of the headings and the section notes decide classification before anything else.
granted: Since {w}, the heading that is more specific prevails.
refused: The exemption is not available when {w}.
question: which tariff line applies, {q}
question: exemption on imports lost because {q}
question: harmonised code quarrel where {q}

subject exchange | foreign exchange
petitioner: {company}
petitioner: {person}
petitioner: {bank}
respondent: State Bank etc
respondent: Foreign Exchange Adjudication Officer & others
forum: the Foreign Exchange Regulation Appellate Board
relief: is an appeal under the Foreign Exchange Regulation Act, 1947
granted: The penalty is set aside and the deposit shall be refunded.
refused: The penalty is upheld and the appeal dismissed.
short granted: Appeal allowed, penalty set aside
short refused: Appeal dismissed
issue export proceeds
with: the foreign buyer went into liquidation = the customer overseas collapsed
with: the goods of {small} invoices were returned as defective = merchandise came back as faulty
with: the bank did not report receipt of {amount} = the remittance came but was not notified
fact: Exports were made under Form E between {date1} and {date2}; proceeds stayed outstanding as {w}.
argued: The presumption of section 12 was said to be rebutted by proof that {w}.
answered: The State Bank maintained that every reasonable step to bring the money had to be shown.
law: Penalty presupposes that the exporter failed to take such action as a prudent man would take.
granted: No prudent exporter could do more where {w}.
refused: No correspondence was produced for {years} years; that {w} is asserted and not proved.
question: money from sales abroad never repatriated, {q}
question: exporter fined although {q}
question: hard currency shortfall, {q}

subject trademark | trademark and intellectual property
petitioner: {company}
petitioner: {person}
respondent: {company} etc
respondent: Registrar of Trade Marks etc
forum: the learned Intellectual Property Tribunal, Islamabad
relief: concerns rival claims to the mark "{mark}"
granted: The appeal is allowed and the use of the mark by {R} is restrained till the decision of the suit.
refused: The appeal is dismissed and the registration maintained.
short granted: Allowed, injunction granted
short refused: Dismissed
issue deceptive similarity
with: both parties sell tea in packets of the same colour = rivals use a look-alike wrapper for a beverage
with: {P} used the mark for {years} years before the registration = the older trader never registered it
with: the mark is a common word of the trade = the brand is an everyday term
fact: {P} sells goods under "{mark}" since {date1}; as regards the rival use, {w}.
argued: Passing off was alleged as {w}.
answered: {R} claimed honest concurrent use and its own registration.
law: The test is the imperfect recollection of a person of average intelligence who does not see the marks side by
    side.
granted: Confusion is likely when {w}.
refused: No monopoly can be had where {w} and the get-up differs in size and script.
question: copycat brand, {q}
question: infringement of a commercial sign where {q}
question: competing product names, {q}
"""
