"""Spellings of one name find each other, and names that only look alike stay apart."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.legal_terms import LEGAL_TERMS
from search.text.spellings import CLASSES, Respelling, SpellingIndex, class_of, same_name, spelling_key, variants_of

SAME_BY_TABLE = """
muhammad mohammad; muhammad mohammed; muhammad mohd; muhammad muhammed; muhammad md; muhammad mohamad;
hussain hussein; hussain husain; hussain hussian; chaudhry chaudhary; chaudhry choudhry; chaudhry ch;
kayani kiyani; kayani kiani; yousaf yusuf; yousaf yousuf; yousaf yusaf; rehman rahman; rehman rehmaan;
ahmed ahmad; naeem naim; khursheed khurshid; zafar zaffar; iqbal eqbal; raja rajah; syed sayed; syed saiyed;
sheikh shaikh; sheikh shaykh; malik malek; qureshi quraishi; qureshi qureishi; siddiqui siddiqi;
siddiqui siddique; farooq faruq; farooq farouk; aamir amir; aamir aamer; tariq tarik; abdul abdal; bibi beebi;
begum begam; jahan jehan; noor nur; akhtar akhter; anwar anwer; shaukat shoukat; mahmood mehmood;
mahmood mahmud; ghulam gulam; hassan hasan; masood masud; usman osman; umar omer; javed jawed; javed javaid;
pervez parvaiz; nauman noman; liaqat liaquat; ijaz aijaz; ijaz ejaz; zulfiqar zulfikar; suleman sulaiman;
ibrahim ebrahim; ismail ismaeel; yaqoob yaqub; younas younis; dawood daud; khaliq khalique; rafiq rafique;
shafiq shafique; hameed hamid; waheed wahid; saleem salim; nadeem nadim; waseem wasim; jameel jamil;
fareed farid; latif lateef; aurangzeb orangzeb; jahangir jehangir; shehryar sheryar; ayesha aisha;
maryam mariam; kalsoom kulsum; zainab zenab; parveen perveen; yasmeen yasmin; surayya soraya; rauf raoof;
razzaq razzak; mudassar mudassir; muzammil muzammal; mubashir mubashar; bakhsh bux; wilayat walayat;
gillani gilani; bukhari bokhari
"""
"""Pairs of one name, parted by semicolons."""

SAME_BY_SOUND = """
imtiaz imtiyaaz; shahbaz shahbaaz; waqas waqaas; aftab aaftaab; arbab arbaab; kashmala kashmalla; faraz faraaz;
fakhar fakhaar; mehreen mehrin; shahla shehla; sehrish sahrish; mahnaz mehnaz; rahila raahila; tehmina tahmina;
behram bahram; jawaria javaria; nawab navab; wadera vadera; wasaya vasaya; arwa arva; sobia subia; roohi ruhi;
toor tur; fozan fuzan; gulzaar gulzar; phool phul; mustaphaa mustafa; altaaf altaf; saqlain saqlein; uzma uzzma;
hafsa hafssa; qasmi kasmi; kaneezan kanizan; baqar bakar; muqaddas mukaddas; shoaba shuaba; durdana durdanah;
farkhanda farkhandah; tooba toobah; fahad fehad; mehwish mahwish; sherazi sherazy; kirmani kirmany;
tirmizi tirmizee; shaheen shahin; nousheeb nausheeb; zawar zaver; jamali jamaly; aitzaz aetzaz; faizan fayzan;
niyamat niamat; danial daniyal; mahmoudd mahmood
"""

DIFFERENT = """
nasir nasira; amina aamir; saima sama; imran imrana; akram ikram; aslam islam; hassan hussain; kamal kamil;
rashid arshad; majid majeed; jamal jamil; rashid rasheed; nasir naseer; hafiz hafeez; qadir qadeer;
shahid shaheed; zahir zaheer; wajid wajeed; sajid sajeed; adil adeel; amir ameer; aamir umar; ammar aamir;
ammar umar; salman suleman; salim salma; saleem salma; saleem aslam; sultan sultana; rizwan rizwana;
farhan farhana; irfan irfana; rehan rehana; noman nimra; asif asifa; arif arifa; zahid zahida; shahid shahida;
sajid sajida; majid majida; rashid rashida; abid abida; khalid khalida; naeem naeema; saeed saeeda;
jamil jamila; shakeel shakeela; nabeel nabeela; hameed hameeda; fareed fareeda; nasim nasima; karim karima;
rahim rahima; aziz aziza; hanif hanifa; habib habiba; anees aneesa; haseeb haseena; raheel raheela;
adeel adeela; sadiq siddique; sadiq sadia; sadiq saqib; tariq taufiq; farooq faraz; iqbal iqra; akbar akhtar;
akbar asghar; azhar athar; azhar mazhar; azhar izhar; zafar safdar; zafar jaffar; zafar zubair; nazir nasir;
nazir nazar; nadir nazir; nadeem naeem; naveed nabeel; nawaz niaz; nawaz nawab; riaz raza; riaz rizwan;
ijaz imtiaz; ijaz ayaz; ayaz fayyaz; fayyaz faiz; faiz faisal; faiz faizan; faisal fazal; fazal afzal;
afzal fazil; aziz azam; azam azeem; azeem asim; asim wasim; waseem nasim; wasif asif; waqar waqas;
waqar iftikhar; kashif kashan; kashif asif; khadim khalid; ahsan ehsan; ehsan hassan; ahsan mohsin; mohsin moin;
moin mubeen; amin amna; amina amna; amin imran; aman amin; iman aman; asma isma; asma uzma; sana sania;
sana saba; sana hina; hina huma; nida nadia; nadia nazia; nazia shazia; shazia razia; razia rabia; rabia rubina;
sadia saadat; samina saima; saira samra; sumaira humaira; fatima fahmida; farah farha; farida fareeha;
khadija khalida; kausar kaiser; shabana sultana; shabbir shabnam; shabbir bashir; bashir basharat;
munir muneeba; munir mansoor; mansoor manzoor; manzoor maqsood; maqsood masood; masood mehmood;
mehmood muhammad; muhammad ahmed; ahmed hamid; hamid hammad; hamza hamid; usman umar; usman salman; usman asman;
yousaf younas; younas yasin; yasin yasir; yasir nasir; yasir tahir; tahir zahir; tahir tariq; zahid zakir;
zakir zahoor; zahoor ghafoor; ghafoor ghaffar; ghaffar jabbar; jabbar sattar; sattar saboor; rauf rafi;
rafi rafiq; rafiq shafiq; shafiq shafqat; shafqat shaukat; shaukat sharafat; sharif ashraf; sharif sharafat;
latif altaf; lateef latifa; hanif hafeez; rahim raheel; karim kaleem; kaleem aleem; aleem alam; alam aslam;
alam akram; khan khanum; butt bhatt; butt bhatti; gilani jilani; qazi qasim; qasim asim; ghani ghazi;
ghulam gul; gul gulab; bilal hilal; babar sabir; sabir shabbir; sabir saboor; javed junaid; junaid jawad;
jawad sajjad; fawad fahad; fahad farhad; farhad arshad; arshad irshad; irshad ashfaq; ashfaq mushtaq;
mushtaq ishaq; ishaq ishtiaq; ikhlaq ishaq; imdad amjad; amjad asad; asad asadullah; asad saad; saad saeed;
saeed syed; said saeed; syed syeda; sheikh sheeba; mirza murtaza; murtaza mustafa; mustafa mujtaba;
zulfiqar zulqarnain; zeeshan zia; ziauddin ziaullah; saifullah samiullah; rehmat rehman; rehman rehmani;
nizam nazim; inam imam; imam islam; siraj sarfaraz; shahbaz shahzad; shahzad shahid; shahzeb shahnaz; naz nazir
"""


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for pair in text.replace("\n", " ").split(";"):
        left, right = pair.split()
        pairs.append((left, right))
    return pairs


def _families() -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in CLASSES]


def test_the_written_lists_are_long_enough_to_mean_something():
    assert len([family for family in _families() if len(family) > 1]) >= 150
    assert len(_pairs(SAME_BY_TABLE)) + len(_pairs(SAME_BY_SOUND)) >= 120
    assert len(_pairs(DIFFERENT)) >= 200


@pytest.mark.parametrize(("left", "right"), _pairs(SAME_BY_TABLE))
def test_spellings_in_the_table_are_one_name(left, right):
    assert class_of(left) == class_of(right)
    assert same_name(left, right)
    assert right in variants_of(left)


@pytest.mark.parametrize(("left", "right"), _pairs(SAME_BY_SOUND))
def test_spellings_that_sound_alike_are_one_name(left, right):
    assert spelling_key(left) == spelling_key(right)
    assert same_name(left, right)


@pytest.mark.parametrize(("left", "right"), _pairs(DIFFERENT))
def test_names_that_look_alike_stay_two(left, right):
    assert not same_name(left, right)
    assert class_of(left) != class_of(right)
    assert right not in variants_of(left)


def test_no_spelling_stands_in_two_classes():
    spellings = [spelling for family in _families() for spelling in family]

    assert len(spellings) == len(set(spellings))
    assert spellings == [spelling for spelling in spellings if spelling.isascii() and spelling.isalpha()]


@pytest.mark.parametrize("family", _families(), ids=lambda family: family[0])
def test_a_class_gives_its_commonest_spelling_and_all_others(family):
    for spelling in family:
        assert class_of(spelling) == family[0]
        assert variants_of(spelling) == tuple(other for other in family if other != spelling)


def test_a_full_name_agrees_with_every_way_to_write_it():
    firsts = ("muhammad", "ghulam", "shoaib", "naeem", "umar", "yousaf", "aamir", "zulfiqar", "javed", "iftikhar")
    lasts = ("hussain", "ahmed", "chaudhry", "qureshi", "kayani", "sheikh", "rehman", "siddiqui", "farooqi", "mehmood")
    written = [
        (f"{first} {last}", f"{other_first} {other_last}")
        for first, last in itertools.product(firsts, lasts)
        for other_first in variants_of(first)
        for other_last in variants_of(last)
    ]

    assert len(written) >= 500
    for one, other in written:
        assert all(same_name(left, right) for left, right in zip(one.split(), other.split(), strict=True)), (one, other)


@pytest.mark.parametrize(
    ("written", "common"),
    [("Mohd.", "muhammad"), ("CH.", "chaudhry"), ("Sa'eed", "saeed"), ("Kōrai", "korai"), ("", "")],
)
def test_case_dots_and_apostrophes_do_not_matter(written, common):
    assert class_of(written) == common


@pytest.mark.parametrize("word", ["state", "bank", "officer", "said", "box", "books", "nor", "see", "east", "order"])
def test_english_words_are_no_names(word):
    assert variants_of(word) == ()
    assert not any(same_name(word, family[0]) for family in _families())


@pytest.mark.parametrize("word", ["CDA", "FBR", "KPK", "12/2023", "محمد", "u/s", "x" * 50])
def test_what_is_no_name_in_latin_letters_is_only_folded(word):
    assert spelling_key(word) == word.lower()


INDEX = SpellingIndex(
    [
        ("Muhammad", 400), ("Mohammad", 6), ("MOHAMMAD", 1), ("Ahmed", 150), ("Ahmad", 17), ("Faraaz", 2), ("Kamal", 9),
        ("commissioner", 100), ("commission", 30), ("petroleum", 20), ("islamabad", 90), ("islambad", 2), ("ahmadi", 3),
        ("awan", 10), ("avan", 10), ("Rawalpindi", 11), ("2023", 50), ("wah2023", 5), ("کامران", 4), ("gulab", 4),
        ("gulam", 4), ("zulab", 4), ("karachi", 3), ("karaci", 3),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "known", "how"),
    [
        ("Mohd", ["muhammad", "mohammad"], "spelling"),
        ("ahmad", ["ahmed"], "spelling"),
        ("Muhammaad", ["muhammad", "mohammad"], "sound"),
        ("Faraz", ["faraaz"], "sound"),
        ("awaan", ["avan", "awan"], "sound"),
        ("Petrolium", ["petroleum"], "distance"),
        ("rawalpndi", ["rawalpindi"], "distance"),
        ("islamabd", ["islamabad", "islambad"], "distance"),
        ("karahci", ["karachi", "karaci"], "distance"),
        ("gulaab", ["gulab"], "sound"),
        ("gulat", ["gulab", "gulam"], "distance"),
    ],
)
def test_an_unknown_spelling_finds_the_known_ones(word, known, how):
    assert INDEX.nearest(word) == [Respelling(word, other, how) for other in known]


@pytest.mark.parametrize("word", ["kamil", "kaml", "xulab", "wah2032", "2024", "کامرن", "", "a" * 4000, "gul", "dulab"])
def test_what_may_be_right_as_it_stands_has_no_near_words(word):
    assert INDEX.nearest(word) == []


def test_an_end_that_many_names_share_makes_two_names_no_nearer():
    index = SpellingIndex([("zamiullah", 9), ("zamanullah", 5), ("qarshiuddin", 4)])

    assert index.nearest("zafiullah") == index.nearest("zarmatullah") == index.nearest("qandiuddin") == []
    assert [found.known for found in index.nearest("zamulullah")] == []
    assert [found.known for found in index.nearest("zamianullah")] == ["zamanullah"]


PLAIN = SpellingIndex(
    [
        ("tel", 3),
        ("khuda", 9),
        ("plot", 40),
        ("induction", 5),
        ("sardar", 50),
        ("talat", 4),
        ("hills", 9),
        ("raees", 6),
    ],
    english=frozenset({"tell", "pilot", "heel", "ray"}),
)


@pytest.mark.parametrize("word", ["tell", "pilot", "pilots", "heels", "rays", "khula", "talaq", "iddat", "sarkar"])
def test_a_word_of_the_language_or_of_the_law_is_no_name(word):
    assert PLAIN.nearest(word) == []


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("injuction", ["injunction"]),  # as near as "induction", which titles have
        ("jursdiction", ["jurisdiction"]),
        ("petetion", ["petition"]),
        ("inducton", ["induction"]),
        ("sardarr", ["sardar"]),
    ],
)
def test_a_slip_goes_to_the_nearest_word_and_of_the_nearest_to_a_legal_term(word, known):
    assert [found.known for found in PLAIN.nearest(word)] == known


def test_only_the_nearest_words_are_kept():
    index = SpellingIndex([("qarshabad", 2), ("qarshibad", 90)])

    assert [found.known for found in index.nearest("qarshabads")] == ["qarshabad"]


def test_a_legal_term_is_one_word_in_small_letters():
    assert all(term.isalpha() and term.isascii() and term.islower() for term in LEGAL_TERMS)


def test_the_limit_holds_and_a_known_word_is_not_its_own_respelling():
    assert INDEX.nearest("mohd", limit=1) == [Respelling("mohd", "muhammad", "spelling")]
    assert INDEX.nearest("mohd", limit=0) == []
    assert [found.known for found in INDEX.nearest("Muhammad")] == ["mohammad"]


def test_a_word_that_many_titles_hold_is_no_slip():
    index = SpellingIndex([("zarghun", 3), ("zarghum", 9), ("mansehra", 1), ("mansehro", 1), ("mansehri", 2)])

    assert index.nearest("zarghun") == []
    assert [found.known for found in index.nearest("zargkun")] == ["zarghun"]
    assert [found.known for found in index.nearest("mansehra")] == ["mansehri"]


def test_the_order_of_the_words_given_does_not_matter():
    words = [("abcdefgh", 1), ("abcdefgi", 1), ("abcdefgj", 5)]

    for order in itertools.permutations(words):
        assert [found.known for found in SpellingIndex(order).nearest("abcdefgk")] == [
            "abcdefgj",
            "abcdefgh",
            "abcdefgi",
        ]


def test_a_slip_is_mended_in_a_large_vocabulary():
    draw = random.Random(7)
    syllables = [consonant + vowel for consonant in "bdfghjklmnrstvz" for vowel in "aeiou"]
    words = {"".join(draw.choices(syllables, k=draw.randint(3, 5))) for _ in range(75_000)}
    index = SpellingIndex((word, 1) for word in words)

    for word in sorted(words)[:: len(words) // 40]:
        assert all(found.how == "distance" for found in index.nearest(f"{word[:3]}q{word[4:]}", limit=50))
        assert index.nearest(f"{word[:3]}q{word[4:]}")


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_word_has_a_key_and_a_class_and_is_itself(left, right):
    assert same_name(left, left)
    assert same_name(left, right) == same_name(right, left)
    assert class_of(left) not in variants_of(class_of(left))
    assert isinstance(spelling_key(left), str)
    assert all(found.known != left for found in INDEX.nearest(left))


@given(st.text(alphabet="aeiouhkmnrsyw", min_size=4, max_size=9), st.integers(min_value=0, max_value=6))
def test_a_distance_never_changes_the_first_letter(word, limit):
    found = INDEX.nearest(word, limit=limit)

    assert len(found) <= limit
    assert all(other.known[0] == word[0] for other in found if other.how == "distance")
