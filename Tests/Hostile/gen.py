#!/usr/bin/env python3
"""Writes the hostile bank corpus: question banks that are broken, dangerous, or just odd.

  python3 gen.py              writes cases/*.xml and manifest.json beside this file
  python3 gen.py --big DIR    also writes the big cases into DIR (never commit them)

manifest.json lists for each case:
  verdict      reject | accept
  code         the code of the first error (reject only)
  line         the line of the first error, counted from 1; null where any line will do
  why          what the case is about
  policy       true where the verdict is a choice of the project, not forced by XML or safety
  big          true where the file is written by --big only
  max_seconds, max_rss_mb   what one check may cost
"""
import argparse
import gzip
import itertools
import json
import os
import shutil
import string
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases")
NAMESPACE = "urn:assay:bank:1"
MIB = 1 << 20
DECL = '<?xml version="1.0" encoding="UTF-8"?>\n'

arguments = argparse.ArgumentParser(description="Writes the hostile bank corpus.")
arguments.add_argument("--big", metavar="DIR", help="also write the big cases into DIR")
BIG = arguments.parse_args().big

shutil.rmtree(CASES, ignore_errors=True)
os.makedirs(CASES)
if BIG:
    os.makedirs(BIG, exist_ok=True)

manifest = []
category = ""


# ------------------------------------------------------------------ the format
#
# An ordinary bank: 1 declaration, 2 root and title, 3 <item>, 4 <prompt>, 5 first option with the
# interaction's start tag, 6 second option with its end tag, 7 </item>, 8 whatever comes next.

def option(id, text="text", key=False, credit=None):
    key = ' key="true"' if key else ""
    credit = f' credit="{credit}"' if credit is not None else ""
    return f'<option id="{id}"{key}{credit}>{text}</option>'


def interaction(start, *children):
    """The start tag on the line of the first child, the end tag on the line of the last."""
    return f'    <{start}>' + "\n      ".join(children) + f'</{start.split()[0]}>\n'


def choose(*options):
    return interaction("choose", *options)


def choose_many(*options):
    return interaction('choose-many credit="per-option"', *options)


def number(accept):
    return interaction("number", accept)


FOUR_OR_FIVE = choose(option("a", "four", key=True), option("b", "five"))


def item(id="q1", prompt="What is 2 + 2?", body=FOUR_OR_FIVE, points="1", extra=""):
    return (f'  <item id="{id}" points="{points}"{extra}>\n'
            f'    <prompt>{prompt}</prompt>\n{body}  </item>\n')


def quiz(pass_mark="80%", time="45m", count="1"):
    return (f'  <quiz id="z" pass="{pass_mark}" time="{time}"><title>Quiz</title>'
            f'<draw count="{count}"/></quiz>\n')


def root(attributes='id="demo" version="1.0.0"', namespace=NAMESPACE):
    return f'<bank xmlns="{namespace}" {attributes}>'


def bank(inner, start=root(), decl=DECL, pre=""):
    return f"{decl}{pre}{start}<title>Demo</title>\n{inner}</bank>\n"


def asking(prompt):
    return bank(item(prompt=prompt))


def answered_by(body):
    return bank(item(body=body))


OK = bank(item())


# ------------------------------------------------------------------ the manifest

def section(name):
    global category
    category = name


def add(id, verdict, code, line, why, data, policy, seconds, rss, big):
    if big:
        if BIG:
            with open(os.path.join(BIG, f"{id}.xml"), "wb") as file:
                for part in data():
                    file.write(part.encode())
        path, size = f"{id}.xml", None
    else:
        data = data.encode() if isinstance(data, str) else data
        path, size = f"cases/{id}.xml", len(data)
        with open(os.path.join(HERE, path), "wb") as file:
            file.write(data)
    manifest.append(dict(
        id=id, file=path, category=category, verdict=verdict, code=code, line=line, why=why,
        policy=policy, big=big, max_seconds=seconds, max_rss_mb=rss, bytes=size))


def accept(id, why, data, policy=False, seconds=1, rss=64, big=False):
    add(id, "accept", None, None, why, data, policy, seconds, rss, big)


def reject(id, code, line, why, data, policy=False, seconds=1, rss=64, big=False):
    add(id, "reject", code, line, why, data, policy, seconds, rss, big)


# ------------------------------------------------------------------ controls
section("control")
accept("ok-minimal", "smallest valid bank", OK)
accept("ok-bom", "a UTF-8 byte order mark is allowed", b"\xef\xbb\xbf" + OK.encode())
accept("ok-crlf", "CRLF line ends are normalized by XML", OK.replace("\n", "\r\n"))
accept("ok-no-decl", "the XML declaration is optional", bank(item(), decl=""))
accept("ok-comment-pi", "comments and foreign processing instructions are ignored, not acted on",
       bank(item(), pre='<!-- c --><?xml-stylesheet href="http://127.0.0.1:9/x.xsl" '
            'type="text/xsl"?>\n'), policy=True)
accept("ok-cdata", "CDATA is text; markup inside stays text",
       asking("<![CDATA[Is a < b && \"c\" > 'd'?]]>"))
accept("ok-charrefs", "numeric references to printable characters",
       asking("caf&#233; &#x1F600; &amp; &lt;b&gt;"))
accept("ok-thirds", "credits of 33.33333% three times sum to 100% within 0.001%",
       answered_by(choose_many(
           option("a", credit="33.33333%"), option("b", "t2", credit="33.33333%"),
           option("c", "t3", credit="33.33333%"), option("d", "t4", credit="-100%"))),
       policy=True)
accept("ok-unicode-names", "non-Latin prose is fine",
       asking("日本語 العربية עברית Ελληνικά हिन्दी"))
accept("ok-emoji-zwj", "emoji joined by U+200D are ordinary text",
       asking("family \U0001f468\u200d\U0001f469\u200d\U0001f467 flag \U0001f3f4\U000e0067"
              "\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"), policy=True)

# ------------------------------------------------------------------ well-formedness
section("well-formedness")
reject("wf-empty-file", "empty-input", None, "0 bytes", b"")
reject("wf-whitespace-only", "empty-input", None, "only blanks", " \n\n\t\n")
reject("wf-bom-only", "empty-input", None, "only a byte order mark", b"\xef\xbb\xbf")
reject("wf-decl-only", "xml-syntax", None, "declaration, no root", DECL)
reject("wf-unclosed-root", "xml-syntax", 8, "root never closed",
       DECL + root() + "<title>Demo</title>\n" + item())
reject("wf-mismatched", "xml-syntax", 4, "end tag does not match",
       OK.replace("</prompt>", "</promt>"))
reject("wf-two-roots", "xml-syntax", 9, "second root element",
       OK + root('id="x" version="1.0.0"') + "</bank>\n")
reject("wf-text-after-root", "xml-syntax", 9, "text after the root", OK + "trailing\n")
reject("wf-text-before-root", "xml-syntax", 1, "text before the root", "hello\n" + OK)
reject("wf-decl-not-first", "xml-syntax", 1, "blank before the XML declaration", " " + OK)
reject("wf-dup-attribute", "xml-syntax", 3, "same attribute twice",
       bank(item(extra=' points="2"')))
reject("wf-unquoted-attr", "xml-syntax", 3, "attribute without quotes",
       OK.replace('points="1"', "points=1"))
reject("wf-lt-in-attr", "xml-syntax", 2, "< in an attribute value",
       OK.replace('id="demo"', 'id="de<mo"'))
reject("wf-bare-amp", "xml-syntax", 4, "& not starting a reference", asking("Q & A"))
reject("wf-html-entity", "xml-syntax", 4, "&nbsp; is not defined without a DTD",
       asking("a&nbsp;b"))
reject("wf-comment-open", "xml-syntax", None, "comment not closed",
       bank(item() + "<!-- never closed"))
reject("wf-comment-dashes", "xml-syntax", 3, "-- inside a comment",
       bank("<!-- a -- b -->\n" + item()))
reject("wf-cdata-open", "xml-syntax", None, "CDATA not closed", asking("<![CDATA[ open"))
reject("wf-cdata-end-in-text", "xml-syntax", 4, "]]> in character data", asking("a ]]> b"))
reject("wf-pi-xml-target", "xml-syntax", 3,
       "processing instruction named xml inside the document",
       bank('<?xml version="1.0"?>\n' + item()))
reject("wf-truncated-tag", "xml-syntax", None, "file cut inside a start tag",
       OK[:OK.index("points=") + 3])
reject("wf-truncated-utf8", "encoding", None, "file cut inside a UTF-8 sequence",
       asking("caf\u00e9").encode().split(b"\xc3\xa9")[0] + b"\xc3")
reject("wf-charref-nul", "xml-syntax", 4, "&#0; is never allowed", asking("a&#0;b"))
reject("wf-charref-esc", "xml-syntax", 4, "&#27; (ESC) is not an XML 1.0 character",
       asking("a&#27;[2Jb"))
reject("wf-charref-fffe", "xml-syntax", 4, "&#xFFFE; is not a character", asking("a&#xFFFE;b"))
reject("wf-charref-surrogate", "xml-syntax", 4, "&#xD800; is a surrogate", asking("a&#xD800;b"))
reject("wf-charref-too-big", "xml-syntax", 4, "&#x110000; is past Unicode",
       asking("a&#x110000;b"))
reject("wf-charref-overflow", "xml-syntax", 4, "reference that overflows 32 and 64 bits",
       asking("a&#99999999999999999999999;b"))
reject("wf-version-11", "xml-version", 1, "XML 1.1 would permit control characters",
       OK.replace('version="1.0"', 'version="1.1"', 1), policy=True)
reject("wf-version-20", "xml-version", 1, "unknown XML version",
       OK.replace('version="1.0"', 'version="2.0"', 1))
reject("wf-standalone-bad", "xml-syntax", 1, 'standalone="maybe"',
       OK.replace("?>", ' standalone="maybe"?>', 1))
reject("wf-undeclared-prefix", "xml-syntax", 8, "namespace prefix never declared",
       bank(item() + "<x:y/>\n"))
reject("wf-nul-in-text", "control-char", 4, "raw NUL byte in text", asking("a\x00b"))
reject("wf-nul-after-root", "control-char", 9,
       "NUL bytes after the root, where readers of C strings stop",
       OK.encode() + b"\x00\x00<evil/>")
reject("wf-nul-first", "control-char", 1, "NUL as the first byte", b"\x00" + OK.encode())
reject("wf-json", "xml-syntax", 1, "a JSON file", '{"bank": []}')
reject("wf-html", "doctype", 1, "an HTML page",
       "<!DOCTYPE html><html><body><p>hi<br></body></html>")
reject("wf-png", "encoding", None, "a PNG header", b"\x89PNG\r\n\x1a\n" + bytes(range(64)))
reject("wf-zip", "control-char", None, "a ZIP package where XML is wanted",
       b"PK\x03\x04" + b"\x14\x00\x00\x00\x08\x00" + b"A" * 40)
reject("wf-gzip", "control-char", None,
       "gzip of a good bank: some readers inflate it silently, this one must not",
       gzip.compress(OK.encode(), mtime=0), policy=True)
reject("wf-gzip-bomb", "control-char", None, "24 KB of gzip that inflate to 24 MB",
       gzip.compress(asking("A" * 24_000_000).encode(), mtime=0))

# ------------------------------------------------------------------ DTD, entities, inclusion
section("dtd")


def doctype(subset, inner=None, name="bank"):
    return bank(inner if inner is not None else item(), pre=f"<!DOCTYPE {name}{subset}>\n")


def reject_doctype(id, why, subset, inner=None, policy=False):
    reject(id, "doctype", 2, why, doctype(subset, inner), policy=policy)


laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
reject_doctype("dtd-bare", "any DOCTYPE is refused, even an empty one", "", policy=True)
reject("dtd-lowercase", "xml-syntax", 2, "<!doctype is not XML either",
       bank(item(), pre="<!doctype bank>\n"))
reject_doctype("dtd-benign-entity", "harmless internal entity",
               ' [<!ENTITY co "the company">]', item(prompt="&co;"))
reject_doctype("dtd-billion-laughs", "10^9 expansions",
               f' [<!ENTITY l0 "lol">{laughs}]', item(prompt="&l9;"))
reject_doctype("dtd-quadratic", "one 50 KB entity used 2,000 times (100 MB)",
               f' [<!ENTITY a "{"A" * 50_000}">]', item(prompt="&a;" * 2_000))
reject_doctype("dtd-laughs-attr", "10^9 expansions inside an attribute value",
               f' [<!ENTITY l0 "lol">{laughs}]', item(extra=' note="&l9;"'))
reject_doctype("dtd-laughs-param", "expansion of parameter entities",
               ' [<!ENTITY % a "<!ENTITY x &#39;AAAAAAAAAA&#39;>">'
               '<!ENTITY % b "%a;%a;%a;%a;%a;">%b;]')
reject_doctype("dtd-recursive", "entities that call each other",
               ' [<!ENTITY a "&b;"><!ENTITY b "&a;">]', item(prompt="&a;"))
reject_doctype("dtd-self", "entity that calls itself",
               ' [<!ENTITY a "x&a;">]', item(prompt="&a;"))
for id, why, system in [
    ("file", "external entity reading a local file", "file:///etc/passwd"),
    ("relative", "external entity with a relative path", "ok-minimal.xml"),
    ("http", "external entity over http (loopback, closed port)", "http://127.0.0.1:9/x"),
    ("ftp", "external entity over ftp", "ftp://127.0.0.1:9/x"),
    ("dev", "external entity on an endless device", "file:///dev/zero"),
    ("fifo", "external entity on standard input", "/dev/stdin"),
]:
    reject_doctype(f"dtd-xxe-{id}", why, f' [<!ENTITY x SYSTEM "{system}">]', item(prompt="&x;"))
reject_doctype("dtd-xxe-param", "external parameter entity",
               ' [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd">%p;]')
reject_doctype("dtd-external-subset", "external DTD by SYSTEM id",
               ' SYSTEM "http://127.0.0.1:9/bank.dtd"')
reject_doctype("dtd-public-catalog", "PUBLIC id that a catalog could map to a file",
               ' PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
               '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"')
reject_doctype("dtd-default-attr", "ATTLIST default that silently changes the answer key",
               ' [<!ATTLIST option credit CDATA "100%">]',
               item(body=choose_many(option("a", "four"), option("b", "five", credit="0%"))))
reject_doctype("dtd-id-type", "ATTLIST that makes id NMTOKENS (normalization changes ids)",
               " [<!ATTLIST item id NMTOKENS #REQUIRED>]", item("  q1  "))
reject_doctype("dtd-notation", "notation and unparsed entity",
               ' [<!NOTATION n SYSTEM "viewer"><!ENTITY u SYSTEM "x.gif" NDATA n>]')
reject("dtd-after-comment", "doctype", 5,
       "DOCTYPE hidden after comments and processing instructions",
       bank(item(), pre="<!-- <a> --><?p <!DOCTYPE?>\n\n<!-- -->\n"
            "<!DOCTYPE bank [<!ENTITY a 'b'>]>\n"))
accept("dtd-inside-comment-ok", "the word <!DOCTYPE in a comment is harmless",
       bank(item(), pre="<!-- <!DOCTYPE bank [<!ENTITY a 'b'>]> -->\n"))
accept("dtd-inside-cdata-ok", "the word <!DOCTYPE in CDATA text is harmless",
       asking("<![CDATA[What does <!DOCTYPE html> do?]]>"))
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
reject("xinclude-text", "unknown-element", 4,
       "XInclude of a local file as text stays an unknown element",
       asking(f'Read {INCLUDE}href="/etc/passwd" parse="text"/> and answer'))
reject("xinclude-root", "unknown-element", 8, "XInclude of items",
       bank(item() + f'  {INCLUDE}href="file:///etc/hostname"/>\n'))
reject("xml-base", "unknown-attribute", 3, "xml:base is not an attribute of the format",
       bank(item(extra=' xml:base="http://127.0.0.1:9/"')), policy=True)
reject("xsi-schemalocation", "unknown-attribute", 2,
       "xsi:schemaLocation must never be fetched; not an attribute of the format",
       bank(item(), root('id="demo" version="1.0.0" '
                         'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                         'xsi:schemaLocation="urn:x http://127.0.0.1:9/x.xsd"')), policy=True)
accept("catalog-pi", "a catalog instruction must be ignored (no file or network access)",
       bank(item(), pre='<?oasis-xml-catalog catalog="http://127.0.0.1:9/catalog.xml"?>\n'),
       policy=True)

# ------------------------------------------------------------------ encoding
section("encoding")


def raw(prompt):
    return asking("@@").encode().replace(b"@@", prompt)


def declared(encoding, prompt="What is 2 + 2?"):
    return bank(item(prompt=prompt), decl=f'<?xml version="1.0" encoding="{encoding}"?>\n')


for id, why, data in [
    ("overlong-2", "overlong / (C0 AF)", b"a\xc0\xafb"),
    ("overlong-3", "overlong / (E0 80 AF)", b"a\xe0\x80\xafb"),
    ("overlong-4", "overlong / (F0 80 80 AF)", b"a\xf0\x80\x80\xafb"),
    ("overlong-lt", "overlong < (C0 BC) to smuggle a tag", b'a\xc0\xbcoption key="true"/>b'),
    ("overlong-nul", "overlong NUL (C0 80)", b"a\xc0\x80b"),
    ("cesu8", "surrogate pair in UTF-8 (ED A0 BD ED B8 80)", b"a\xed\xa0\xbd\xed\xb8\x80b"),
    ("lone-surrogate", "lone surrogate (ED A0 80)", b"a\xed\xa0\x80b"),
    ("past-unicode", "F4 90 80 80", b"a\xf4\x90\x80\x80b"),
    ("5-byte", "F8 88 80 80 80", b"a\xf8\x88\x80\x80\x80b"),
    ("lone-cont", "lone continuation byte", b"a\x80b"),
    ("fe-ff", "bytes FE FF in UTF-8", b"a\xfe\xffb"),
    ("latin1-undeclared", "Latin-1 byte in a file said to be UTF-8", b"caf\xe9"),
]:
    reject(f"enc-{id}", "encoding", 4, why, raw(data))
reject("enc-latin1-declared", "encoding-declared", 1,
       "honest ISO-8859-1 file: refused with 'save as UTF-8'",
       declared("ISO-8859-1", "caf\u00e9").encode("latin-1"), policy=True)
reject("enc-utf16le", "encoding-declared", None,
       "UTF-16LE with byte order mark: refused with 'save as UTF-8'",
       b"\xff\xfe" + declared("UTF-16").encode("utf-16-le"), policy=True)
reject("enc-utf16be", "encoding-declared", None, "UTF-16BE with byte order mark",
       b"\xfe\xff" + declared("UTF-16").encode("utf-16-be"), policy=True)
reject("enc-utf16-nobom", "control-char", None, "UTF-16LE without byte order mark",
       OK.encode("utf-16-le"), policy=True)
reject("enc-utf16-declared-on-utf8", "encoding-declared", 1,
       "bytes are UTF-8, the declaration says UTF-16", declared("UTF-16"))
reject("enc-utf32", "encoding-declared", None, "UTF-32 with byte order mark",
       b"\xff\xfe\x00\x00" + OK.encode("utf-32-le"))
reject("enc-utf7", "encoding-declared", 1, "UTF-7 hides a tag from byte filters",
       declared("UTF-7", "+ADw-script+AD4-"))
reject("enc-ebcdic", "encoding-declared", 1, "EBCDIC declared", declared("IBM037"))
reject("enc-iso2022cnext", "encoding-declared", 1,
       "stateful charset, whose converters have been exploited", declared("ISO-2022-CN-EXT"))
reject("enc-unknown", "encoding-declared", 1, "encoding that does not exist",
       declared("x-no-such"))
reject("enc-name-overlong", "encoding-declared", 1, "encoding name of 5,000 letters",
       declared("A" * 5_000))
reject("enc-bom-vs-decl", "encoding-declared", 1,
       "UTF-8 byte order mark but ISO-8859-1 declared",
       b"\xef\xbb\xbf" + declared("ISO-8859-1").encode())
reject("enc-double-bom", "xml-syntax", 1,
       "two byte order marks: the second is U+FEFF before the declaration",
       b"\xef\xbb\xbf\xef\xbb\xbf" + OK.encode())
accept("enc-utf8-lower-ok", 'encoding="utf-8" in lower case',
       bank(item(), decl="<?xml version='1.0' encoding='utf-8'?>\n"))
accept("enc-ascii-ok", "US-ASCII is a subset of UTF-8", declared("US-ASCII"), policy=True)
reject("enc-fffe-raw", "control-char", 4, "raw U+FFFE (EF BF BE)", raw(b"a\xef\xbf\xbeb"))
reject("enc-nonchar-fdd0", "control-char", 4,
       "noncharacter U+FDD0 is legal XML but not text", asking("a\ufdd0b"), policy=True)

# ------------------------------------------------------------------ structure
section("structure")
reject("st-wrong-root", "unknown-element", 2, "root is not <bank>",
       OK.replace("<bank", "<quiz").replace("</bank", "</quiz"))
reject("st-html-root", "unknown-element", 2, "well-formed XHTML",
       DECL + "<html><body/></html>\n")
reject("st-namespace", "unknown-namespace", 2, "right names, foreign namespace",
       bank(item(), root(namespace="urn:evil")), policy=True)
reject("st-empty-bank", "empty-bank", 2, "no items", bank(""))
reject("st-no-version", "missing-attribute", 2, "bank without a version",
       bank(item(), root('id="demo"')))
reject("st-future-version", "version", 2, "format from the future",
       bank(item(), root(namespace="urn:assay:bank:99")))
reject("st-no-bank-id", "missing-attribute", 2, "bank without an id",
       bank(item(), root('version="1.0.0"')))
reject("st-dup-question-id", "duplicate-id", 8, "two items share an id",
       bank(item() + item(prompt="other")))
reject("st-dup-id-case", "duplicate-id", 8, "ids differ only in letter case",
       bank(item("q1") + item("Q1", "other")), policy=True)
reject("st-dup-id-space", "bad-id", 8, "id with blanks at the ends",
       bank(item("q1") + item(" q1 ", "other")))
reject("st-dup-id-nfc", "bad-id", 3,
       "ids equal as Unicode text but not as bytes",
       bank(item("\u00e9") + item("e\u0301", "other")))
for id, why, value in [
    ("homoglyph", "Cyrillic a in an id", "q\u0430"),
    ("empty", "empty id", ""),
    ("traversal", "id is a path", "../../etc/passwd"),
    ("dotdot", "id is ..", ".."),
    ("newline", "id with a line end", "q1&#10;q2"),
    ("quote", "id with an SQL quote", "q1'; DROP TABLE answers;--"),
    ("leading-eq", "id starts with = (a formula in exports)", "=1+1"),
    ("leading-dash", "id starts with - (looks like a flag)", "--help"),
]:
    reject(f"st-id-{id}", "bad-id", 3, why, bank(item(value)))
reject("st-id-long", "too-large", 3, "id of 70,000 letters", bank(item("q" * 70_000)))
reject("st-missing-qid", "missing-attribute", 3, "item without an id",
       OK.replace(' id="q1"', ""))
reject("st-unknown-type", "unknown-element", 5, "unknown interaction",
       answered_by("    <telepathy/>\n"))
reject("st-missing-type", "missing-element", 3, "item without an interaction", answered_by(""))
reject("st-unknown-element", "unknown-element", 7,
       "a misspelled element is an error, not ignored",
       answered_by(FOUR_OR_FIVE + "    <explantion>Two and two.</explantion>\n"))
reject("st-unknown-attr", "unknown-attribute", 6,
       "a misspelled attribute (kye) would drop a key silently",
       answered_by(interaction("choose-many", option("a", "four", key=True),
                               '<option id="b" kye="true">2 + 2</option>', option("c", "five"))))
reject("st-unknown-root-attr", "unknown-attribute", 2, "unknown attribute on the root",
       bank(item(), root('id="demo" version="1.0.0" pass="80%"')))
reject("st-nested-question", "unknown-element", 7, "item in an item",
       answered_by(FOUR_OR_FIVE + item("q2", "other")))
reject("st-text-in-root", "stray-text", 3, "stray words between items",
       bank("stray words\n" + item()))
reject("st-no-text", "missing-element", 3, "item without a prompt",
       OK.replace("    <prompt>What is 2 + 2?</prompt>\n", ""))
reject("st-blank-text", "empty-text", 4, "prompt of blanks only", asking("  \n\t "))
reject("st-invisible-text", "invisible-text", 4, "prompt of zero-width characters only",
       asking("\u200b\u200b\u2060"))
reject("st-two-texts", "duplicate-element", 5, "two prompts",
       OK.replace("<prompt>", "<prompt>one</prompt>\n    <prompt>"))
reject("st-no-choices", "no-choices", 5, "choice without options", answered_by(choose()))
reject("st-one-choice", "no-choices", 5, "choice with one option",
       answered_by(choose(option("a", key=True))), policy=True)
reject("st-no-correct", "answer-key", 5, "no option is right",
       answered_by(choose(option("a", "x"), option("b", "y"))))
reject("st-two-correct-single", "answer-key", 5, "two keys where one option may be picked",
       answered_by(choose(option("a", "x", key=True), option("b", "y", key=True))))
reject("st-partial-max-single", "answer-key", 5,
       "the best option earns only 50%: full marks cannot be reached",
       answered_by(choose(option("a", "x", credit="50%"), option("b", "y"))))
reject("st-multi-sum-over", "answer-key", 5, "positive credits sum to 150%",
       answered_by(choose_many(option("a", "x", credit="75%"), option("b", "y", credit="75%"))))
reject("st-multi-sum-under", "answer-key", 5, "positive credits sum to 90%",
       answered_by(choose_many(option("a", "x", credit="45%"), option("b", "y", credit="45%"),
                               option("c", "z", credit="-50%"))))
reject("st-dup-choice-id", "duplicate-id", 6, "two options share an id",
       answered_by(choose(option("a", "x", key=True), option("a", "y"))))
reject("st-dup-choice-text", "duplicate-choice", 6,
       "two options with the same words, one right and one wrong",
       answered_by(choose(option("a", "four", key=True), option("b", " four "))))
reject("st-empty-choice", "empty-text", 6, "option without words",
       answered_by(choose(option("a", "four", key=True), option("b", ""))))
reject("st-too-many-choices", "too-many-choices", 5, "27 options: the letters a to z run out",
       answered_by(choose(*[option(f"c{i}", f"x{i}", key=i == 0) for i in range(27)])),
       policy=True)
reject("st-numeric-no-answer", "answer-key", 5, "number without an accepted answer",
       answered_by(interaction("number")))
reject("st-draw-too-many", "draw", 8, "quiz draws 20 from a pool of 1",
       bank(item() + quiz(count="20")))
reject("st-choice-in-numeric", "unknown-element", 5, "option in a number",
       answered_by(interaction("number", option("a", "four", key=True), '<accept value="4"/>')))
reject("st-markup-in-text", "unknown-element", 4, "an HTML element inside text is not markup here",
       asking("This is <b>bold</b> text"), policy=True)

# ------------------------------------------------------------------ numbers
section("numeric")
LOCAL_FORMS = {"plus", "dot-end", "dot-start", "blank", "zero", "1e3", "too-many-dec"}
for id, value, why in [
    ("nan", "NaN", "NaN points"),
    ("nan-payload", "nan(0x1)", "NaN with a payload"),
    ("inf", "inf", "inf"),
    ("infinity", "Infinity", "Infinity"),
    ("neginf", "-INF", "-INF (the spelling of XML Schema)"),
    ("1e400", "1e400", "overflows to infinity"),
    ("1e-400", "1e-400", "underflows to zero"),
    ("1e3", "1e3", "exponent form"),
    ("negzero", "-0", "minus zero"),
    ("zero", "0", "zero points: a division by zero if it is the only item"),
    ("neg", "-1", "negative points"),
    ("plus", "+1", "plus sign"),
    ("hex", "0x10", "hexadecimal"),
    ("hexfloat", "0x1p3", "hexadecimal floating point, which strtod reads"),
    ("comma", "1,5", "decimal comma"),
    ("dot-end", "1.", "no digit after the dot"),
    ("dot-start", ".5", "no digit before the dot"),
    ("blank", " 1 ", "blanks around"),
    ("empty", "", "empty"),
    ("two", "1 2", "two numbers"),
    ("thousands", "1_000", "underscore"),
    ("fullwidth", "\uff11", "full-width digit"),
    ("arabic", "\u0663", "Arabic-Indic digit"),
    ("roman", "\u2167", "Roman numeral character"),
    ("i64", "9223372036854775808", "2^63"),
    ("huge-int", "9" * 400, "400 digits"),
    ("many-decimals", "1." + "0" * 5_000 + "1", "5,001 decimals"),
    ("trap", "2.2250738585072012e-308", "value that has made strtod stall"),
    ("junk", "1abc", "trailing letters"),
    ("nul-ref", "1&#x200B;", "zero-width space after the digit"),
    ("too-many-dec", "0.00001", "more than four decimals"),
]:
    reject(f"num-points-{id}", "bad-number", 3, why, bank(item(points=value)),
           policy=id in LOCAL_FORMS)
reject("num-points-max", "bad-number", 3, "points above 1000", bank(item(points="1000.01")),
       policy=True)
accept("num-points-ok", "2.5 points", bank(item(points="2.5")))
for id, value, why in [
    ("101", "101%", "credit over 100%"),
    ("neg101", "-101%", "credit under -100%"),
    ("100eps", "100.0000001%", "a hair over 100%"),
    ("nan", "NaN%", "NaN as a credit"),
    ("pct", "100%%", "two percent signs"),
]:
    reject(f"num-fraction-{id}", "bad-number", 6, why,
           answered_by(choose(option("a", "x", key=True), option("b", "y", credit=value))))
for id, value, why in [
    ("101", "101%", "pass mark over 100%"),
    ("neg", "-1%", "negative pass mark"),
    ("nan", "NaN%", "NaN as a pass mark: every comparison with it is false"),
]:
    reject(f"num-pass-{id}", "bad-number", 8, why, bank(item() + quiz(pass_mark=value)))
reject("num-time-neg", "bad-number", 8, "negative time limit", bank(item() + quiz(time="-5s")))
reject("num-time-overflow", "bad-number", 8,
       "time limit that overflows when turned into nanoseconds",
       bank(item() + quiz(time="9300000000000s")))
reject("num-tolerance-neg", "bad-number", 5, "negative tolerance",
       answered_by(number('<accept value="4" tolerance="-1"/>')))
reject("num-tolerance-inf", "bad-number", 5, "an infinite tolerance accepts every answer",
       answered_by(number('<accept value="4" tolerance="inf"/>')))
reject("num-answer-nan", "bad-number", 5, "NaN as the right answer can never be matched",
       answered_by(number('<accept value="NaN" tolerance="0"/>')))
accept("num-answer-ok", "plain number",
       answered_by(number('<accept value="3.14" tolerance="0.01"/>')))

# ------------------------------------------------------------------ what screens would act on
section("display")
for id, text, code, policy, why in [
    ("c1-csi", "\u009b2J", "control-char", False,
     "C1 CSI U+009B: legal XML, still an escape in 8-bit terminals"),
    ("c1-osc52", "\u009d52;c;ZXZpbA==\u009c", "control-char", False, "C1 OSC 52 clipboard write"),
    ("c1-dcs", "\u0090q\u009c", "control-char", False, "C1 DCS"),
    ("c1-nel", "a\u0085b", "control-char", False, "NEL: a line end to some readers"),
    ("del", "a\u007fb", "control-char", False, "DEL"),
    ("cr-ref", "right answer&#13;wrong", "control-char", False,
     "a carriage return by reference overwrites the line"),
    ("rlo", "\u202eabc\u202c", "unsafe-char", False,
     "right-to-left override: text reads otherwise than it is"),
    ("lri", "\u2066abc", "unsafe-char", True, "unbalanced bidi isolate"),
    ("ls", "a\u2028b", "control-char", False, "line separator U+2028"),
    ("ps", "a\u2029b", "control-char", False, "paragraph separator U+2029"),
    ("zwsp", "pass\u200bword", "unsafe-char", True, "zero-width space inside a word"),
    ("zwnbsp", "a\ufeffb", "unsafe-char", True, "U+FEFF inside text"),
    ("tags", "a\U000e0041\U000e0042b", "unsafe-char", True,
     "Unicode tag characters (invisible text)"),
    ("shy", "co\u00adop", "unsafe-char", True, "soft hyphen"),
    ("zalgo", "Z" + "\u0301" * 500, "unsafe-char", True, "500 combining marks on one letter"),
    ("pua", "a\ue000b", "unsafe-char", True, "private use character"),
    ("interlinear", "\ufff9a\ufffbb", "unsafe-char", True, "interlinear annotation"),
]:
    reject(f"disp-{id}", code, 4, why, asking("Q " + text), policy=policy)
reject("disp-hangul-filler", "invisible-text", 4, "Hangul filler looks empty", asking("\u3164"),
       policy=True)
for id, text, why in [
    ("esc-raw", "\x1b[2J", "raw ESC [ 2 J"),
    ("osc52-raw", "\x1b]52;c;ZXZpbA==\x07", "raw OSC 52"),
    ("osc8-raw", "\x1b]8;;file:///etc/passwd\x1b\\x", "raw OSC 8 link"),
    ("title-raw", "\x1b[21t", "raw request to report the window title"),
    ("bel", "\x07", "raw BEL"),
    ("bs", "wrong" + "\x08" * 5 + "right", "raw backspaces hide text"),
]:
    reject(f"disp-{id}", "control-char", 4, why, asking("Q " + text))
reject("disp-esc-in-comment", "control-char", 3,
       "raw ESC in a comment (an editor or cat would act on it)",
       bank("<!-- \x1b[2J -->\n" + item()))
reject("disp-esc-in-attr", "control-char", 2, "C1 in an attribute",
       bank(item(), root('id="demo" version="1\u009b31m"')))
reject("disp-choice-rlo", "unsafe-char", 5, "right-to-left override inside an option",
       answered_by(choose(option("a", "\u202efour", key=True), option("b", "five"))))
accept("disp-long-line", "a line of 20,000 letters must be wrapped, not cut",
       asking("word " * 4_000))
accept("disp-html-payload-ok", "script text is legal text; reports must escape it",
       asking("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))
accept("disp-formula-payload-ok", "formula text is legal text; exports must defuse it",
       asking("=HYPERLINK(&quot;http://127.0.0.1:9/&quot;&amp;A1,&quot;x&quot;)"))

# ------------------------------------------------------------------ limits
section("limits")
reject("lim-attributes-70", "too-large", 3, "70 attributes on one element",
       bank(item(extra="".join(f' a{i}=""' for i in range(68)))))


def reject_big(id, code, line, why, *parts, seconds=1, rss=64, policy=False):
    reject(id, code, line, why, lambda: evaluated(parts), policy, seconds, rss, big=True)


def accept_big(id, why, *parts, seconds, rss, policy=False):
    accept(id, why, lambda: evaluated(parts), policy, seconds, rss, big=True)


def evaluated(parts):
    """The pieces of a file, made only when it is written."""
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            made = part()
            yield from [made] if isinstance(made, str) else made


def around(middle_of):
    """What comes before and after the mark @@."""
    return middle_of.split("@@")


def four_megabytes_of_attributes():
    size = 0
    for length in (1, 2, 3, 4):
        for letters in itertools.product(string.ascii_letters, repeat=length):
            attribute = "".join(letters) + '="" '
            size += len(attribute)
            yield attribute
            if size > 4_000_000:
                return


def items(count):
    return lambda: (item(f"q{i}", f"Question {i}?") for i in range(count))


PROMPT = around(asking("@@"))
LANGUAGE = around(bank(item(), root('id="demo" version="1.0.0" xml:lang="@@"')))
ATTRIBUTE = around(bank(item(extra="@@")))
DECLARATION = around(bank(item(), root('id="demo" version="1.0.0"@@')))
INNER = around(bank("@@"))
BEFORE = around(bank("@@" + item()))
AFTER = around(bank(item() + "@@"))

reject_big("big-depth-300", "unknown-element", 4,
           "300 elements within each other; the first is a fault before their depth is one",
           PROMPT[0], lambda: "<a>" * 297 + "x" + "</a>" * 297, PROMPT[1])
reject_big("big-depth-200k", "unknown-element", 4, "200,000 open elements",
           PROMPT[0], lambda: "<a>" * 200_000 + "x" + "</a>" * 200_000, PROMPT[1])
accept_big("big-text-1mib-ok", "a text of 1 MiB, the most that is allowed",
           PROMPT[0], lambda: "A" * MIB, PROMPT[1], seconds=2, rss=96, policy=True)
reject_big("big-text-1mib-1", "too-large", 4, "a text of 1 MiB and one byte",
           PROMPT[0], lambda: "A" * (MIB + 1), PROMPT[1], rss=96, policy=True)
reject_big("big-text-11mb", "too-large", 4, "one text of 11 MB",
           PROMPT[0], lambda: "A" * 11_000_000, PROMPT[1], seconds=2, rss=96)
reject_big("big-attr-11mb", "too-large", 2, "one attribute of 11 MB",
           LANGUAGE[0], lambda: "A" * 11_000_000, LANGUAGE[1], seconds=2, rss=96)
reject_big("big-attrs-50k", "too-large", 3,
           "50,000 attributes on one element (checks for duplicates grow with the square)",
           ATTRIBUTE[0], lambda: (f' a{i}="1"' for i in range(50_000)), ATTRIBUTE[1], rss=96)
reject_big("big-attrs-4mb", "too-large", 3,
           "518,000 attributes in 4 MB: a minute of work unless the tag's length is capped first",
           BEFORE[0], "<item ", four_megabytes_of_attributes, ">\n</item>", BEFORE[1], rss=96)
reject_big("big-name-60k", "too-large", 8, "element name of 60,000 letters",
           AFTER[0], lambda: "<" + "n" * 60_000 + "/>", AFTER[1])
reject_big("big-names-300k", "unknown-element", 3, "300,000 different element names",
           BEFORE[0], lambda: (f"<e{i}/>" for i in range(300_000)), BEFORE[1])
reject_big("big-namespaces-50k", "too-large", 2, "50,000 namespace declarations",
           DECLARATION[0], lambda: (f' xmlns:n{i}="urn:{i}"' for i in range(50_000)),
           DECLARATION[1], rss=96)
reject_big("big-comment-12mb", "too-large", 3, "a comment of 12 MB",
           BEFORE[0], lambda: "<!--" + "c" * 12_000_000 + "-->", BEFORE[1], seconds=2, rss=96)
reject_big("big-charrefs-2m", "too-large", 4, "2,000,000 character references (12 MB)",
           PROMPT[0], lambda: "&#x41;" * 2_000_000, PROMPT[1], seconds=2, rss=96)
reject_big("big-file-256mb", "too-large", None, "just over 256 MiB, mostly blanks after the root",
           OK, lambda: (" " * MIB for _ in range(256)), rss=96)
reject_big("big-questions-200k", "too-large", None, "200,001 items, one over the limit",
           INNER[0], items(200_001), INNER[1], seconds=5, rss=256, policy=True)
accept_big("big-questions-100k-ok", "100,000 items load",
           INNER[0], items(100_000), INNER[1], seconds=5, rss=256, policy=True)
accept_big("big-questions-10k-ok", "10,000 items load",
           INNER[0], items(10_000), INNER[1], seconds=2, rss=128, policy=True)
reject_big("big-line-70001", "unknown-element", 70_001,
           "a fault on line 70,001, past what 16 bits can count",
           BEFORE[0], lambda: "\n" * 69_998 + "<oops/>\n", BEFORE[1])
reject_big("big-one-line-5mb", "unknown-element", 3, "a fault at column 5,000,000 of line 3",
           BEFORE[0], lambda: "<!--" + "c" * 4_999_990 + "--><oops/>", BEFORE[1])

ids = Counter(case["id"] for case in manifest)
assert max(ids.values()) == 1, ids.most_common(1)
with open(os.path.join(HERE, "manifest.json"), "w", encoding="ascii") as file:
    json.dump(dict(schema="assay/hostile-banks/1", cases=manifest), file, indent=1)
    file.write("\n")
print(len(manifest), "cases,", sum(case["big"] for case in manifest), "of them big:",
      ", ".join(f"{name} {count}" for name, count
                in Counter(case["category"] for case in manifest).items()))
