"""Reads pages of hostile texts with qpdf and poppler, and names what is not text.

Finds `rows.json` in its folder, and for each text a report with it everywhere as `0.pdf`, `1.pdf`
and so on; the first one is of a text that is harmless, whose structure all others must have.
"""

import concurrent.futures
import json
import re
import subprocess
import unicodedata
from xml.etree import ElementTree

ACTING = {
    "/JavaScript", "/JS", "/URI", "/Launch", "/OpenAction", "/AA", "/Annots", "/AcroForm",
    "/EmbeddedFiles", "/GoToR", "/SubmitForm", "/ImportData", "/RichMedia", "/XFA",
}
HIDDEN = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029")
FOOTER = re.compile(r"· Page \d+ of \d+")


def run(*words):
    return subprocess.run(words, capture_output=True)


def dense(text):
    return "".join(text.split())


def said(string):
    """The text of a string, which is in Unicode or in bytes of PDFDocEncoding."""
    kind, text = string.split(":", 1)
    return text if kind == "u" else bytes.fromhex(text).decode("latin-1").replace("\x9f", "\ufffd")


class Pages:
    """What the readers find in one file."""

    def __init__(self, name):
        self.isWhole = run("qpdf", "--check", name).returncode == 0
        self.objects = json.loads(run("qpdf", "--json=2", name).stdout)["qpdf"][1]
        self.text = run("pdftotext", "-raw", "-enc", "UTF-8", name, "-").stdout.decode()
        self.pages = self.text.count("\f")
        self.meta = ElementTree.fromstring(run("pdfinfo", "-meta", name).stdout)
        self.elements = []
        for line in run("pdfinfo", "-struct-text", name).stdout.decode().split("\n"):
            line = line.strip()
            if line.startswith('"'):
                self.elements[-1][1] += line[1:-1]
            elif line and not line.startswith("/"):
                self.elements.append([line.split(" ")[0].rstrip(":"), ""])

    def value(self, name):
        whole = self.objects["obj:" + name]
        return whole["value"] if "value" in whole else whole["stream"]["dict"]

    def names(self, value=None):
        """Every name in the file, as a key or as a value."""
        value = self.objects if value is None else value
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                yield from self.names(item) if item is not None else ()
        if isinstance(value, str) and value.startswith("/"):
            yield value

    def pictures(self):
        """What is said of each picture."""
        for name in self.objects:
            if name.startswith("obj:"):
                value = self.value(name[4:])
                if isinstance(value, dict) and value.get("/S") == "/Figure":
                    yield said(value.get("/Alt", "u:"))


def faults(row, page, model):
    if not page.isWhole:
        yield "is damaged"
    found = ACTING & set(page.names())
    if found:
        yield f"acts by {sorted(found)}"
    trailer = page.objects["trailer"]["value"]
    title = said(page.value(trailer["/Info"]).get("/Title", "u:"))
    if title != row["line"]:
        yield f"is called {title[:80]!r}"
    if page.value(trailer["/Root"]).get("/Lang") != "u:en":
        yield "has no language"
    if [e.tag for e in page.meta.iter()] != [e.tag for e in model.meta.iter()]:
        yield "has other metadata"
    named = [e.text or "" for e in page.meta.iter() if e.tag.endswith("}li")]
    if named != [row["line"]]:
        yield f"has the title {named}"
    if set(page.pictures()) != {f"{row['line']}. {row['line']}"}:
        yield "says something else of its pictures"
    # The reader marks itself where a text runs from right to left.
    isLeftToRight = all(unicodedata.bidirectional(c) not in ("R", "AL", "AN") for c in row["set"])
    if any(unicodedata.category(c) == "Cc" and c not in "\n\f" for c in page.text) \
            or isLeftToRight and any(c in HIDDEN for c in page.text):
        yield "holds what acts"
    yield from text_faults(row, page, model)


def text_faults(row, page, model):
    tags = [tag for tag, _ in page.elements]
    if set(tags) != {tag for tag, _ in model.elements}:
        yield f"has elements {sorted(set(tags))}"
    # Other letters may be boxes, where there is no font for them.
    if not row["set"].isascii():
        return
    if page.pages > model.pages:
        said = "".join(text for _, text in page.elements if not FOOTER.search(text))
        if dense(row["set"]) not in dense(said):
            yield "does not say it"
    elif tags != [tag for tag, _ in model.elements]:
        yield "has other elements"
    else:
        for (tag, text), (_, harmless) in zip(page.elements, model.elements):
            wanted = FOOTER.sub("", harmless.replace("harmless", row["set"]))
            # Labels of a drawing may be cut, since the table behind it has all of them; what is
            # missing for no reason is a dash.
            if row["set"] and tag != "Figure" and not FOOTER.search(text) \
                    and dense(text) != dense(wanted):
                yield f"{tag} says {text[:80]!r}"


rows = json.load(open("rows.json", encoding="utf-8"))
with concurrent.futures.ThreadPoolExecutor(2) as readers:
    files = list(readers.map(lambda index: Pages(f"{index}.pdf"), range(len(rows))))
for row, page in zip(rows, files):
    for fault in faults(row, page, files[0]):
        print(f"{row['text'][:60]!r}: {fault}")
