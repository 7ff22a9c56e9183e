"""Words beside the names of advocates: which may be of a name, which stand in none, and which only title it."""

from __future__ import annotations

import functools
import re
from typing import Literal

from search.text.names import other_names
from search.text.person_names import name_words

_HONORIFICS = frozenset(
    """mr mrs ms miss mst mstt musammat dr prof professor engr engineer capt captain col colonel maj brig brigadier lt
    janab sahib saheb sahab sahiba مسٹر مسز مس جناب ڈاکٹر پروفیسر انجینئر محترم محترمہ صاحب صاحبہ""".split()
)
_EPITHETS = frozenset(
    "learned ld senior sr hon hon'ble honble honourable honorable retd rtd retired فاضل سینئر".split()
)
"""Stand before a name as well, and before much else: no sign that a name follows."""
_INNER_WORDS = frozenset("ul ur ud uz us al el bin bint binte بن بنت".split())
"""Stand between two words of a name."""
UNCOUNTED = frozenset("muhammad mohammad mohammed muhammed mohd muhd khan محمد خان".split())
"""Half of all names have them: a name of three words may have one more."""
BODIES = frozenset(
    """association authority bank bar board brothers builders bureau co college commission committee company
    corporation council department developers division enterprises federation firm forum foundation group
    hospital house housing industries institute llp ltd mills ministry municipal ordinance organisation
    organization police private pvt society sons traders trust union university works ایسوسی بینک لمیٹڈ کمپنی
    کونسل""".split()
)
"""Make the name before them that of a body."""
_NO_NAME = BODIES | frozenset(
    """a about above according account after again against all alleged allegedly alone along alongwith already also
    although always am an and another any anyone are as aside at away back bad because been before being below
    best between beyond big both but by can cannot come could current despite did different do does done down
    due during each early either else ever every fair fake false few final find first five for former four free
    fresh from full general get give given good got grand great had half has have he heard hence her here him
    himself his how however if in into is it its just know known large last late later latest least left less
    let like list long look made major make man many may me men mera mere merely might minor more most much must
    my near neither never new next no non none nor nos not nothing now of off old on once one only onto open or
    other others our out over own per person poor prior put real regarding right said same search second see
    several shall she should show since single six so some such take than that the their them then there these
    they thing this those three through thus till time to too top toward towards two un under undue until unto
    up upon use used v versus very via vide vs want wants was way we well were what when where whether which
    while who whom whose why will wish with within without woman women worth would wrong year years yes yet you
    young your
    absence accident accountability accused acid acquittal act action acts addl address adjourned adjournments
    adjudication advice adviser advisor affair affairs affidavit age agency agent agents agricultural aid
    airport allowance amicus annual anticipatory appeal appeals appellant appellate applicant application
    approval arbitrator arms army arrears arrest art article articles assault asset assets attack attorney
    attorneys audit auqaf award bail bailable bailiff bails ballot banking basis bench benefit blasphemy bond
    breach bribe budget business cabinet camera car case cases cause certificate challan change charas charge
    charges cheque cheques chief child children citizen city civil claim claims clause clear clerk client
    clients code collector commercial common complainant complaint compromise conduct confession consent
    constitution constitutional consumer contempt contract contrary control controversy conviction copy
    corporate corpus corrupt corruption cost costs country county court courts credit crime crimes criminal crl
    cross cruelty custody custom customs cyber dacoity daily damages date dated day days death debt decree deed
    default defect defence defense degree delay denial deputy detail details director dishonor dishonour
    dismissal disposal dispute disputes distribution district divorce doctor document documents domestic dower
    drug drugs duties duty easement education election elections electricity employee employees employer enquiry
    equity error estoppel ethics eviction evidence ex exam excise execution executive exparte expert export
    facie fact facts failure family fault federal fee fees fellow female field fir flat food forces foreign
    forest forgery fraud frivolous front fund funds gas gift goods government governor govt grounds guardian
    guilty habeas harassment hashish head hearing heir heirs heroin high hire homicide honor honour hotel hudood
    human husband identity illegal immovable import income independent inheritance injunction injury inland
    inquiry insurance interlocutory intra islamic issue issues jail job joint judge judges judgment judgments
    judicial juristic justice juvenile kidnap killed killer knowledge labor labour lack land landlord lands law
    lawful laws lease legal letter letters liability liable liberty licence licences license licenses lien life
    limit limited litigant loan local locus mala malafide male malpractice managing mandatory marriage matter
    matters media medical medicine meeting member members mesne military minister ministers misc misconduct
    money mortgage mother motor murder murdered murders name names narcotic narcotics national natural nikah
    notary note notice notices number oath objection objections offence offences offense office officer officers
    official officials opinion order orders original panel pardon parliament part parte parties partner party
    passport past payment peace penal penalty pension pensions period perjury personal petition petitions plaint
    plaza plea plot point political possession post power powers practice prayer pre president press prima prime
    prisoner privilege pro procedure process profession professional proof proper property proposal prosecution
    prosecutor protest province provincial proxy public punishment qisas quash question quorum ransom rape rate
    rebuttal record records recovery recruitment recusal referral refund refusal register registrar registry
    regular relief remand remedy removal renewal rent reply report request res retainer return revenue review
    riba rights road robbery role rule rules ruling safe salary sale sales school scope seat secret secretary
    section sections secular security senate seniority sentence service services session sessions settlement
    share shares sharia sho shop shops short side sides sign signature sindh small social speaker stamp standard
    state states station status statute statutory stay strike student students style subject suit suits summary
    summons supreme surety suspect system tariff tax taxes teacher technical telecom tenancy tenant tenants
    tenure term terms terrorist testimony theft title titled tort trade transfer trial tribunal truth ultra
    vakalat vakalatnama valid value vehicle vehicles verdict version vested vice victim video view vires visa
    void vote voter wage wages waiver waqf warrant water wealth wife withdrawal witness witnesses work workman
    workmen writ writs zina
    admit adopted adopts adv advise advocate advocates advs agree ahc alia allow aor appear appears argue argues
    asc ask asks asserts assist assistant attend barred barrister barristers believe bound brief briefs bring
    call chamber chambers cite conceded concedes confirm contend contends counsel counsels courier dates deeper
    deny drew engage engages enrol enroll even fail fails file files forced further gave gives guide hand hc
    held help hold holds insists inter junior keep kept lawyer lawyers lie lied lost maintains meant meet meets
    miss moves need needs obtain oppose opposed page pages paid pay place places plead pleads points practising
    prepare present presents prevent produce protect prove raise raises read recuse refuse refuses relies rely
    remain remained remove represent represents require retained sat say says seek seeks seen send sent serve
    serves slept sought speak stand stands stated submit submits sue suggests support swear tell took try turn
    undertook urge urges vakil visit wait went withdraw withdraws withdrew won written wrote
    aag april august balochistan ca clc cld cm cma cnsa cp cpc cr crpc dag december eto faisalabad february
    friday hyderabad ica ict islamabad january july june karachi khyber kpk lahore march mld monday multan
    november october pakistan pakistani pcrlj peshawar plc pld ppc ps ptd punjab qso quetta rawalpindi saturday
    sbc scmr september sialkot sukkur sunday thursday today tuesday wednesday wp yesterday ylr
    adalat apna apne apni aur bagair baghair bataen batao chahiye darkhwast dikhaen dikhao faisla faislay faisle
    hai hain hona jo ka kab kahan kaise karna karta karte kaun kay ke kee khilaf khula ki kis ko koi kon kya
    kyun liay liye mai mein mukadma muqaddama muqadma muqadmat muqadmay muqadme nahi nahin naya ne pe qatal sab
    safai sarkari se talaq taraf tarf tha thi wala walay wale wali wo woh wukala ya ye yeh zamanat zameen
    آباد استغاثہ اسلام اور اپنا اپنی اپنے اپیل اپیلیں ایڈووکیٹ ایڈوکیٹ بار بتاؤ بتائیں بذریعہ برائے بطور بعد
    بغیر بنام بیرسٹر تبدیلی تقرری تمام تھا تھانہ تھی تھے جج جسٹس جنرل جو حاضر حاضری حق حکومت خلاف خلع درخواست
    درخواستیں دفعہ دکھاؤ دکھائیں ذریعے رٹ ریاست زمین ساتھ سب سرکار سرکاری سپریم سے صفائی ضمانت طرف طلاق عدالت
    عدم غیر فیس فیصلہ فیصلے قتل لئے لائسنس لاہور لیے متعلق مدد مشورہ مقدمات مقدمہ مقدمے میں نئے نامہ نمبر نہیں
    نیا نے والا والی والے وکلا وکلاء وکیل وہ پاکستان پر پولیس پٹیشن پہلے پیش پیشی چاہیے کا کب کراچی کرتے کرنا کس
    کو کوئی کورٹ کون کہاں کی کیا کیس کیسز کیسوں کیسے کیوں کے ہائی ہر ہونا ہیں ہے یا یہ""".split()
)
"""Folded words that are in no name, and end one: what joins words, what cases are about, what counsel do."""
_PROSE_ENDING = re.compile(
    r"(?:\w{4}ly|(?<![aemy])ed|ing|[ts]ions?|ments?|ness|it(?:y|ies)|ships?|isms?|[ae]nces?|ful|less|[ai]ble|ive|i[sz]ed)\Z"
)
_NAMES_LIKE_PROSE = frozenset("jamshed javed jawed juned khaled khurshed naved rashed saied waleed zahed".split())

Sort = Literal["name", "title", "initial", "honorific", "epithet", "inner", "none"]
_SORTS: tuple[tuple[Sort, frozenset[str]], ...] = (
    ("honorific", _HONORIFICS),
    ("epithet", _EPITHETS),
    ("inner", _INNER_WORDS),
    ("none", _NO_NAME),
)


@functools.lru_cache(maxsize=1 << 13)
def sort_of(word: str) -> Sort:
    """What a folded word may be of a name."""
    for sort, words in _SORTS:
        if word in words:
            return sort
    if len(word) == 1:
        return "initial"
    kinds = {each.kind for each in name_words(word)}
    if other_names(word) or not kinds <= {"name", "title"}:
        return "none"
    return "title" if kinds == {"title"} else "name"


def is_like_prose(word: str) -> bool:
    """Whether a folded word ends as those of prose do and names do not: "appearing", "discharged"."""
    return _PROSE_ENDING.search(word) is not None and word not in _NAMES_LIKE_PROSE
