"""Spellings of South Asian names in Latin letters: which forms are one name, and which only look alike.

Urdu names have no fixed Latin spelling.  A table says which forms are one name, and a key that follows the habits of
romanised Urdu finds the rest.  A spelling may move a case up or down a list; it never makes one person of two.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

from search.text.legal_terms import LEGAL_TERMS
from search.text.normalise import fold

CLASSES: tuple[str, ...] = (
    "aamir amir aamer amer", "abbas abass abbass", "abbasi abbassi abasi abbasy", "abdul abdur abdus abdal abdool",
    "abid aabid", "abrar ibrar", "adeel", "adil aadil", "afaq afaque", "afridi afreedi",
    "ahmed ahmad ahamed ahmd ehmad ehmed", "akbar akber", "akhtar akhter akthar akther", "akram", "aleem alim",
    "alvi alwi alavi", "ameer", "amin ameen", "amina ameena aminah", "ammar amar ammaar", "amna aamna", "anees anis",
    "aneesa anisa", "ansari ansary", "anwar anwer anvar", "aqeel aqil akeel", "arif aarif", "arsalan arslan arsallan",
    "arshad", "asad assad", "asghar asgher asgar ashgar", "ashfaq ashfaque ishfaq", "ashiq ashique aashiq",
    "asif aasif", "asim aasim", "aslam", "asma", "asmat ismat", "athar ather", "atif aatif",
    "atiq ateeq attique atique", "aurangzeb aurangzaib orangzeb auranzeb", "ayaz ayyaz",
    "ayesha aisha aysha ayisha aiysha", "ayub ayyub ayoub aiyub ayoob", "azeem azim", "azhar azher", "aziz azeez",
    "aziza azeeza", "babar babur baber", "bahadur bahadar bahadoor", "baig baigh beig",
    "bakhsh bux baksh bukhsh bakhash", "baloch blouch balouch", "barkat barakat", "basharat bisharat",
    "bashir basheer", "bashiran basheeran", "begum begam", "bhatti bhati", "bibi beebi bebi bebe", "bilal belal",
    "bilqees bilquis bilqis bilkis", "bukhari bokhari bukhary",
    "chaudhry ch chaudhary choudhry choudhary chaudhri choudhury chowdhury chaudry choudry chaudhari", "cheema chema",
    "chohan chauhan chouhan", "dawood daud daood dawud daoud", "durrani durani", "ehsan ihsan",
    "ehtisham ihtisham ahtisham ehtesham ahtesham ihtesham", "elahi ellahi illahi ilahi", "essa isa eesa issa esa",
    "faheem fahim", "fahmida fehmida", "faisal faysal feisal faizal", "fareed farid", "fareeda farida", "fareeha",
    "farooq farooque faruq farouk faruk", "farooqi farooqui faruqi faruqui", "fatima fatimah", "fawad fuad",
    "fayyaz fayaz fiaz", "feroz feroze firoz firoze", "feroza firoza", "fouzia fauzia fozia fawzia",
    "gardezi gardaizy gardezy", "ghaffar ghafar gaffar", "ghafoor ghafur gafoor", "ghauri ghori gauri",
    "ghulam gulam golam", "gillani gilani geelani", "gohar gauhar gouhar", "habib habeeb", "habiba habeeba", "hafeez",
    "hafiz", "haider hyder haidar hayder", "haji hajji hajee", "hakim hakeem", "haleem halim", "haleema halima",
    "hameed hamid", "hameeda hamida", "hamza hamzah humza", "hanif haneef", "hanifa haneefa", "haris harris",
    "haroon haroun harun",
    "haseeb hasib", "haseena hasina", "hashmi hashimi hashemi", "hasnain husnain hasnein", "hassan hasan",
    "hidayat hadayat", "hina", "humaira humera humayra", "humayun hamayun humayoun",
    "hussain hussein husain hussian husein hussin husayn", "huzaifa huzafa huzaifah", "ibrahim ebrahim ibraheem",
    "idrees idris idress", "iffat ifat", "iftikhar iftekhar iftikar", "ijaz ejaz aijaz aejaz eijaz",
    "ikhlaq akhlaq ikhlaque", "ikram", "ilyas ilias elyas elias", "imran emran", "imrana", "imtiaz imtiyaz emtiaz",
    "inam enam inaam", "inayat anayat", "iqbal eqbal ikbal", "irfan erfan", "irshad", "irum iram erum",
    "ishaq ishaque ishaaq", "ishtiaq ishtiaque ishtiyaq", "islam", "ismail ismaeel ismael esmail", "izhar ezhar",
    "jabbar jabar", "jadoon jaddon jadun", "jaffar jaffer jafar jafer", "jaffery jafri jaffri jafari", "jahan jehan",
    "jahangir jehangir jahangeer", "jahanzeb jehanzeb jahanzaib jehanzaib", "jalil jaleel", "jamal", "jameela jamila",
    "jamil jameel", "jamshed jamshaid jamshid", "javed javaid jawaid jawed javid javeed",
    "javeria jaweria javaria juveria", "jawad javad", "jilani jillani jeelani", "junaid junaed juned", "kabir kabeer",
    "kakar kakkar", "kaleem kalim", "kalsoom kulsoom kulsum kalsum kulthum", "kamal", "kamil", "karim kareem",
    "karima kareema", "kashan", "kausar kousar kauser kosar", "kayani kiyani kiani kiayani kayyani", "kazim kazem",
    "kazmi kazimi", "khadija khadeeja khatija", "khadim", "khalid khaled", "khalil khaleel",
    "khaliq khalique khaleeq", "khanum khanam", "khatoon khatun", "khattak khatak", "khawaja khwaja khuwaja khaja",
    "khizar khizer khizr khidr", "khokhar khokar khokher", "khurram khuram", "khurshid khursheed khurshed khusheed",
    "laghari leghari", "laiq laeeq laique", "latif lateef", "latifa lateefa", "liaqat liaquat liaqut liyaqat",
    "lodhi lodi", "luqman lukman", "maher", "majeed", "majid", "malik malek malick", "mansoor mansur mansour",
    "manzoor manzur manzour", "maqbool maqbul", "maqsood maqsud maqsoud", "maryam mariam marium maryum",
    "masih maseeh massih", "masood masud masoud", "mateen matin", "maulana moulana molana", "mazhar mazher",
    "mehar mahar meher mehr", "mehboob mahboob mahbub mehbub", "mehdi mahdi", "mehfooz mahfooz mahfuz",
    "mehmood mahmood mahmud mehmud mahmoud mehmoud", "mehtab mahtab", "memon meman", "mian miyan", "mir meer",
    "mirza meerza", "moazzam moazam muazzam", "mohiuddin mohyuddin mohiudin muhyuddin mohayuddin",
    "mohsin muhsin mohsen", "moin moeen muin mueen", "moulvi maulvi molvi", "mst musammat mussammat mosammat musmat",
    "mubarak mubarik", "mubashir mubashar mubasher mobashir mobashar", "mudassar mudassir mudasir mudasar",
    "mughal moghal mughul",
    "muhammad mohammad mohammed mohd muhammed mohamed mohamad muhamad md muhd muhammd muhamamd", "mujeeb mujib",
    "mukarram mukaram", "mumtaz momtaz", "munawar munawwar munnawar", "muneeb munib", "munir muneer",
    "murtaza murtza murtuza", "musharraf musharaf", "mushtaq mushtaque mushtak",
    "mussarat musarat musarrat mussarrat", "mustafa mustapha mustaffa", "muzaffar muzafar muzaffer",
    "muzammil muzammal muzamil", "nabeel nabil", "nabeela nabila", "nadeem nadim", "nadia", "naeem naim nayeem",
    "naeema naima", "nafees nafis", "nafeesa nafisa", "naheed nahid", "najeeb najib", "naqvi naqavi nakvi", "nasar",
    "naseem nasim", "naseema nasima", "naseer", "nasir nasser naser", "nasira", "nasreen nasrin",
    "nauman noman nouman numan", "naveed navid navaid naweed", "nawaz navaz", "nayyar nayyer nayar",
    "nazakat nizakat", "nazir nazeer", "niamat naimat nemat naymat", "niaz niyaz", "niazi niyazi", "nida",
    "nisar nisaar nesar", "noor nur", "noreen noureen naureen", "nosheen nousheen nausheen", "obaid ubaid",
    "obaidullah ubaidullah ubedullah", "owais awais ovais uwais avais", "parveen perveen parvin pervin", "peer pir",
    "pervez pervaiz parvez parvaiz perwaiz parwez", "qadir kadir qader", "qaiser qaisar kaiser", "qasim qassim kasim",
    "qayyum qayum qayoom qayoum", "qazi kazi", "quddus qudoos quddoos qudus", "qurban kurban",
    "qureshi quraishi qureishi qurashi qurishi kureshi", "rabia", "raees rais raeis", "rafique rafiq rafeeq",
    "raheel rahil", "raheela rahila", "rahim raheem", "rahima raheema", "raja rajah", "ramzan ramadan ramazan",
    "rana raana", "rasheed", "rashid", "rasool rasul rasoul", "rauf raoof rouf raouf", "raza razza reza",
    "razzaq razzak razaq razak razaque razzaque", "rehan raihan rayhan rihan", "rehana rihana raihana",
    "rehman rahman rehmaan rahmaan rehaman rahaman", "rehmat rahmat", "riasat riyasat", "riaz riyaz",
    "rizvi rizwi razvi", "rizwan ridwan", "rukhsana ruksana", "saba", "sabir", "saboor sabur", "sadia",
    "sadiq sadique", "saeed sayeed saeid saied", "saeeda sayeeda", "safdar safder", "safeer safir", "sagheer saghir",
    "saif sayf", "saima", "sajjad sajad", "salahuddin salahudin salahuddeen", "saleem salim", "saleema salima",
    "salman sulman", "samina", "sana", "sania", "saqib sakib", "sardar sirdar", "sarfaraz sarfraz", "sarwar sarwer",
    "sattar satar", "saud saood", "shabana", "shabbir shabir shabeer shabbeer", "shabnam shabnum",
    "shafique shafiq shafeeq", "shagufta shugufta", "shahbaz shehbaz", "shaheed", "shahid", "shahida",
    "shahnaz shehnaz", "shahzad shehzad", "shahzada shehzada", "shahzaib shahzeb", "shakeel shakil",
    "shakeela shakila", "shakir shaker", "shakoor shakur", "shamim shameem", "sharif shareef", "sharifan shareefan",
    "sharjeel sharjil", "shaukat shoukat shawkat shokat",
    "shehryar shahryar sheharyar sheryar shaheryar sheheryar shahriyar", "sheikh shaikh sh shaykh shekh sheik",
    "shoaib shuaib shoib", "siddiqui siddique siddiqi siddiq saddiqui saddique sidiqui", "sikandar sikander",
    "sohail suhail sohel suhel", "soomro somroo sumro", "sughra sugra", "suleman sulaiman suleiman sulleman",
    "sultana", "sumaira sumera sumaera", "surayya surraya surriya suraya soraya",
    "syed sayed sayyed sayyid saiyed sayyad syyed", "syeda sayeda sayyeda sayyida", "tahir taher",
    "taimoor taimur taimour", "tajammal tajammul tajamal tajamul", "talat tallat talaat",
    "tanveer tanvir tanweer tanwir", "tariq tarique tarik tareq", "tasawar tasawwar tassawar",
    "tassaduq tasadduq tasaduq", "taufiq taufeeq toufeeq tofiq tawfiq", "tauqeer touqeer tauqir toqeer",
    "tauseef touseef tausif toseef tawseef", "tayyab tayab tayeb", "tayyaba tayyiba tayaba", "umair umayr omair",
    "umar umer omar omer", "usama osama", "usman osman uthman othman", "usmani osmani uthmani", "uzair uzayr ozair",
    "wadood wadud", "waheed wahid", "waheeda wahida", "wakeel wakil", "waqar", "waqas", "warraich waraich warriach",
    "waseem wasim vasim", "wasif", "wazir wazeer", "wilayat walayat", "yahya yahiya yehya",
    "yaqoob yaqub yakoob yaqoub yakub", "yasir yaser yassir yasser", "yasmeen yasmin yasemeen yasmien",
    "younas younus younis yunus yunas yunis", "yousaf yousuf yusuf yousif yusaf yosuf yousef yusif",
    "yousafzai yusufzai yousufzai", "zafar zaffar zafer", "zaheer", "zahir", "zahoor zahur zahour", "zahra zehra",
    "zaib zeb", "zaidi zaydi", "zainab zaynab zenab zeynab", "zakaria zakariya zakria", "zameer zamir",
    "zeeshan zishan", "zia ziya", "zohaib zuhaib zoheb", "zubaida zubeda zubeida", "zubair zubayr zobair zuber",
    "zulfiqar zulfikar zulfqar zulifqar",
)  # fmt: skip
"""Each string is one name, its spellings parted by spaces, the commonest in titles first; no spelling stands twice.

A name alone in its class is one that a neighbour must not swallow.  Long and short vowels make two names in Urdu, as
in Majid and Majeed; where titles write one name both ways ("Abdul Hamid" is as common as "Abdul Hameed", "Abdul
Rashid" is rare), the two are one class.  "Said" is an English word, and is left out of Saeed's.
"""

_ENGLISH = (
    *("bazaar bazar", "labour labor", "licence license", "organisation organization", "privatisation privatization"),
    "regularisation regularization",
)
"""Words of the language that titles write in two ways, one a string like the names."""
_SHORTENED = ("company co", "additional addl", "department deptt dept")
"""Words of the language that names have in short as well, likewise."""

_MARKS = re.compile(r"['’‘`.\-]")
_LETTERS = re.compile(r"[a-z]+")
_WORD_LENGTH_MAX = 40  # no name is longer

_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"([b-df-hj-np-tv-z])\1+", r"\1"),  # Zaffar, Shabbir
        (r"a{2,}", "a"),
        (r"i{2,}", "i"),
        (r"oo+|uu+", "u"),  # Noor
        (r"ique$", "eeq"),  # Rafique
        (r"(?<=.)ph", "f"),  # Mustapha, but not Phool
        (r"ck|q", "k"),
        # Majeed is not Majid: the long vowel of a last closed syllable is kept apart, but for that of Yaseen.
        (r"([aeiou][^aeiou]*)e[ea]+([^aeioun]+(?:ah?)?)$", r"\1I\2"),
        (r"e[ea]+", "i"),  # Meer
        (r"(?:ie|e?y)$", "i"),  # Qureshy
        (r"ae(?=[^aeiou])|[ae]y(?![aeiou])|ei", "ai"),  # Faysal, Hussein
        (r"iy(?=[aeiou])|(?<=[^aeiou])y(?![aeiou])", "i"),  # Riyaz
        (r"(?<=[^aeiou])eh(?!$)", "ah"),  # Mehmood
        (r"^e(?=[^aeiou])", "i"),  # Ehsan
        (r"(?<=y)ou", "u"),  # Yousaf
        (r"([aeiou][^aeiou]+)ou([^aeiou]+)$", r"\1u\2"),  # Mahmoud
        (r"ou|[ao]w(?![aeiou])", "au"),  # Shoukat, Shawkat
        (r"(?<!a)o", "u"),  # Omar
        (r"w", "v"),  # Jawed
        (r"([aeiou].*)er$", r"\1ar"),  # Akhter
        (r"([aeiou].*)ah$", r"\1a"),  # Fatimah, but not Shah
    )
)
"""What is heard the same, in order.  Kept apart: k and kh, g and gh, s and z, a first a and i, a last a and none."""

_SHARED_ENDINGS = ("ullah", "uddin", "urrehman", "ulhaq")
_RARE = 3  # a word that stands in so many titles is meant as it is

How = Literal["spelling", "sound", "distance"]


class Respelling(NamedTuple):
    """A word as the index knows it."""

    word: str
    """As asked for."""
    known: str
    how: How
    """By the table, by the key, or by few enough slips of the pen."""


def spelling_key(word: str) -> str:
    """Return what is heard of *word*: equal keys may be one name, where the table does not part them.

    A word of other than Latin letters, of under four of them, or without a vowel is only folded.
    """
    return _key(_plain(word))


def class_of(word: str) -> str:
    """Return the commonest spelling of the name *word* is; the folded word itself where the table lacks it."""
    plain = _plain(word)
    return _class_by_spelling().get(plain, (plain,))[0]


def variants_of(word: str) -> tuple[str, ...]:
    """Return the other spellings of the name *word* is, the commonest first; none where the table lacks it."""
    plain = _plain(word)
    return tuple(spelling for spelling in _class_by_spelling().get(plain, ()) if spelling != plain)


def is_shortened_in_names(word: str) -> bool:
    """Whether *word* is one of the language that names have in short as well: "Company" is "Co." there."""
    return _plain(word) in _shortened()


def name_identity(word: str) -> str:
    """Return what all spellings of one name share, and no other word: the class by the table, else the sound.

    A spelling that the table lacks belongs to the class that it sounds like, if that is one class alone.
    """
    return _identity(_plain(word))


def same_name(left: str, right: str) -> bool:
    """Whether two words are spellings of one name: whether their `name_identity` is one."""
    return name_identity(left) == name_identity(right)


class SpellingIndex:
    """The words of an index, ready to give the spellings under which it knows a name."""

    __slots__ = ("_by_bucket", "_by_identity", "_counts", "_english")

    def __init__(self, words: Iterable[tuple[str, int]], *, english: Container[str] = frozenset()) -> None:
        """Take what is known.

        Args:
            words: The known words and how often each occurs; spellings that fold together are counted together.
            english: Words of the language, in small letters: neither a slip nor the sound of a name.
        """
        counts: dict[str, int] = {}
        for word, count in words:
            plain = _plain(word)
            counts[plain] = counts.get(plain, 0) + count
        by_identity: dict[str, list[str]] = {}
        by_bucket: dict[tuple[str, int], list[str]] = {}
        for plain in sorted(counts, key=lambda known: (-counts[known], known)):
            if _LETTERS.fullmatch(plain):
                by_identity.setdefault(_identity(plain), []).append(plain)
                by_bucket.setdefault((plain[0], len(plain)), []).append(plain)
        for term in sorted(LEGAL_TERMS - counts.keys()):
            by_bucket.setdefault((term[0], len(term)), []).append(term)
        self._counts, self._by_identity, self._by_bucket, self._english = counts, by_identity, by_bucket, english

    def nearest(self, word: str, *, limit: int = 3) -> list[Respelling]:
        """Return the known spellings of *word*, never itself.

        Those of its class come first, then those that sound like it.  Words at a distance are sought only where there
        are neither, for a word that is rare itself, and never for one in the table: Kamil is no slip for Kamal.  An
        English word or a legal term has none but those of its class: "tell" is not the name Tel, nor "khula" Khuda.

        Args:
            word: One word, in Latin letters; of others, nothing is known.
            limit: How many to return at most.

        Returns:
            In that order; within a step the most frequent, then by the alphabet.  Of words at a distance only the
            nearest, and if legal terms are among those, they alone, whether the index has them or not.
        """
        plain = _plain(word)
        if not _LETTERS.fullmatch(plain) or len(plain) > _WORD_LENGTH_MAX:
            return []
        right = self._is_right(plain)
        found = [Respelling(word, known, how) for how, known in self._one_name(plain) if how == "spelling" or not right]
        if not (found or right or plain in _class_by_spelling()) and self._counts.get(plain, 0) < _RARE:
            found = [Respelling(word, known, "distance") for known in self._close(plain)]
        return found[: max(limit, 0)]

    def _is_right(self, plain: str) -> bool:
        """Whether a word, or what it is the plural of, is one of the language or of the law."""
        return any(form in LEGAL_TERMS or form in self._english for form in (plain, plain.removesuffix("s")))

    def _one_name(self, plain: str) -> Iterator[tuple[How, str]]:
        known = [other for other in self._by_identity.get(_identity(plain), ()) if other != plain]
        listed = set(_class_by_spelling().get(plain, ()))
        yield from (("spelling", other) for other in known if other in listed)
        yield from (("sound", other) for other in known if other not in listed)

    def _close(self, plain: str) -> list[str]:
        allowed = _slips_allowed(_telling_part(plain))
        found: list[tuple[int, int, str]] = []
        for length in range(len(plain) - allowed, len(plain) + allowed + 1) if allowed else ():
            bucket = self._by_bucket.get((plain[0], length), ())
            # The restricted distance is several times as fast, and at most one above the true one up to two slips.
            near = process.extract(plain, bucket, scorer=OSA.distance, score_cutoff=allowed + 1, limit=None)
            for known, _, _ in near:
                distance = DamerauLevenshtein.distance(plain, known)
                if 0 < distance <= allowed and (
                    known in LEGAL_TERMS or self._counts[known] > self._counts.get(plain, 0)
                ):
                    found.append((distance, -self._counts.get(known, 0), known))
        nearest = [known for distance, _, known in sorted(found) if distance == min(found)[0]]
        return [known for known in nearest if known in LEGAL_TERMS] or nearest


def _telling_part(plain: str) -> str:
    """Return a name without the end that many share: "Shafiullah" and "Samiullah" are two names, not two slips."""
    ending = next((ending for ending in _SHARED_ENDINGS if plain.endswith(ending)), "")
    return plain.removesuffix(ending)


def _slips_allowed(plain: str) -> int:
    if len(plain) < 5:
        return 0
    return 1 if len(plain) < 8 else 2


def _plain(word: str) -> str:
    return _MARKS.sub("", fold(word))


@functools.lru_cache(maxsize=100_000)
def _key(plain: str) -> str:
    if not 4 <= len(plain) <= _WORD_LENGTH_MAX or not _LETTERS.fullmatch(plain) or not re.search(r"[aeiouy]", plain):
        return plain
    for pattern, replacement in _SOUNDS:
        plain = pattern.sub(replacement, plain)
    return plain


def _identity(plain: str) -> str:
    """Return what two spellings of one name share: the class by the table, else by the key, else the key."""
    listed = _class_by_spelling().get(plain)
    if listed is not None:
        return listed[0]
    key = _key(plain)
    # No spelling holds this mark, so that a key is never mistaken for a class.
    return _class_by_key().get(key) or f"~{key}"


@functools.cache
def _shortened() -> frozenset[str]:
    return frozenset(spelling for line in _SHORTENED for spelling in line.split())


@functools.cache
def _class_by_spelling() -> Mapping[str, tuple[str, ...]]:
    groups = [tuple(line.split()) for line in (*CLASSES, *_ENGLISH, *_SHORTENED)]
    return MappingProxyType({spelling: group for group in groups for spelling in group})


@functools.cache
def _class_by_key() -> Mapping[str, str]:
    """Return key -> class, of those keys that are heard in one class alone."""
    classes: dict[str, set[str]] = {}
    for spelling, group in _class_by_spelling().items():
        classes.setdefault(_key(spelling), set()).add(group[0])
    return MappingProxyType({key: min(names) for key, names in classes.items() if len(names) == 1})
