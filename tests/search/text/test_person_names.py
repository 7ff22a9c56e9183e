"""A party's name falls into what tells a person and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.person_names import NAME_WEIGHT, OTHER_WEIGHT, Related, core_of, name_words, relations

pieces = st.sampled_from(
    """Mst. Ali s/o d/o W/O (minor) & , ; @ alias through r/o Village Malik Abdul etc. LRs No. 2 N.A.B. M/s
    بنت بی احمد""".split()
)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Muhammad Aslam", ("muhammad", "aslam")),
        ("Mr. Muhammad Aslam Khan, Advocate", ("muhammad", "aslam", "khan")),
        ("Mst. Amna Bibi d/o Ch. Rashid Ali & others", ("amna",)),
        ("Mst Shazia Kanwal etc.", ("shazia", "kanwal")),
        ("Musammat Noor Jahan and another", ("noor", "jahan")),
        ("Syed Kamran Haider Shah", ("kamran", "haider", "shah")),
        ("Raja Tahir Mehboob", ("tahir", "mehboob")),
        ("Ch. Iftikhar Ahmad", ("iftikhar", "ahmad")),
        ("Lt. Col. (Retd.) Zubair Tariq", ("zubair", "tariq")),
        ("Dr. Prof. Engr. Haji Hafiz Umar Daraz", ("umar", "daraz")),
        ("Justice (R) Nasir Waqar", ("nasir", "waqar")),
        ("Hon’ble Mr. Justice Kashif Mehdi", ("kashif", "mehdi")),
        ("Abdul Malik", ("abdul", "malik")),
        ("Zia ur Raja", ("zia", "raja")),
        ("Raja Malik", ("raja", "malik")),
        ("Ghulam Rasool (deceased) through LRs", ("ghulam", "rasool")),
        ("Legal heirs of Karam Din", ("karam", "din")),
        ("Akram alias Akri s/o Umar", ("akram", "akri")),
        ("Kashif @ Kashi", ("kashif", "kashi")),
        ("Zara binte Waheed", ("zara", "waheed")),
        ("M/s Alpha Bin Foods (Pvt.) Ltd.", ("alpha", "foods")),
        ("The State through N.A.B. and 2 others", ("state",)),
        ("N.A.B.", ("nab",)),
        ("M. A. Zafar", ("zafar",)),
        ("s/o Ahmad", ("ahmad",)),
        ("Respondent No. 2", ()),
        ("& others", ()),
        ("", ()),
        ("مسماۃ زرینہ بی بی بنت احمد علی وغیرہ", ("زرینہ",)),
        ("راجہ کامران ولد امان", ("کامران",)),
        ("جناب اسلم ساکن راولپنڈی", ("اسلم",)),
        ("Aslam walad Karim waghera", ("aslam",)),
    ],
)
def test_the_core_is_the_telling_words(name, core):
    assert core_of(name) == core


@pytest.mark.parametrize(
    ("name", "related"),
    [
        ("Ali s/o Ahmad", [("son", "Ahmad")]),
        ("Ali S / O Ahmad Khan", [("son", "Ahmad Khan")]),
        ("Ali son of Ahmad r/o Kotli, Tehsil Murree", [("son", "Ahmad"), ("resident", "Kotli, Tehsil Murree")]),
        ("Sana D/o Umar w/o Zaid", [("daughter", "Umar"), ("wife", "Zaid")]),
        ("Sana widow of Zaid", [("widow", "Zaid")]),
        ("Ali s/o Umar s/o Zaid", [("son", "Umar"), ("son", "Zaid")]),
        ("Ali s/o Umar, Bilal s/o Karim & others", [("son", "Umar"), ("son", "Karim")]),
        ("FOP through Secretary, M/o Interior & others", [("through", "Secretary, M/o Interior")]),
        ("Zaid (deceased) through his legal heirs", [("through", "his")]),
        ("Akram alias Akri", [("alias", "Akri")]),
        ("احمد ولد علی ساکن اسلام آباد", [("son", "علی"), ("resident", "اسلام آباد")]),
        ("اسلم عرف اچھو", [("alias", "اچھو")]),
        ("M/s Alpha Foods", []),
        ("M/o Interior", []),
        ("Ali s/o", []),
    ],
)  # fmt: skip
def test_a_relation_is_told_apart(name, related):
    assert [(found.relation, found.text) for found in relations(name)] == related


def test_a_name_weighs_more_than_what_stands_about_it():
    words = name_words("Mst. Amna w/o Malik Umar, minor & 3 others")

    assert [(word.text, word.weight) for word in words] == [
        ("Mst", OTHER_WEIGHT),
        ("Amna", NAME_WEIGHT),
        ("w/o", OTHER_WEIGHT),
        ("Malik", OTHER_WEIGHT),
        ("Umar", NAME_WEIGHT),
        ("minor", OTHER_WEIGHT),
        ("3", OTHER_WEIGHT),
        ("others", OTHER_WEIGHT),
    ]
    assert [word.text for word in words if word.relation == "wife"] == ["Malik", "Umar"]


@pytest.mark.parametrize(
    "word",
    """Mr Mrs Ms Mst Mst. Musammat Miss Syed Ch Chaudhry Dr Prof Engr Haji Hafiz Maulana Raja Malik Rana Sardar Justice
    Retd Advocate s/o d/o w/o r/o through others another etc petitioner respondent LRs minor""".split(),
)
def test_honorifics_roles_and_marks_weigh_little_behind_a_name(word):
    assert name_words(f"Aslam {word} Karim")[1].weight == OTHER_WEIGHT
    assert name_words(f"Aslam {word.upper()} Karim")[1].weight == OTHER_WEIGHT


def test_where_one_lives_is_no_name():
    assert [word.weight for word in name_words("Ali r/o Kotli")] == [NAME_WEIGHT, OTHER_WEIGHT, OTHER_WEIGHT]


def test_a_related_text_is_a_piece_of_the_name():
    name = "Ali  s/o  Ahmad Khan etc."

    assert relations(name) == (Related("son", "Ahmad Khan", 10, 20),)
    assert name[10:20] == "Ahmad Khan"


@given(st.one_of(st.text(max_size=200), st.lists(pieces, max_size=20).map(" ".join)))
def test_every_span_is_in_order_and_holds_its_text(name):
    for found in (name_words(name), relations(name)):
        end = 0
        for part in found:
            assert end <= part.start < part.end <= len(name)
            assert name[part.start : part.end] == part.text
            end = part.end
    assert {word.weight for word in name_words(name)} <= {NAME_WEIGHT, OTHER_WEIGHT}


@given(st.lists(pieces, max_size=20).map(" ".join))
def test_the_core_is_empty_only_where_nothing_names_anybody(name):
    assert bool(core_of(name)) == any(
        word.weight == NAME_WEIGHT or (word.kind == "title" and word.relation in ("", "alias"))
        for word in name_words(name)
    )


def test_a_long_name_is_read_at_once():
    assert core_of("s/o " * 500) == ()
    assert len(name_words("A." * 1000 + " " + "son " * 1000)) > 1000
