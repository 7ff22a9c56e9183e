"""The invented corpus: shape, marking, dirt, queries and relevance."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from indexer.demo import DemoCorpus, write_demo
from indexer.demo.cases import case_at
from indexer.demo.names import family_names, judges, without_honorifics
from indexer.demo.queries import keys_of, queries_wanted
from indexer.demo.subjects import Issue, Subject, subjects
from indexer.demo.templates import render, some
from indexer.demo.values import Values
from indexer.demo.vocabulary import NARCOTICS, OFFENCES, court_forms
from indexer.loading import load
from search.errors import InputError
from search.identifiers.case_number import parse_number
from search.settings import Settings

REAL = Path(__file__).parents[3] / "shared" / "data" / "ihc"
FILES = {"records.jsonl", "documents.jsonl", "queries_train.jsonl", "queries_dev.jsonl", "split.json", "README.md"}
KINDS = {"identifier", "exact", "party", "question", "rich_template", "short", "statute", "description", "topical"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> DemoCorpus:
    return write_demo(tmp_path_factory.mktemp("demo"), cases=1500)


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def queries_of(corpus: DemoCorpus) -> list[dict[str, Any]]:
    return lines_of(corpus.queries_train) + lines_of(corpus.queries_dev)


# --- Writing ----------------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    for folder, seed in (("one", 7), ("two", 7), ("three", 8)):
        write_demo(tmp_path / folder, cases=120, seed=seed)

    for name in FILES - {"README.md"}:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert (tmp_path / "one" / "records.jsonl").read_bytes() != (tmp_path / "three" / "records.jsonl").read_bytes()


def test_the_bytes_are_those_of_every_other_machine():
    case = case_at(42, 1)

    assert (case.title, case.form.number(1, case.year)) == (
        "Ch. Fayyaz Zarvazki etc VS Talha Ombrazki (deceased) through LRs",
        "R.F.A. 1/2020 Against Judgement & Decree (SB)",
    )


@pytest.mark.parametrize("cases", [1, 10, 500])
def test_any_number_of_cases_is_written(tmp_path, cases):
    corpus = write_demo(tmp_path, cases=cases)

    records = lines_of(corpus.records)
    assert [record["id"] for record in records] == [f"demo-{place}" for place in range(1, cases + 1)]
    assert json.loads(corpus.split.read_text()).keys() == {record["id"] for record in records}
    assert len(lines_of(corpus.documents)) == corpus.judgments
    assert 1 <= len(queries_of(corpus)) == corpus.queries <= queries_wanted(cases)
    assert {path.name for path in tmp_path.iterdir()} == FILES


@pytest.mark.parametrize("cases", [0, -1, 1_000_001])
def test_a_number_of_cases_out_of_range_is_refused_before_anything_is_written(tmp_path, cases):
    with pytest.raises(InputError, match="expected 1 to 1,000,000"):
        write_demo(tmp_path / "demo", cases=cases)
    assert not (tmp_path / "demo").exists()


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(InputError, match="cannot write the demo corpus"):
        write_demo(tmp_path / "file", cases=1)


def test_a_corpus_broken_off_leaves_what_was_there_and_no_half_file(tmp_path):
    write_demo(tmp_path, cases=5)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def breaking_off(step_name: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_demo(tmp_path, cases=9, progress=breaking_off)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_progress_ends_at_the_total(tmp_path):
    calls: list[tuple[str, int, int]] = []
    write_demo(tmp_path, cases=30, progress=lambda *call: calls.append(call))

    assert calls[-1] == ("inventing cases", 30, 30)


def test_the_counts_are_those_of_the_files(corpus):
    records = lines_of(corpus.records)

    assert corpus.cases == len(records) == 1500
    assert corpus.with_orders == sum("orders" in record["facts"] for record in records)
    assert 0.15 < corpus.with_orders / corpus.cases < 0.25
    assert 0.09 < corpus.judgments / corpus.cases < 0.15


# --- Shape and marking ------------------------------------------------------------------------------------------------


def test_a_record_has_the_fields_of_a_real_one(corpus):
    for record in lines_of(corpus.records):
        assert list(record)[:8] == ["id", "title", "number", "court", "status", "bench", "facts", "pdf_files"]
        assert set(record) - {"institution_date", "hearing"} == set(list(record)[:8]) | {"invented"}
        assert record["court"] == "Islamabad High Court"
        assert record["status"] in {"Decided", "Pending"}
        assert " VS " in record["title"]
        assert re.fullmatch(r"\d\d-\d\d-\d{4}", record.get("institution_date", "01-01-2000"))
        assert re.fullmatch(r"N/A|[A-Z]{3} \d\d-\d\d-\d{4}( \(\w+\))?\n[A-Z/ -]+", record.get("hearing", "N/A"))
        assert all(isinstance(value, str) and value for value in record["facts"].values())


def test_every_number_is_in_the_courts_form(corpus):
    for record in lines_of(corpus.records):
        number = parse_number(record["number"])
        assert number is not None
        assert number.bench_kind in {"SB", "DB", "LB"}


def test_everything_is_marked_as_invented(corpus):
    assert all(record["invented"] is True for record in lines_of(corpus.records))
    for record in lines_of(corpus.records):
        assert "Invented" in record["facts"].get("note", "Invented" if not record["facts"] else "")
        assert all("Justice Invented " in judge for judge in (record["bench"] or judges()[0]).split(", "))
    for document in lines_of(corpus.documents):
        assert document["invented"] is True
        assert document["text"].endswith("Invented for demonstration: not a judgment of any court.\n")
    assert "Everything here is invented" in corpus.readme.read_text()


def test_judgments_have_six_hundred_to_two_and_a_half_thousand_words_and_differ(corpus):
    documents = lines_of(corpus.documents)
    texts = [document["text"] for document in documents]

    assert 600 <= min(len(text.split()) for text in texts) <= max(len(text.split()) for text in texts) <= 2500
    assert len(set(texts)) == len(texts)
    assert all(document["chars"] == len(document["text"]) and document["pages"] >= 1 for document in documents)


def test_a_judgment_belongs_to_the_case_that_lists_its_file(corpus):
    owner = {name: record["id"] for record in lines_of(corpus.records) for name in record["pdf_files"]}

    documents = lines_of(corpus.documents)
    assert {document["file"] for document in documents} == owner.keys()
    assert all(document["record_id"] in {None, owner[document["file"]]} for document in documents)
    assert 0 < sum(document["record_id"] is None for document in documents) < 0.1 * len(documents)


def test_the_last_word_on_the_order_sheet_is_the_short_order(corpus):
    with_both = [record["facts"] for record in lines_of(corpus.records) if "short_order" in record["facts"]]

    assert with_both
    assert all(facts["short_order"] in facts["orders"].split(" | ")[0] for facts in with_both)


def test_judgment_and_short_order_agree_on_the_outcome(corpus):
    texts = {document["file"]: " ".join(document["text"].split()) for document in lines_of(corpus.documents)}
    granted = {"Bail declined": False, "Bail allowed": True, "Appeal dismissed": False, "Appeal allowed": True}

    for record in lines_of(corpus.records):
        for start, allowed in granted.items():
            if record["pdf_files"] and record["facts"].get("short_order", "").startswith(start):
                ending = texts[record["pdf_files"][0]][-700:]
                assert ("dismissed" in ending or "upheld" in ending or "fails" in ending) is not allowed


def test_only_deliberate_dirt_shares_type_serial_and_year():
    cases = [case_at(3, place) for place in range(1, 3001)]
    dirty = Counter(case.dirt for case in cases)

    assert {"", "twin", "other_category", "same_parties", "no_dates"} <= dirty.keys()
    assert sum(count for name, count in dirty.items() if name) < 0.02 * len(cases)


def test_serials_are_unique_but_for_the_dirt(corpus):
    shared = Counter(record["number"].split("(")[0].split("/")[0] + record["number"].split("/")[1][:4]
                     for record in lines_of(corpus.records))  # fmt: skip
    repeated = sum(count - 1 for count in shared.values())
    dirt = Counter(case_at(42, place).dirt for place in range(1, 1501))

    assert repeated == sum(dirt[name] for name in ("twin", "other_category", "same_parties", "collision"))


def test_the_corpus_loads_without_a_reject_and_every_judgment_finds_its_case(tmp_path, corpus):
    settings = Settings.from_env({"IHC_SEARCH_HOME": str(tmp_path)})
    summary = load(settings, [corpus.records, corpus.documents])

    assert (summary.rejects, summary.documents_alone) == (0, 0)
    assert (summary.cases_new, summary.documents_tied) == (corpus.distinct_cases, corpus.judgments)


# --- Nobody real ------------------------------------------------------------------------------------------------------


def real_lines(name: str) -> list[dict[str, Any]]:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{path} is absent: the real records lie outside the repository")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_no_title_is_that_of_a_real_case(corpus):
    real = {" ".join(without_honorifics(record["title"])) for record in real_lines("records.jsonl.gz")}

    assert not real & {" ".join(without_honorifics(record["title"])) for record in lines_of(corpus.records)}


def test_no_family_name_is_borne_by_a_real_party_lawyer_or_judge():
    real = " ".join(
        json.dumps(line) for name in ("records.jsonl.gz", "judgments.jsonl.gz") for line in real_lines(name)
    )

    assert not {name.lower() for name in family_names()} & set(re.findall("[a-z]+", real.lower()))


def test_no_sentence_is_copied_from_a_real_judgment(corpus):
    real = "\n".join(" ".join(line["text"].split()).lower() for line in real_lines("judgments.jsonl.gz"))

    for document in lines_of(corpus.documents)[:40]:
        words = " ".join(document["text"].split()).lower().split(" ")[40:]
        runs = [" ".join(words[start : start + 14]) for start in range(0, len(words) - 14, 6)]
        assert not [run for run in runs if run in real]


# --- Queries ----------------------------------------------------------------------------------------------------------


def test_queries_have_every_kind_and_name_records_that_exist(corpus):
    ids = {record["id"] for record in lines_of(corpus.records)}
    queries = queries_of(corpus)

    assert {query["kind"] for query in queries} == KINDS
    assert all(query.keys() == {"query", "kind", "relevant"} for query in queries)
    assert all(query["relevant"] and set(query["relevant"]) <= ids for query in queries)
    assert all(len(query["relevant"]) == len(set(query["relevant"])) for query in queries)
    assert len({query["query"] for query in queries}) == len(queries)


def test_queries_are_made_from_cases_of_their_part(corpus):
    split = json.loads(corpus.split.read_text())

    for part, path in (("train", corpus.queries_train), ("dev", corpus.queries_dev)):
        assert all(part in {split[case] for case in query["relevant"]} for query in lines_of(path))


def test_about_five_queries_a_hundred_cases_and_two_thousand_at_most():
    assert [queries_wanted(cases) for cases in (1, 10, 150, 2000, 1_000_000)] == [1, 10, 10, 100, 2000]


def test_all_cases_with_the_titles_parties_are_relevant(corpus):
    by_title: dict[str, set[str]] = {}
    for record in lines_of(corpus.records):
        by_title.setdefault(record["title"], set()).add(record["id"])
    twins = {f"demo-{place}" for place in range(1, 1501) if case_at(42, place).dirt == "twin"}

    for query in queries_of(corpus):
        if query["kind"] == "exact" and query["query"] in by_title:
            assert by_title[query["query"]] - twins <= set(query["relevant"]) | twins


def test_a_number_is_answered_by_all_records_that_bear_it(corpus):
    by_number: dict[str, set[str]] = {}
    for record in lines_of(corpus.records):
        by_number.setdefault(record["number"], set()).add(record["id"])

    asked = [query for query in queries_of(corpus) if query["query"] in by_number]
    assert asked
    for query in asked:
        assert set(query["relevant"]) <= by_number[query["query"]]


def test_a_point_of_law_is_answered_by_exactly_the_judgments_that_say_so(corpus):
    owner = {name: record["id"] for record in lines_of(corpus.records) for name in record["pdf_files"]}
    texts = {owner[each["file"]]: " ".join(each["text"].split()).lower() for each in lines_of(corpus.documents)}
    circumstances = {court for _, issue, _ in all_templates() for court, _ in issue.circumstances if "{" not in court}

    asked = [query for query in queries_of(corpus) if query["query"].partition(": ")[2] in circumstances]
    assert asked
    for query in asked:
        words = query["query"].partition(": ")[2].lower()
        assert set(query["relevant"]) == {case for case, text in texts.items() if words in text}


def test_names_are_found_without_honorifics_and_without_the_first_name():
    case = next(case for place in range(1, 500) if (case := case_at(1, place)).petitioner.startswith("Dr. Muhammad "))
    words = case.petitioner.lower().split()[1:]

    names = {key[1] for key in keys_of(case) if key[0] == "name"}
    assert {" ".join(words), " ".join(words[1:])} <= names


def test_no_list_of_sections_holds_another():
    lists = [set(re.split(r",\s*|\s+", sections)) - {"PPC"} for sections in (*OFFENCES, *NARCOTICS)]

    assert not [(one, two) for one in lists for two in lists if one is not two and one <= two]


# --- Templates --------------------------------------------------------------------------------------------------------


def all_templates() -> list[tuple[Subject, Issue, str]]:
    return [
        (subject, issue, template)
        for subject in subjects().values()
        for issue in subject.issues
        for template in (*issue.facts, *issue.argued, *issue.answered, *issue.law, *issue.granted, *issue.refused)
    ]


def test_every_kind_of_case_has_a_subject_and_every_subject_a_kind_of_case():
    assert {form.subject for form in court_forms()} == subjects().keys()


def test_every_template_of_every_subject_can_be_written():
    case = case_at(1, 1)
    rng = Random(0)
    values = Values(case, rng)
    values["w"] = "something happened"

    texts = [render(template, rng, values) for _, _, template in all_templates()]
    assert len(set(texts)) > 300
    assert not [text for text in texts if re.search(r"[{}\[\]|]", text)]


def test_a_topical_question_shares_few_words_with_the_circumstance():
    for subject in subjects().values():
        for issue in subject.issues:
            for court, other in issue.circumstances:
                shared = set(court.lower().split()) & set(other.lower().split()) - COMMON
                assert len(shared) <= 3, (court, other)


COMMON = set("a an the of to in on is was were be and not no for from by at his he it with had has as him her".split())


def test_a_choice_is_drawn_and_a_slot_filled():
    assert render("[the|the] {P} spoke.", Random(0), {"P": "petitioner"}) == "The petitioner spoke."


def test_some_draws_each_template_once():
    assert sorted(some(Random(0), ["a", "b", "c"], 5)) == ["a", "b", "c"]
