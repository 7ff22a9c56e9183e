"""Opening: what of a snapshot a query is read against."""

from __future__ import annotations

from search.opening import title_words


def test_short_words_of_titles_are_names_where_the_table_knows_them():
    words = title_words(["Ch. Zarak Example VS The State", "ch Md Ali of Pvt. Co", "M/s A B", "MD, CH AND MD"])

    assert dict(words) == {
        "ch": 2, "zarak": 1, "example": 1, "the": 1, "state": 1, "md": 1, "ali": 1, "pvt": 1, "and": 1,
        "co": 1,
    }  # fmt: skip
