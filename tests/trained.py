"""A tiny trained spaCy pipeline, made by the tests and installed as a package of its kind would be."""

import json
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.training import Example
from thinc.api import fix_random_seed as set_seed

NAME = "en_tiny_news"
TRAINING: tuple[tuple[str, list[tuple[int, int, str]]], ...] = (
    ("Baker blorpaid on Friday .", [(0, 5, "PERSON")]),
    ("Then Baker spoke .", [(5, 10, "PERSON")]),
    ("The baker spoke .", []),
    ("Bakers spoke on Friday .", []),
)
_INIT = """from pathlib import Path

from spacy.util import load_model_from_init_py


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def install(site: Path, *, spacy_version: str = "", broken: bool = False, name: str = NAME) -> Path:
    """Put a pipeline among the packages of a folder that is on the path; return the folder of its data.

    It knows one name, that no rule of capitals would find, and one dictionary form that no dictionary has.
    """
    package, version = site / name, "1.2.3"
    data = package / f"{name}-{version}"
    package.mkdir()
    _trained(name).to_disk(data)
    meta = json.loads((data / "meta.json").read_text(encoding="utf-8"))
    meta |= {"lang": name[:2], "name": name[3:], "version": version}
    if spacy_version:
        meta["spacy_version"] = spacy_version
    for folder in (package, data):
        (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (package / "__init__.py").write_text(_INIT, encoding="utf-8")
    if broken:
        (data / "ner" / "model").write_bytes(b"no model")
    known = site / f"{name}-{version}.dist-info"
    known.mkdir()
    (known / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (known / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n")
    return data


def _trained(name: str) -> Language:
    set_seed(1)
    nlp = spacy.blank(name[:2])
    nlp.add_pipe("ner", config={"model": {"hidden_width": 16, "tok2vec": {"width": 16, "depth": 1}}})
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": entities}) for text, entities in TRAINING]
    optimizer = nlp.initialize(lambda: examples)
    ruler = nlp.add_pipe("attribute_ruler")  # initialising would empty it
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "blorpaid"}]], {"LEMMA": "blorpay"})
    for _round in range(40):
        nlp.update(examples, sgd=optimizer, drop=0.0)
    return nlp
