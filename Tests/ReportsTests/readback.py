"""Reads reports of hostile texts with readers that others wrote, and names what is not text.

Finds `rows.json` in its folder: for each text the report in every format, and first of all the
report of a text that is harmless, whose structure all others must have.
"""

import csv
import html.parser
import io
import json
import re
import sys
import unicodedata

try:
    import cmarkgfm
    from cmarkgfm.cmark import Options
except ImportError:
    cmarkgfm = None
    print("skipped for Markdown: cmarkgfm is not installed", file=sys.stderr)

ACTING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029")


def plain(text):
    """What a text says once what is spelled out as \\u{1B} is itself again."""
    return re.sub(r"\\u\{([0-9A-F]{1,6})\}", lambda match: chr(int(match[1], 16)), text)


def dense(text):
    return "".join(plain(text).split())


def acts(text, allowed="\n"):
    return [c for c in text if c not in allowed and (unicodedata.category(c) == "Cc" or c in ACTING)]


class Reader(html.parser.HTMLParser):
    """Elements in their order, and what each of some kinds holds."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.texts, self.open = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, tuple(name for name, _ in attributes)))
        if tag not in ("meta", "br", "hr"):
            self.open.append((tag, len(self.texts)))
            self.texts.append([tag, ""])

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, tuple(name for name, _ in attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.elements.append(("stray", (tag,)))
        else:
            self.open.pop()

    def handle_data(self, data):
        for _, index in self.open[-1:]:
            self.texts[index][1] += data

    def handle_comment(self, data):
        self.elements.append(("comment", ()))

    def unknown_decl(self, data):
        self.elements.append(("declaration", ()))

    handle_pi = unknown_decl


# Where a text is empty, what is missing for no reason is a dash and not the text.


def page_faults(row, model):
    page, usual = Reader(row["html"]), Reader(model["html"])
    if page.elements != usual.elements:
        yield "its elements are others"
        return
    for (tag, text), (_, harmless) in zip(page.texts, usual.texts):
        wanted = harmless.replace(model["text"], row["text"])
        # Labels of a drawing may be cut, since the table behind it has all of them.
        if row["text"] and tag != "text" and plain(text) != plain(wanted):
            yield f"{tag} holds {text[:80]!r}"
    if acts(row["html"], "\n\t"):
        yield "holds what acts"


def markdown_faults(row, model):
    if not cmarkgfm:
        return
    def read(source):
        return Reader(cmarkgfm.github_flavored_markdown_to_html(source, Options.CMARK_OPT_UNSAFE))
    page, usual = read(row["md"]), read(model["md"])
    tags = [tag for tag, _ in page.elements]
    strange = set(tags) - {tag for tag, _ in usual.elements} - {"br", "code"}
    if strange:
        yield f"has {sorted(strange)}"
    count = len(re.findall("@+", row["text"]))
    if count == 0 and "code" in tags:
        yield "has code"
    for tag in ("h1", "h2", "h3", "tr", "th", "td", "li", "blockquote", "hr", "table"):
        if tags.count(tag) != [name for name, _ in usual.elements].count(tag):
            yield f"has {tags.count(tag)} {tag}"
    # What stands in code is in an element of its own, so the page is read as a whole.
    def whole(source):
        text = cmarkgfm.github_flavored_markdown_to_html(source, Options.CMARK_OPT_UNSAFE)
        return "".join(html.unescape(part) for part in re.split(r"<[^<>]*>", text))
    wanted = dense(whole(model["md"])).replace(dense(model["text"]), dense(row["text"]))
    if row["text"] and dense(whole(row["md"])) != wanted:
        yield "says something else"
    if acts(row["md"]):
        yield "holds what acts"


def data_faults(row, model):
    def strings(value):
        if isinstance(value, dict):
            return [text for key in sorted(value) for text in strings(value[key])]
        if isinstance(value, list):
            return [text for item in value for text in strings(item)]
        return [value]
    found, usual = strings(json.loads(row["json"])), strings(json.loads(model["json"]))
    wanted = [row["text"] if text == model["text"] else text for text in usual]
    # A reason that says nothing is none.
    if row["text"] and found != wanted:
        yield "says something else"
    if acts(row["json"]):
        yield "holds what acts"


def cell_faults(row, model):
    rows = list(csv.reader(io.StringIO(row["csv"], newline=""), strict=True))
    if any(len(cells) != len(rows[0]) for cells in rows):
        yield "rows differ in length"
    text = plain(row["text"])
    if plain(rows[1][0]) not in (text, "'" + text):
        yield f"a cell says {rows[1][0][:80]!r}"
    if re.match(r"\s*[=+\-@\t\r]", rows[1][0]):
        yield "a cell is a formula"


def terminal_faults(row, model):
    if acts(row["txt"]):
        yield "holds what acts"
    if dense(row["text"]) not in dense(row["txt"]):
        yield "does not say it"


READERS = {
    "html": page_faults, "md": markdown_faults, "json": data_faults, "csv": cell_faults,
    "txt": terminal_faults,
}
rows = json.load(open("rows.json", encoding="utf-8"))
for row in rows[1:]:
    for name, faults in READERS.items():
        for fault in faults(row, rows[0]):
            print(f"{name} of {row['text'][:60]!r}: {fault}")
