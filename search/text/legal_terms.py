"""Terms of the law that no list of names has: never taken for a name, and what a slip of the pen most likely meant."""

from __future__ import annotations

LEGAL_TERMS = frozenset(
    # Of Islamic and family law, and of land and office, in the Latin letters in which courts write them.
    """arsh badal bewa biradari dafa daman darkhwast diyat fard fardbadar fasakh faskh fatwa girdawar girdawari hadd
    hadood haq hiba hizanat hudood iddat ijma ijtihad intiqal istighasa jamabandi jirga kacha kachehri karo khana
    khasra khata khatauni khatooni khewat khula khulla lambardar lian malikana mauza mohtasib mouza mubarat
    munshi muqaddama musha mushaa mutah mutawalli naib nafqa nikah nikahnama panchayat parcha parveesh patwar
    patwari pirkhana qabza qanoon qanun qanungo qatl qazf qisas qiyas quran raqba rawaj riba riwaj rooznamcha roznamcha
    ruju sarkar sarkari shajra shamilat shamlat shariah shariat shufa siyasa sunnah tafteesh takaful talaaq talaq talb
    tazir tazirat tehsil tehsildar thana thanedar urf vakalatnama wakalatnama waqf warabandi wasiat wasiyat wiraasat
    wirasat zabta zamanat zamindar zar zina
    """.split()
    # In Latin and French.
    + """actus affidavit amicus audi alibi bona caveat certiorari corpus curiae decidendi decisis delicti dicta dictum
    estoppel facie facto fide fides forum functus habeas inchoate ipso judicata judice jure jus laches liminie limine
    locus mala mandamus mens mesne motu nolle novo obiter officio pari parens parte patriae pendens pendente prosequi
    quantum qua quasi quo ratio rea respondeat res seisin standi stare status suo testamentary tort ultra vires
    warranto""".split()
    # In English.
    + """abetment abscondence absconder acquiescence acquittal adjournment adjudication adoption adverse allotment
    anticipatory apprehension arbitral arbitration arbitrator assessment attachment attestation auction bailable
    cancellation cheque cognizable cognizance compensation compoundable compromise condonation confession conjugal
    constitutional contempt conviction copyright counterclaim custody declaration declaratory decree defamation
    demarcation deportation deputation detention disciplinary discrimination dishonour dishonoured dismissal
    dispossession dissolution divorce dower dowry ejectment encroachment enhancement eviction evidence execution
    exemption extradition forfeiture forgery garnishee gratuity guardian guardianship harassment hearsay impleadment
    implead inheritance injunction inquiry insolvency interim interlocutory interpleader investigation jurisdiction
    legitimacy limitation liquidation maintainability maintainable maintenance misconduct misjoinder misreading mortgage
    murder mutation narcotics negligence nonjoinder nuisance oppression ouster partition paternity pension perjury
    petition petitioner plaint plaintiff pleadings possession possessory preemption prescription procurement prohibition
    promotion prosecution quashing quashment reappraisal recovery redemption refund regularisation regularization
    reinstatement remand remission rendition repatriation rescission respondent restitution restoration retirement
    revision sanction seniority sentence settlement specific subrogation succession summons superannuation surety
    suspension tenancy tender termination trademark transfer trespass tribunal usufruct vexatious waiver withholding
    writ""".split()
)
