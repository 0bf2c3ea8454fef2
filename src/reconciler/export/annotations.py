"""The matches of a case as Web Annotations (W3C, JSON-LD): one annotation a match.

The passage of the earlier source is the target, that of the other one a body that it is linked with;
verdict and relation are tags, a note is a comment. A passage is named by its quote with what stands
around it, and by its position in the text as it was read, in code points. The address of the context
is an identifier: nothing is fetched when this is written or read by us.
"""

import base64
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from reconciler import __version__
from reconciler.export.index import Index
from reconciler.export.links import encoded, weblink
from reconciler.export.values import Dossier, Form, MatchRecord, group_of, included
from reconciler.export.whole import written
from reconciler.model import Source, Statement, StatementId

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and after a quote that are kept, to find it again among its like."""

_Node = dict[str, object]


def as_jsonld(dossier: Dossier) -> str:
    """Return a collection of annotations; `generated` of the collection alone tells two apart."""
    index = Index.of(dossier)
    kept = included(dossier, Form.JSONLD)
    items = [_annotation(each, index) for each in dossier.matches if group_of(each) in kept]
    name = _name("collection", dossier.name, *(each.source.sha256 for each in dossier.sources))
    return written(
        {
            "@context": CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": dossier.name,
            "generator": _software(),
            "generated": dossier.made,
            "total": len(items),
            "first": {
                "id": _name("page", name),
                "type": "AnnotationPage",
                "partOf": name,
                "startIndex": 0,
                "items": items,
            },
        }
    )


def _annotation(record: MatchRecord, index: Index) -> _Node:
    match, standing = record.match, record.standing
    bodies: list[_Node] = [{**_passage(match.right, index), "purpose": "linking"}]
    tags = (standing.verdict or "proposed", standing.relation)
    bodies += [_textual(tag, "tagging") for tag in tags if tag]
    if standing.note:
        bodies.append(_textual(standing.note, "commenting"))
    decision = index.decided.get(match.id) if standing.verdict else None
    made: Mapping[str, object] = {"creator": _software()}
    if decision:
        made = {
            **({"creator": {"type": "Person", "name": decision.analyst}} if decision.analyst else {}),
            "created": decision.at,
        }
    ends = (index.statements[each] for each in (match.left, match.right))
    return {
        "id": _name(
            "match", *(f"{index.sources[each.source].sha256}:{each.start}-{each.end}" for each in ends)
        ),
        "type": "Annotation",
        "motivation": "linking",
        **made,
        "body": bodies,
        "target": _passage(match.left, index),
    }


def _name(*facts: str) -> str:
    """Return the name of what these facts tell from all else: the same whenever it is exported."""
    return uuid5(NAMESPACE_URL, " ".join(("reconciler", *facts))).urn


def _software() -> _Node:
    return {"type": "Software", "name": f"Reconciler {__version__}"}


def _textual(text: str, purpose: str) -> _Node:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _passage(number: StatementId, index: Index) -> _Node:
    statement = index.statements[number]
    source = index.sources[statement.source]
    return {
        "type": "SpecificResource",
        "source": _resource(source),
        "selector": [_quote(statement, source.text), _position(statement)],
        "state": {"type": "TimeState", "sourceDate": source.imported_at},
    }


def _resource(source: Source) -> _Node:
    known: Mapping[str, object] = {} if source.language == "und" else {"language": source.language}
    address = weblink(source.url)
    name = _named_by(source.sha256) if address is None else encoded(address)
    return {"id": name, "type": "Text", **known}


def _named_by(sha256: str) -> str:
    """Return the name of a source that has no address: that of its bytes, after RFC 6920."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _quote(statement: Statement, text: str) -> _Node:
    return {
        "type": "TextQuoteSelector",
        "exact": statement.text,
        "prefix": text[max(0, statement.start - _AROUND) : statement.start],
        "suffix": text[statement.end : statement.end + _AROUND],
    }


def _position(statement: Statement) -> _Node:
    return {"type": "TextPositionSelector", "start": statement.start, "end": statement.end}
