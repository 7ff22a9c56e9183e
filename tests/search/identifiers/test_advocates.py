"""Advocates: who is named as counsel, in English, Urdu and Roman Urdu; and all that only speaks of counsel."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.advocates import find_advocates

BEFORE = [
    ("Adv. Zarak Example", "Zarak Example", "Adv. Zarak Example"),
    ("Adv.Zarak Example bail", "Zarak Example", "Adv.Zarak Example"),
    ("adv Zarak Example v State", "Zarak Example", "adv Zarak Example"),
    ("Advocate Zarak Example", "Zarak Example", "Advocate Zarak Example"),
    ("Advocate: Zarak Example", "Zarak Example", "Advocate: Zarak Example"),
    ("Advocate Zarak of the Example bench", "Zarak", "Advocate Zarak"),
    ("Barrister Palwasha Example", "Palwasha Example", "Barrister Palwasha Example"),
    ("Barrister Palwasha in 2021", "Palwasha", "Barrister Palwasha"),
    ("Barrister Dr. Palwasha Example bail after arrest", "Palwasha Example", "Barrister Dr. Palwasha Example"),
    ("counsel Zarak Example v State", "Zarak Example", "counsel Zarak Example"),
    ("learned counsel Mr. Zarak argued", "Zarak", "counsel Mr. Zarak"),
    ("Lawyer Zarak Example murder case", "Zarak Example", "Lawyer Zarak Example"),
    ("State v Salman Specimen, his counsel Zarak Example", "Zarak Example", "counsel Zarak Example"),
    ("W.P. 5/2023 advocate Ch. Zarak Example", "Ch. Zarak Example", "advocate Ch. Zarak Example"),
    ("cases of Advocate S.M. Zarak Example", "S.M. Zarak Example", "Advocate S.M. Zarak Example"),
    ("Advocate Supreme Court Zarak Example", "Zarak Example", "Advocate Supreme Court Zarak Example"),
    ("Alpha Traders (Adv. Zarak Example) VS FBR", "Zarak Example", "Adv. Zarak Example"),
    ("Alpha VS Palwasha Specimen (Advocate Zarak Example)", "Zarak Example", "Advocate Zarak Example"),
    ("Zarak Example v State Counsel Palwasha Specimen", "Palwasha Specimen", "Counsel Palwasha Specimen"),
    ("represented by Advocate Zarak Example", "Zarak Example", "represented by Advocate Zarak Example"),
    ("represented by Zarak Example in 2023", "Zarak Example", "represented by Zarak Example"),
    ("appeared by Mr. Zarak", "Zarak", "appeared by Mr. Zarak"),
    (
        "Bail argued by the learned counsel Zarak Example",
        "Zarak Example",
        "argued by the learned counsel Zarak Example",
    ),
    ("Adv. Zarak-ul-Example", "Zarak-ul-Example", "Adv. Zarak-ul-Example"),
    ("Adv. Zarak Ud Din Example's cases", "Zarak Ud Din Example", "Adv. Zarak Ud Din Example"),
]
BEHIND = [
    ("Zarak Example ASC", "Zarak Example", "Zarak Example ASC"),
    ("Zarak Example, A.S.C.", "Zarak Example", "Zarak Example, A.S.C."),
    ("Zarak Example AHC murder", "Zarak Example", "Zarak Example AHC"),
    ("Zarak Example (AOR)", "Zarak Example", "Zarak Example (AOR)"),
    ("Zarak Example, ASC/AOR", "Zarak Example", "Zarak Example, ASC/AOR"),
    ("Zarak Example, Advocate, ASC", "Zarak Example", "Zarak Example, Advocate, ASC"),
    ("Mr Zarak Example, Advocate Supreme Court, bail", "Zarak Example", "Mr Zarak Example, Advocate Supreme Court"),
    ("Ms. Palwasha Example, Advocate High Court", "Palwasha Example", "Ms. Palwasha Example, Advocate High Court"),
    ("Zarak Example, Advocate-on-Record", "Zarak Example", "Zarak Example, Advocate-on-Record"),
    ("Palwasha Example, Barrister-at-Law", "Palwasha Example", "Palwasha Example, Barrister-at-Law"),
    ("Zarak Example, Senior Advocate", "Zarak Example", "Zarak Example, Senior Advocate"),
    ("cases argued by Salman Example advocate", "Salman Example", "argued by Salman Example advocate"),
    ("represented by Zarak Example, ASC", "Zarak Example", "represented by Zarak Example, ASC"),
    ("Mr. Zarak, Advocate for the petitioner", "Zarak", "Mr. Zarak, Advocate"),
    ("Alpha VS Beta etc (Zarak Example, ADV)?", "Zarak Example", "Zarak Example, ADV"),
    ("Alpha VS Beta (Mr. Zarak Z. Example Adv)", "Zarak Z. Example", "Mr. Zarak Z. Example Adv"),
    ("Zarak Example Advocate VS Bar Council", "Zarak Example", "Zarak Example Advocate"),
    ("The Registrar VS Zarak Example, Advocate & another", "Zarak Example", "Zarak Example, Advocate"),
    ("Zarak Example Ch. Advocate", "Zarak Example Ch", "Zarak Example Ch. Advocate"),
    ("Barrister Zarak Example ASC", "Zarak Example", "Barrister Zarak Example ASC"),
    ("M.A. Example, Advocate", "M.A. Example", "M.A. Example, Advocate"),
    ("Hon'ble Mr. Zarak, Advocate", "Zarak", "Hon'ble Mr. Zarak, Advocate"),
    ("Malik Zarak advocate", "Malik Zarak", "Malik Zarak advocate"),
]
WITHOUT_CAPITALS = [
    ("advocate zarak example bail", "zarak example", "advocate zarak example"),
    ("Advocate zarak example service matter", "zarak example", "Advocate zarak example"),
    ("bail murder advocate zarak example", "zarak example", "advocate zarak example"),
    ("zarak example advocate supreme court murder", "zarak example", "zarak example advocate supreme court"),
    ("zarak example asc writ", "zarak example", "zarak example asc"),
    ("mr. zarak example adv", "zarak example", "mr. zarak example adv"),
    ("counsel zarak example v state", "zarak example", "counsel zarak example"),
    ("barrister palwasha bail", "palwasha", "barrister palwasha"),
    ("cases argued by zarak example", "zarak example", "argued by zarak example"),
    ("represented by adv zarak example vs state", "zarak example", "represented by adv zarak example"),
    (
        "adv syed zarak example khan specimen habeas",
        "syed zarak example khan specimen",
        "adv syed zarak example khan specimen",
    ),
    ("adv m zarak example w.p. 5/2023", "m zarak example", "adv m zarak example"),
    ("zarak-ul-din example adv", "zarak-ul-din example", "zarak-ul-din example adv"),
    ("ZARAK EXAMPLE, ADVOCATE BAIL GRANTED", "ZARAK EXAMPLE", "ZARAK EXAMPLE, ADVOCATE"),
    ("advocate zarak example specimen remnant profits", "zarak example specimen", "advocate zarak example specimen"),
]
URDU = [
    ("وکیل زرک مثال", "زرک مثال", "وکیل زرک مثال"),
    ("وکیل زرک مثال کے مقدمات", "زرک مثال", "وکیل زرک مثال"),
    ("ایڈووکیٹ زرک مثال ضمانت", "زرک مثال", "ایڈووکیٹ زرک مثال"),
    ("ایڈوکیٹ سید زرک مثال کی درخواست", "سید زرک مثال", "ایڈوکیٹ سید زرک مثال"),
    ("زرک مثال ایڈووکیٹ", "زرک مثال", "زرک مثال ایڈووکیٹ"),
    ("زرک مثال، ایڈووکیٹ سپریم کورٹ", "زرک مثال", "زرک مثال، ایڈووکیٹ سپریم کورٹ"),
    ("جناب زرک مثال ایڈووکیٹ ہائی کورٹ کے کیس", "زرک مثال", "جناب زرک مثال ایڈووکیٹ ہائی کورٹ"),
    ("بیرسٹر پلوشہ مثال", "پلوشہ مثال", "بیرسٹر پلوشہ مثال"),
    ("سائل کے وکیل زرک مثال", "زرک مثال", "وکیل زرک مثال"),
    ("wakeel zarak example ke cases", "zarak example", "wakeel zarak example"),
    ("vakil zarak example ka muqadma", "zarak example", "vakil zarak example"),
    ("advocate zarak example ki darkhwast zamanat", "zarak example", "advocate zarak example"),
    ("zarak example advocate ke muqadmat", "zarak example", "zarak example advocate"),
    ("zarak example sahib advocate", "zarak example", "zarak example sahib advocate"),
    ("barrister palwasha example ke faisle dikhao", "palwasha example", "barrister palwasha example"),
    ("janab zarak example asc qatal", "zarak example", "janab zarak example asc"),
]


@pytest.mark.parametrize(("text", "name", "mention"), [*BEFORE, *BEHIND, *WITHOUT_CAPITALS, *URDU])
def test_an_advocate_is_read(text, name, mention):
    (found,) = find_advocates(text)

    assert found.name == name == text[slice(*found.name_span)]
    assert text[found.start : found.end] == mention


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Advocates Zarak Example and Palwasha Specimen", ["Zarak Example", "Palwasha Specimen"]),
        ("Advocates: Zarak Example(ADVO-1),Palwasha Specimen(ADVO-2)", ["Zarak Example", "Palwasha Specimen"]),
        ("Mr. Zarak Example and Ms. Palwasha, Advocates for the petitioner", ["Zarak Example", "Palwasha"]),
        ("counsels Zarak Example & Palwasha Specimen", ["Zarak Example", "Palwasha Specimen"]),
        ("Advocate Zarak Example, Advocate Palwasha Specimen", ["Zarak Example", "Palwasha Specimen"]),
        ("Zarak Example, ASC, Palwasha Specimen, AHC", ["Zarak Example", "Palwasha Specimen"]),
        ("Zarak Example, A.S.C. Palwasha Specimen, Advocate", ["Zarak Example", "Palwasha Specimen"]),
        ("Alpha (Adv. Zarak Example) VS Beta (Adv. Palwasha Specimen)", ["Zarak Example", "Palwasha Specimen"]),
        ("ایڈووکیٹ زرک مثال اور ایڈووکیٹ پلوشہ مثال", ["زرک مثال", "پلوشہ مثال"]),
    ],
)
def test_several_advocates_are_read_in_order(text, names):
    assert [found.name for found in find_advocates(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Advocate General",
        "Advocate General Zarak Example",
        "Zarak Example, Advocate General Islamabad",
        "Mr. Zarak Example, Additional Advocate General",
        "Additional Advocate General Zarak Example",
        "Deputy Advocate General Punjab",
        "Assistant Advocate-General Zarak Example",
        "the Advocate Generals of two provinces",
        "Adv. Gen. Zarak Example",
        "Attorney General for Pakistan",
        "Deputy Attorney General Zarak Example",
        "advocate fee dispute",
        "Advocate Fee",
        "advocate licence suspended",
        "Advocate Licence Suspended By Bar Council",
        "advocate enrolment",
        "enrolment as advocate high court",
        "advocate misconduct",
        "professional misconduct of advocate before tribunal",
        "counsel for the petitioner",
        "learned counsel for the State submits",
        "special counsel",
        "Special Counsel Zarak Example",
        "state counsel zarak example",
        "without counsel",
        "conviction without counsel",
        "Advocates Act",
        "Legal Practitioners and Bar Councils Act advocates rules",
        "power of attorney",
        "general power of attorney Zarak Example",
        "right to counsel",
        "Right to Counsel Article 10A",
        "advocate general punjab notice",
        "change of counsel adjournment refused",
        "counsel engaged in another court",
        "applicants advocate",
        "company counsel",
        "Who are the petitioner's advocates in Zarak Example VS The State?",
        "Who are the respondent's counsel in Zarak Example VS FOP?",
        "lawyers movement 2007",
        "lawyer murdered in court",
        "negligence of counsel is no ground for condonation of delay",
        "whether counsel can withdraw the plea without consent of the client",
        "represented by next friend",
        "represented by legal heirs",
        "represented by its Chief Executive Zarak Example",
        "cases argued by both sides",
        "cases represented by next friend",
        "represented by Example Bank Limited",
        "company represented by Zarak Example Pvt Ltd",
        "counsel CDA Islamabad",
        "post of public prosecutor and advocate",
        "Zarak Example v State",
        "Mr Zarak Example",
        "Zarak Advocate",
        "the petition of Zarak Example. Advocate was absent",
        "Zarak Example asc v State",
        "non-advocate Zarak Example",
        "Zarak Example's advocate",
        'advocate:"Zarak Example"',
        "advocate:Zarak",
        "counsel:zarak",
        "PLD 2019 SC 5 counsel",
        "FPSC Adv. No. 5/2023",
        "Wakeel Ahmed Example VS The State",
        "wakeel ahmed example v state",
        "وکیل احمد مثال بنام سرکار",
        "ایڈووکیٹ جنرل پنجاب",
        "زرک مثال ایڈووکیٹ جنرل",
        "وکیل صفائی کی فیس",
        "سرکاری وکیل",
        "وکیل کے بغیر",
        "وکیل",
        "wakeel ki fees",
        "sarkari wakeel zarak example",
        "wakeel safai",
        "advocate ke baghair muqadma",
        "advocate",
        "",
    ],
)
def test_what_names_no_advocate_is_left_alone(text):
    assert find_advocates(text) == []


def test_nothing_marks_a_name_in_a_long_text_in_small_letters():
    facts = "the tenant left the shop and the owner sold it to another man who came with " * 2

    assert find_advocates(f"{facts} advocate zarak example") == []
    assert [found.name for found in find_advocates(f"{facts} Advocate Zarak Example")] == ["Zarak Example"]


pieces = st.sampled_from(
    "Advocate|Advocates|adv.|Adv.|ASC|A.S.C.|asc|counsel|wakeel|Barrister|argued by|represented by|Mr.|Zarak|zarak|"
    "Example|ul|S.|v|and|General|State|Ltd|bail|the|وکیل|ایڈووکیٹ|زرک|مثال|اور".split("|")
    + list(",.(-)\n' İß“💼")
)


@given(st.one_of(st.text(max_size=150), st.lists(pieces, max_size=40).map(" ".join), st.lists(pieces).map("".join)))
def test_spans_lie_inside_in_order_and_apart(text):
    found = find_advocates(text)
    spans = [(each.start, each.end) for each in found]

    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    for each in found:
        assert 0 <= each.start <= each.name_span[0] < each.name_span[1] <= each.end <= len(text)
        assert each.name == text[slice(*each.name_span)]
        assert each.name[0].isalpha()


@pytest.mark.parametrize("letters", [20, 60, 100, 170])
def test_a_word_is_never_cut(letters):
    name = " ".join(["Z" + "a" * letters] * 3)

    for text in (f"Adv. {name} Example", f"Example {name}, Advocate"):
        assert all(set(found.name.split()) <= set(text.split()) for found in find_advocates(text.replace(",", " ")))


FORMS = (
    *("Adv. {0}", "advocate {0}, bail", "Barrister {0} v State", "counsel {0} murder", "cases argued by {0}"),
    *(
        "{0}, Advocate",
        "{0} ASC",
        "writ petition by {0} advocate supreme court",
        "bail, {0} (AHC)",
        "وکیل {0} کے مقدمات",
    ),
)
names = st.lists(st.sampled_from(["Zarak", "Palwasha", "Example", "Specimen"]), min_size=2, max_size=3).map(" ".join)


@given(names, st.sampled_from(FORMS))
def test_a_name_is_read_the_same_with_and_without_capitals(name, form):
    text = form.format(name)

    assert [found.name for found in find_advocates(text)] == [name]
    assert [found.name for found in find_advocates(text.lower())] == [name.lower()]
    assert [found.name for found in find_advocates(text.upper())] == [name.upper()]


@pytest.mark.parametrize(
    "piece",
    ["advocate ", "Zarak ", "Zarak Example, Advocate ", "argued by ", "Mr. ", "a.s.c. ", "وکیل ", "(", " ", "."],
)
def test_a_long_text_of_one_kind_is_read_to_its_end(piece):
    assert len(find_advocates(piece * 20_000)) <= 64
