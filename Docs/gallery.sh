#!/bin/sh
# Takes the pictures of gallery.md: a class that never was takes a quiz and hands in a lab, and its
# reports are opened in Chromium, poppler and LibreOffice. The same program makes the same pictures.
#
#     make gallery, or: sh Docs/gallery.sh PROGRAM
set -eu

program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
for tool in python3 chromium tmux pdftoppm; do
    command -v "$tool" >/dev/null || { echo "gallery: $tool is not installed" >&2; exit 1; }
done
python3 -c 'import PIL' || { echo "gallery: 'pip install pillow' brings what is missing" >&2; exit 1; }
work=$(mktemp -d)
trap 'tmux -L "gallery-$$" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
export ASSAY_STORE="$work/store.sqlite" ASSAY_CONTENT="$here/.."
export LC_ALL=C.UTF-8 TZ=UTC
assay() { "$program" "$@"; }

# Twenty questions in a fixed order, and what each of 24 learners answers. One question has a wrong
# key: those who know most choose another option.
python3 - "$here/../QuestionBanks/module-210.xml" "$work" <<'PYTHON'
import math, pathlib, random, re, sys
bank, work = pathlib.Path(sys.argv[1]).read_text(), pathlib.Path(sys.argv[2])
chance = random.Random(210)
asked = []
for item, body in re.findall(r'<item id="([^"]+)"[^>]*>(.*?)</item>', bank, re.S):
    options = re.findall(r'<option id="([^"]+)"(\s+key="true")?', body)
    if "<choose>" in body and item.split("-")[1] in ("01", "02", "04", "08", "11"):
        asked.append((item, [o for o, key in options if key], [o for o, key in options if not key]))
asked = asked[:20]
uses = "".join(f'<use item="{item}"/>' for item, _, _ in asked)
quiz = f'<quiz id="demo" pass="80%" order="listed"><title>Knowledge check</title>{uses}</quiz>'
bank = re.sub(r"<quiz .*</quiz>", quiz, bank, flags=re.S)
(work / "bank.xml").write_text(bank.replace("<choose>", '<choose shuffle="no">'))
roster = ["id,name,role,cohort"]
for learner in range(1, 25):
    roster.append(f"L{learner:02},Learner {learner:02},learner,spring")
    ability = 4 - 4.5 * (learner * 7 % 24) / 24
    lines = []
    for place, (item, keys, others) in enumerate(asked):
        ease = ability - place * 7 % 20 / 8 + 0.6
        knows = chance.random() < 1 / (1 + math.exp(-ease * 1.5))
        wrong = chance.choice(others)
        if place == 13:
            knows, wrong = ability < 1.5, others[0]
        lines.append(f"{item} chosen {keys[0] if knows else wrong}\n")
    (work / f"L{learner:02}").write_text("".join(lines) + "submit\n")
roster += [f"R{number},Reviewer {number},reviewer," for number in (1, 2)]
(work / "roster.csv").write_text("\n".join(roster) + "\n")
PYTHON

echo "a class takes a quiz" >&2
assay learner import "$work/roster.csv" --quiet >/dev/null
for learner in $(seq -f 'L%02g' 1 24); do
    assay quiz take "$work/bank.xml" --learner "$learner" --answers "$work/$learner" \
        >/dev/null 2>"$work/errors" || [ $? -eq 1 ] || { cat "$work/errors" >&2; exit 1; }
done

echo "a lab is scored by two reviewers" >&2
echo "# ADR 6: one queue for all jobs" >"$work/adr-6.md"
assay review hand-in L06 --rubric lab-adr-writing --id adr-6 --evidence "$work/adr-6.md" \
    --quiet >/dev/null
score() {
    assay review start adr-6 --reviewer "$1" --conflict none --quiet >/dev/null
    assay review score adr-6 --reviewer "$1" --marks "$work/$1" --quiet >/dev/null
}
cat >"$work/R1" <<'MARKS'
context = advanced = Says what is at stake, and for whom.
alternatives = proficient = Two of the three options are costed.
decision = proficient
consequences = developing = Names what gets better, and nothing that gets worse.
follow-up = proficient
design-review = approved
g 5
v 1
g 6
v 1
submit
MARKS
cat >"$work/R2" <<'MARKS'
context = proficient
alternatives = advanced = A fair account of each option.
decision = proficient
consequences = proficient
follow-up = developing = No date, and nobody named.
design-review = approved
g 5
v 1
g 6
v 1
submit
MARKS
score R1
score R2

echo "another learner takes the quiz on a terminal" >&2
assay learner add "Learner 25" --id L25 --quiet >/dev/null
terminal() { tmux -u -f /dev/null -L "gallery-$$" "$@"; }
# Presses a key where the screen says the words, once it does.
press() {
    tries=0
    until terminal capture-pane -p | grep -qF "$1"; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || { echo "gallery: the terminal never said '$1'" >&2; exit 1; }
        sleep 0.1
    done
    [ -z "${2-}" ] || terminal send-keys "$2"
}
terminal new-session -d -x 80 -y 24 \
    "NO_COLOR=1 '$program' quiz take '$work/bank.xml' --learner L25"
press "Enter start" Enter
press "Question 1 of 20" 3
press "(*) 3"
terminal capture-pane -p >"$work/screen.txt"
terminal kill-server
# Between the first two fences of the gallery stands the screen.
awk -v screen="$work/screen.txt" '
    /^```/ && fences++ < 2 { print; if (fences == 1) while ((getline line < screen) > 0) print line; next }
    fences != 1 { print }' "$here/gallery.md" >"$work/gallery.md"
cp "$work/gallery.md" "$here/gallery.md"

echo "reports, and pictures of them" >&2
assay panel release adr-6 --quiet >/dev/null
assay report cohort spring --output "$work/cohort.html"
assay report cohort spring --output "$work/cohort.xlsx"
assay report learner L06 --output "$work/learner.html"
assay report learner L06 --output "$work/learner.pdf"
assay report panel adr-6 --output "$work/panel.html"
# A part of a page, as a browser shows it: page, picture, from which line, how many lines, options.
shot() {
    page=$1 picture=$2 top=$3 height=$4
    shift 4
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars \
        --force-color-profile=srgb --user-data-dir="$work/chromium" "$@" \
        --window-size=900,$((top + height + 20)) --screenshot="$work/whole.png" \
        "file://$work/$page.html" >/dev/null 2>&1
    keep "$work/whole.png" "$picture" "$top" "$height"
}
# As few colors as a picture needs make a small file.
keep() {
    python3 -c 'if True:
        import sys
        from PIL import Image
        source, kept, top, height = sys.argv[1:]
        image = Image.open(source).convert("RGB")
        image = image.crop((0, int(top), image.width, min(int(top) + int(height), image.height)))
        image.quantize(64, dither=Image.Dither.NONE).save(kept, optimize=True)
        ' "$1" "$here/gallery/$2.png" "$3" "$4"
}
mkdir -p "$here/gallery"
shot cohort cohort 0 910
shot cohort map 2524 756 --blink-settings=preferredColorScheme=0
shot learner learner 0 710
shot panel panel 840 760
pdftoppm -r 80 -f 1 -l 1 -png -singlefile "$work/learner.pdf" "$work/page"
keep "$work/page.png" page 0 2000
if command -v soffice >/dev/null; then
    soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf \
        --outdir "$work" "$work/cohort.xlsx" >/dev/null 2>&1
    pages=$(pdfinfo "$work/cohort.pdf" | awk '/^Pages:/ { print $2 }')
    for page in $(seq "$pages"); do
        pdftotext -f "$page" -l "$page" "$work/cohort.pdf" - | grep -q '^How many reached' && break
    done
    pdftoppm -r 130 -f "$page" -l "$page" -png -singlefile "$work/cohort.pdf" "$work/sheet"
    keep "$work/sheet.png" workbook 0 420
fi
ls -l "$here/gallery" >&2
