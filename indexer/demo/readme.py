"""The README of a written corpus."""

README = """\
# Invented cases

**Everything here is invented.**  No case, party, lawyer, judge, bank or company of these files exists; family
names were made of syllables, every judge's first name is "Invented", cited law reports do not exist.  Public
offices (the State, CDA, CIR ...), case types, stages and sections are the real vocabulary of the court, used for
nothing but shape.  Each record says `"invented": true`, and each judgment says so in its last line.

Made by `ihc-search demo --cases {cases} --seed {seed}`: the same command gives the same bytes on any machine.

| file | what | lines |
| --- | --- | --- |
| `records.jsonl` | case records | {cases} |
| `documents.jsonl` | judgments; `record_id` names the case, null in about one of 25 | {documents} |
| `queries_train.jsonl`, `queries_dev.jsonl` | query, kind, ids of every relevant record | {train} / {dev} |
| `split.json` | record id -> train, dev or test | {cases} |

{with_orders} records have an order sheet, {documents} a judgment.

    ihc-search load records.jsonl documents.jsonl
    ihc-search reindex

## Dirt, on purpose

As in the court's own lists, a few records in a thousand are not clean; none is rejected by the loader.

- {twin} twins: the record before under the same number, its title damaged (a hyphen turned into VS, or shouted).
  The loader merges them, so that {distinct} cases are stored; relevance names the id that stays.
- {other_category} share type, serial and year with the record before, under another category and with other parties.
- {same_parties} have even the same parties: the loader reports them as suspected twins and keeps both.
- {collision} bear the full number of the record before, with other parties: the loader reports a collision.
- {no_dates} have neither institution nor hearing date; about one in twelve has no bench.
- A third of the order sheets list some rows twice; titles end in "etc", "etc.", "& others" as clerks please.
- The serial numbers of the others are unique for their type and year.  They do not follow the dates.

## Relevance

A query asks for a number, parties, a crime report, sections at a police station, or a point of law under a
certain circumstance; every record that has it is listed as relevant.  Honorifics do not count, and "Imran X" is
also found in "Muhammad Imran X".  A topical query puts the point in other words than the judgments do; records
with another circumstance of the same point count as not relevant.  Queries were made from train and dev records
alone, yet the list of a point of law may name records of any part.
"""
