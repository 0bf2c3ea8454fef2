"""Write the list of everything shipped as CycloneDX 1.6.

    python packaging/frozen/sbom.py FILE

It is made from the metadata of this environment's packages, as `notices.py` makes its list.
"""

import json
import os
import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from notices import NOT_SHIPPED
from thesauri import THESAURI, VERSION, Thesaurus

from reconciler.shipped import PROGRAM, Package, packages

SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_EXPRESSION = re.compile(r"(AND|OR|WITH)\b|-\d|^(MIT|ISC|0BSD|Zlib)$")


def main(file: Path) -> None:
    shipped = [each for each in packages() if each.name not in NOT_SHIPPED]
    program = next(each for each in shipped if each.name == PROGRAM)
    others = [component(each) for each in shipped if each is not program]
    others += (thesaurus(each) for each in THESAURI)
    others.append(
        {"type": "platform", "name": "Python", "version": sys.version.split()[0], "bom-ref": "python"}
    )
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), tz=UTC)
    body = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made.isoformat(),
            "component": component(program) | {"type": "application"},
        },
        "components": others,
        "dependencies": [{"ref": PROGRAM, "dependsOn": [each["bom-ref"] for each in others]}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(body, sort_keys=True))
    file.write_text(
        json.dumps({"serialNumber": f"urn:uuid:{number}", **body}, indent=1) + "\n", encoding="utf-8"
    )


def thesaurus(found: Thesaurus) -> dict[str, object]:
    return {
        "type": "data",
        "bom-ref": found.package,
        "name": found.package,
        "version": VERSION,
        "hashes": [
            {"alg": "SHA-256", "content": digest} for name, digest in found.files if name.endswith("dat")
        ],
        "licenses": [{"license": {"name": found.licence}}],
    }


def component(package: Package) -> dict[str, object]:
    name = re.sub(r"[-_.]+", "-", package.name).lower()
    is_expression = SPDX.fullmatch(package.licence) and _EXPRESSION.search(package.licence)
    licence = {"expression": package.licence} if is_expression else {"license": {"name": package.licence}}
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": name,
        "name": package.name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [licence],
    }
    if package.home:
        told["externalReferences"] = [{"type": "website", "url": package.home}]
    return told


if __name__ == "__main__":
    main(Path(sys.argv[1]))
