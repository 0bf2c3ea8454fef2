"""What a case is handed over as, read by programs that did not write it."""

import csv
import io
import json
import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from docx import Document
from docx.document import Document as WordDocument
from openpyxl import load_workbook
from rdflib import Graph
from tests.hostile_case import HOSTILE, TAME, draft, hostile_case

from reconciler.case import Case
from reconciler.case.dossier import dossier
from reconciler.cli import main
from reconciler.errors import Cancelled
from reconciler.export.blocks import Paragraph, Report, plain
from reconciler.export.document import as_docx
from reconciler.export.rendering import rendered
from reconciler.export.values import Form
from reconciler.export.whole import written
from reconciler.pace import Pace

FORMS = ("html", "docx", "xlsx", "csv", "json", "jsonld")
SHOWN = (
    *HOSTILE[:3],
    "[U+202E]gnp.exe[U+202C] was \u200fsent\u200f with \U0001f525 and \ufffd a bell.",
    HOSTILE[4],
)
"""The hostile statements as a document shows them."""
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")

# The terms of the W3C's context that are used here, as its recommendation defines them.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
            "TimeState", "exact", "prefix", "suffix",
        )
    },
    "Text": "dc:Text",
    "Person": "foaf:Person",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "name": "foaf:name",
    "label": "rdfs:label",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"},
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "generated": {"@id": "dcterms:issued", "@type": "xsd:dateTime"},
    "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "linking": "oa:linking",
    "tagging": "oa:tagging",
    "commenting": "oa:commenting",
    "first": {"@type": "@id", "@id": "as:first"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
}  # fmt: skip
# What each kind of node must have and may have (Web Annotation Data Model, sections 3 to 5).
NODES = {
    "AnnotationCollection": (
        {"@context", "id", "type"},
        {"label", "generator", "generated", "total", "first"},
    ),
    "AnnotationPage": ({"id", "type", "items"}, {"partOf", "startIndex"}),
    "Annotation": ({"id", "type", "target"}, {"motivation", "creator", "created", "body"}),
    "SpecificResource": ({"type", "source"}, {"selector", "state", "purpose"}),
    "Text": ({"id", "type"}, {"language"}),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "TextPositionSelector": ({"type", "start", "end"}, set()),
    "TimeState": ({"type", "sourceDate"}, set()),
    "TextualBody": ({"type", "value"}, {"format", "purpose"}),
    "Person": ({"type"}, {"name"}),
    "Software": ({"type"}, {"name"}),
}


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with hostile_case(tmp_path) as case:
        yield case


def exported(case: Case, form: str, *options: str) -> bytes:
    case.checkpoint()
    case.close()
    target = case.path.parent / f"out.{form}"
    assert (
        main(["export", str(case.path), "--format", form, "--output", str(target), "--replace", *options])
        == 0
    )
    return target.read_bytes()


def test_the_page_is_sound_html_without_an_element_of_an_article(hostile: Case) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(exported(hostile, "html").decode())
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "link", "svg", "form", "i", "u"}
    words = "".join(page.itertext())
    for text in SHOWN:
        assert text in words


def words_of(document: WordDocument) -> str:
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def test_the_document_holds_all_words_and_nothing_but_words(hostile: Case) -> None:
    data = exported(hostile, "docx", "--language", "fr")
    words = words_of(Document(io.BytesIO(data)))
    for text in (*SHOWN, *TAME, "</footer><script>note</script>", "<u>Eve</u>", "javascript:alert(1)"):
        assert text in words
    for text in (
        "Correspondances confirmées",
        "Décisions",
        "6 mai 2024",
        "✓ confirmée · contredit",
        "test-1",
    ):
        assert text in words
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if "media" in name or "thumbnail" in name]
        relations = b"".join(packed.read(name) for name in packed.namelist() if name.endswith(".rels"))
        fields = re.findall(rb'w:instr="([^"]*)"', b"".join(map(packed.read, packed.namelist())))
    outside = re.findall(rb'<Relationship [^>]*TargetMode="External"[^>]*>', relations)
    assert len(outside) == 1
    assert b"hyperlink" in outside[0]
    assert b"https://example.org/&quot;&gt;&lt;script&gt;" in outside[0]
    assert fields == [b"PAGE", b"NUMPAGES"]


def test_the_document_has_the_places_that_its_links_lead_to(hostile: Case) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(hostile, "docx"))) as packed:
        text = packed.read("word/document.xml").decode()
    led = re.findall(r'w:anchor="([^"]*)"', text)
    places = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', text)
    assert len(led) > 5
    assert set(led) <= set(places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("form", [Form.HTML, Form.DOCX, Form.XLSX])
def test_an_export_says_how_far_it_is_and_stops_when_asked(hostile: Case, form: Form) -> None:
    told: list[float] = []
    values = dossier(hostile, "2026-01-02T03:04:05.678Z")
    rendered(values, form, "en", Pace(told.append))
    assert told == sorted(told)
    assert told[0] < told[-1] <= 1
    before = len(told)
    with pytest.raises(Cancelled):
        rendered(values, form, "en", Pace(told.append, lambda: len(told) > before))
    assert len(told) == before + 1


@pytest.mark.parametrize(("form", "share"), [(Form.HTML, 2.5), (Form.JSON, 2.5)])
def test_a_large_export_is_not_held_in_memory_but_for_its_own_text(
    hostile: Case, form: Form, share: float
) -> None:
    values = dossier(hostile, "2026-01-02T03:04:05.678Z")
    large = replace(values, matches=values.matches * 300, journal=values.journal * 600)
    rendered(values, form)
    tracemalloc.start()
    try:
        size = len(rendered(large, form))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < share * size


def test_a_document_keeps_line_ends_and_tabs_of_a_wording() -> None:
    words = "first line\nsecond\tafter a tab < & > \" '"
    document = Report("t", "s", "made", "en", "program", "c", (Paragraph(plain(words, language="ar")),))
    read = Document(io.BytesIO(as_docx(document, "2026-01-02T03:04:05.678Z")))
    assert read.paragraphs[-1].text == words
    assert [run.font.rtl for run in read.paragraphs[-1].runs] == [True]


def test_no_cell_of_the_workbook_is_anything_but_text_or_a_number(hostile: Case) -> None:
    book = load_workbook(io.BytesIO(exported(hostile, "xlsx")))
    assert book.sheetnames == ["Claims", "Matches", "Decisions", "Sources"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")
    assert not [cell for cell in cells if cell.hyperlink]
    values = {cell.value for cell in cells}
    for text in (*SHOWN, *TAME, "</footer><script>note</script>", "<u>Eve</u>", "javascript:alert(1)"):
        assert text in values


def test_every_sheet_has_a_filter_and_a_head_that_stays(hostile: Case) -> None:
    for sheet in load_workbook(io.BytesIO(exported(hostile, "xlsx", "--language", "fr"))):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"


def test_the_sheets_say_what_was_decided_by_whom(hostile: Case) -> None:
    book = load_workbook(io.BytesIO(exported(hostile, "xlsx", "--language", "fr")))
    head, *rows = ([cell.value for cell in row] for row in book["Correspondances"].iter_rows())
    matches = [dict(zip(head, row, strict=True)) for row in rows]
    assert [each["Verdict"] for each in matches] == [
        "confirmée", "confirmée", "incertaine", "rejetée", "proposée",
    ]  # fmt: skip
    assert [each["Relation"] for each in matches] == ["contredit", "contredit", None, None, None]
    assert [each["Tranchée par"] for each in matches] == [*["<u>Eve</u>"] * 4, None]
    assert [each["Probabilité"] for each in matches] == pytest.approx([0.8, 0.7, 0.6, 0.5, 0.4])
    assert (matches[0]["Gauche"], matches[0]["Droite"]) == ("A1", "B1")
    assert book["Décisions"].max_row == 1 + 5


def test_a_cell_that_holds_no_more_says_so(tmp_path: Path) -> None:
    with Case.create(tmp_path / "long.reconciler") as case:
        case.add_sources([draft("one", ("A title", "\U0001f525" * 20_000), None), draft("two", TAME, None)])
        book = load_workbook(io.BytesIO(exported(case, "xlsx")))
    longest = max((str(cell.value) for row in book["Claims"].iter_rows() for cell in row), key=len)
    assert longest.endswith("[… cut short: a cell holds no more]")
    assert len(longest.encode("utf-16-le")) // 2 <= 32_767


def test_no_cell_of_the_table_begins_as_a_formula_does(hostile: Case) -> None:
    text = exported(hostile, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert not [cell for row in rows for cell in row.values() if FORMULA.match(cell)]
    assert [row["left_text"] for row in rows] == [SHOWN[0], f"'{SHOWN[1]}", *SHOWN[2:]]
    assert [row["verdict"] for row in rows] == ["confirmed", "confirmed", "unsure", "rejected", "proposed"]
    assert [row["decided_by"] for row in rows] == [*["<u>Eve</u>"] * 4, ""]


def test_the_whole_case_is_in_the_json_to_the_last_character(hostile: Case) -> None:
    data = exported(hostile, "json")
    whole: dict[str, Any] = json.loads(data)
    assert [each["text"] for each in whole["sources"][0]["statements"]] == list(HOSTILE)
    assert [each["verdict"] for each in whole["matches"]] == [
        "confirmed", "confirmed", "unsure", "rejected", None,
    ]  # fmt: skip
    assert whole["matches"][0]["note"] == "</footer><script>note</script>"
    assert [each["act"] for each in whole["decisions"]] == ["verdict"] * 4 + ["note"]
    assert written(whole).encode() == data, "it is not set one part a line"
    # A page may hold it in a script, a terminal may show it.
    assert not re.search("[<\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", data.decode())


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


def test_the_annotations_use_the_vocabulary_as_it_is_defined(hostile: Case) -> None:
    document = json.loads(exported(hostile, "jsonld"))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    found = list(nodes(document))
    assert {each["type"] for each in found} == set(NODES)
    for each in found:
        must, may = NODES[each["type"]]
        assert must <= set(each) <= must | may
    ids = [each["id"] for each in found if each["type"] == "Annotation"]
    assert len(set(ids)) == len(ids) == document["total"] == 2
    assert {each["purpose"] for each in found if "purpose" in each} == {"linking", "tagging", "commenting"}


# The reader uses classes of its own that it is about to replace.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_reader_of_linked_data_finds_each_match_with_its_passages(hostile: Case) -> None:
    document = json.loads(exported(hostile, "jsonld"))
    graph = Graph()
    graph.parse(data=json.dumps({**document, "@context": CONTEXT}), format="json-ld")
    found = graph.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?quote ?start ?end ?source ?other WHERE {
            ?annotation a oa:Annotation ; oa:motivatedBy oa:linking ;
                oa:hasTarget [ oa:hasSource ?source ; oa:hasSelector [ oa:exact ?quote ] ,
                    [ oa:start ?start ; oa:end ?end ] ] ;
                oa:hasBody [ oa:hasPurpose oa:linking ; oa:hasSource ?other ] .
        } ORDER BY ?start
        """
    )
    rows = [tuple(map(str, row)) for row in found]  # type: ignore[arg-type]
    assert [row[0] for row in rows] == list(HOSTILE[:2])
    text = "\n".join(HOSTILE)
    assert [text[int(row[1]) : int(row[2])] for row in rows] == list(HOSTILE[:2])
    assert {row[3][:15] for row in rows} == {"ni:///sha-256;" + rows[0][3][14]}
    assert {row[4] for row in rows} == {"https://example.org/%22%3E%3Cscript%3E"}


def test_proposals_are_annotated_while_nothing_is_confirmed(hostile: Case) -> None:
    hostile.clear(list(hostile.matches))
    document = json.loads(exported(hostile, "jsonld"))
    tags = [
        body["value"]
        for item in document["first"]["items"]
        for body in item["body"]
        if body.get("purpose") == "tagging"
    ]
    assert tags == ["proposed"] * 4


def parts(data: bytes) -> dict[str, bytes]:
    """Return the lines of a text, or the members of what is packed, with the time each is marked with."""
    if not data.startswith(b"PK"):
        return {str(number): line for number, line in enumerate(data.splitlines())}
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}
        return {info.filename: packed.read(info) for info in packed.infolist()}


@pytest.mark.parametrize(
    ("form", "dated"),
    [("html", 1), ("docx", 2), ("xlsx", 1), ("csv", 0), ("json", 1), ("jsonld", 1)],
)
def test_two_exports_of_one_case_differ_in_the_date_alone(
    hostile: Case, form: str, dated: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = parts(exported(hostile, form))
    monkeypatch.setattr("reconciler.case.opened.now", lambda: "2031-02-03T04:05:06.000Z")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    other = parts(exported(hostile, form))
    assert list(other) == list(one)
    differing = [other[name] for name in one if one[name] != other[name]]
    assert len(differing) == dated
    assert all(b"2031" in part for part in differing)


@pytest.mark.parametrize("form", FORMS)
def test_a_disk_that_fills_up_leaves_no_half_file(
    hostile: Case,
    form: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    hostile.close()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    target = str(folder / f"out.{form}")
    assert main(["export", str(hostile.path), "--format", form, "--output", target]) == 1
    assert "the disk is full; make room" in capsys.readouterr().err
    assert not list(folder.iterdir())
