"""The first schema: input records and documents, and the cases made of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql")
NAME = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "cases",
        sa.Column("id", KEY, nullable=False),
        sa.Column("group_key", KEY, nullable=False),
        sa.Column("parties_key", NAME, nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("documents_digest", KEY, nullable=False),
        sa.Column("source_id", NAME, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("court", sa.Text(), nullable=False),
        sa.Column("case_type", sa.Text(), nullable=True),
        sa.Column("serial", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("bench_kind", sa.String(length=8), nullable=True),
        sa.Column("number_text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("institution_date", sa.Date(), nullable=True),
        sa.Column("hearing_date", sa.Date(), nullable=True),
        sa.Column("disposal_date", sa.Date(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("short_order", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("disposal", sa.Text(), nullable=False),
        sa.Column("disposal_bench", sa.Text(), nullable=False),
        sa.Column("tentative_date", sa.Date(), nullable=True),
        sa.Column("consigned_date", sa.Date(), nullable=True),
        sa.Column("fir_number", sa.Text(), nullable=False),
        sa.Column("fir_date", sa.Date(), nullable=True),
        sa.Column("police_station", sa.Text(), nullable=False),
        sa.Column("offence_sections", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("accused", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("abstract", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_cases_court"), "cases", ["court"], unique=False)
    op.create_index(op.f("ix_cases_group_key"), "cases", ["group_key"], unique=False)
    op.create_index(op.f("ix_cases_institution_date"), "cases", ["institution_date"], unique=False)
    op.create_index("ix_cases_kind_group", "cases", ["kind", "group_key"], unique=False)
    op.create_index("ix_cases_number", "cases", ["year", "serial", "case_type"], unique=False)
    op.create_index(op.f("ix_cases_source_id"), "cases", ["source_id"], unique=False)
    op.create_index(op.f("ix_cases_status"), "cases", ["status"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "records",
        sa.Column("digest", KEY, nullable=False),
        sa.Column("group_key", KEY, nullable=False),
        sa.Column("parties_key", NAME, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("source", NAME, nullable=False),
        sa.Column("source_id", NAME, nullable=False),
        sa.Column("source_date", sa.String(length=40), nullable=False),
        sa.Column("source_file", NAME, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("repairs", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index(op.f("ix_records_group_key"), "records", ["group_key"], unique=False)
    op.create_index(op.f("ix_records_source_id"), "records", ["source_id"], unique=False)
    op.create_table(
        "texts",
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "advocates",
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "case_documents",
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("file_name", NAME, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("tie", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_index(op.f("ix_case_documents_file_name"), "case_documents", ["file_name"], unique=False)
    op.create_index(op.f("ix_case_documents_sha256"), "case_documents", ["sha256"], unique=False)
    op.create_table(
        "comments",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "documents",
        sa.Column("digest", KEY, nullable=False),
        sa.Column("file_name", NAME, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("text_key", KEY, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("record_id", NAME, nullable=False),
        sa.Column("owner", KEY, nullable=True),
        sa.Column("source_file", NAME, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("repairs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["records.digest"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index(op.f("ix_documents_file_name"), "documents", ["file_name"], unique=False)
    op.create_index(op.f("ix_documents_owner"), "documents", ["owner"], unique=False)
    op.create_index(op.f("ix_documents_record_id"), "documents", ["record_id"], unique=False)
    op.create_index(op.f("ix_documents_sha256"), "documents", ["sha256"], unique=False)
    op.create_index(op.f("ix_documents_text_key"), "documents", ["text_key"], unique=False)
    op.create_table(
        "hearings",
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("date_text", sa.Text(), nullable=False),
        sa.Column("bench", sa.Text(), nullable=False),
        sa.Column("list_type", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("short_order", sa.Text(), nullable=False),
        sa.Column("disposal_date", sa.Date(), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "judges",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "listed_files",
        sa.Column("file_name", NAME, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_index(op.f("ix_listed_files_file_name"), "listed_files", ["file_name"], unique=False)
    op.create_table(
        "motions",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("institution_date", sa.Date(), nullable=True),
        sa.Column("disposal_date", sa.Date(), nullable=True),
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "parties",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "profile_terms",
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "provenance",
        sa.Column("source_file", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_table(
        "source_ids",
        sa.Column("source_id", NAME, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "position"),
    )
    op.create_index(op.f("ix_source_ids_source_id"), "source_ids", ["source_id"], unique=False)


def downgrade() -> None:
    """Drop all tables, with what is in them."""
    op.drop_index(op.f("ix_source_ids_source_id"), table_name="source_ids")
    op.drop_table("source_ids")
    op.drop_table("provenance")
    op.drop_table("profile_terms")
    op.drop_table("parties")
    op.drop_table("motions")
    op.drop_index(op.f("ix_listed_files_file_name"), table_name="listed_files")
    op.drop_table("listed_files")
    op.drop_table("judges")
    op.drop_table("hearings")
    op.drop_index(op.f("ix_documents_text_key"), table_name="documents")
    op.drop_index(op.f("ix_documents_sha256"), table_name="documents")
    op.drop_index(op.f("ix_documents_record_id"), table_name="documents")
    op.drop_index(op.f("ix_documents_owner"), table_name="documents")
    op.drop_index(op.f("ix_documents_file_name"), table_name="documents")
    op.drop_table("documents")
    op.drop_table("comments")
    op.drop_index(op.f("ix_case_documents_sha256"), table_name="case_documents")
    op.drop_index(op.f("ix_case_documents_file_name"), table_name="case_documents")
    op.drop_table("case_documents")
    op.drop_table("advocates")
    op.drop_table("texts")
    op.drop_index(op.f("ix_records_source_id"), table_name="records")
    op.drop_index(op.f("ix_records_group_key"), table_name="records")
    op.drop_table("records")
    op.drop_table("meta")
    op.drop_index(op.f("ix_cases_status"), table_name="cases")
    op.drop_index(op.f("ix_cases_source_id"), table_name="cases")
    op.drop_index("ix_cases_number", table_name="cases")
    op.drop_index("ix_cases_kind_group", table_name="cases")
    op.drop_index(op.f("ix_cases_institution_date"), table_name="cases")
    op.drop_index(op.f("ix_cases_group_key"), table_name="cases")
    op.drop_index(op.f("ix_cases_court"), table_name="cases")
    op.drop_table("cases")
