"""Clicks through an HTML drift report: report.py FILE, with what scripts/test-html made."""

import pathlib
import sys

from browser import Browser

checks = 0


def expect(found, wanted, what):
    global checks
    checks += 1
    if found != wanted:
        raise SystemExit(f"report.py: {what}: found {found!r}, expected {wanted!r}")


# What can be seen, not what is in the source.
SHOWN = """[...document.querySelectorAll('article')].filter(e => e.checkVisibility())
    .map(e => e.querySelector('h3').textContent).sort()"""
COUNT = "document.querySelector('#count').textContent"
VIEW = "document.querySelector('.canvas svg').getAttribute('viewBox').split(' ').map(Number)"
COLOUR = "getComputedStyle(document.body).backgroundColor"


def kinds_and_schemas(page, everything):
    total = len(everything)
    expect(page.value(COUNT), f"{total} of {total}", "the count at first")
    for kind, sign in [("missing", "is missing"), ("unexpected", "is not declared"), ("changed", "->")]:
        rest = [title for title in everything if sign not in title]
        expect(0 < len(rest) < total, True, f"the report has findings that are {kind} and others")
        page.click(f".filters label:has(input[value={kind}])")
        expect(page.value(SHOWN), rest, f"shown without {kind}")
        expect(page.value(COUNT), f"{len(rest)} of {total}", f"the count without {kind}")
        page.click(f".filters label:has(input[value={kind}])")
        expect(page.value(SHOWN), everything, f"shown with {kind} again")
    page.value("document.querySelector('.filters input[value=missing]').focus()")
    page.key(" ", 32)
    expect(page.value(SHOWN), [title for title in everything if "is missing" not in title], "shown after the space bar")
    page.key(" ", 32)
    expect(page.value("[...document.querySelector('#schema').options].map(o => o.text)"),
           ["all schemas", "billing", "public"], "the schemas to choose from")
    page.value("document.querySelector('#schema').focus()")
    page.key("ArrowDown", 40)
    expect(page.value("document.querySelector('#schema').value"), "billing", "the schema chosen with the keyboard")
    expect(page.value(SHOWN), [title for title in everything if " billing" in title], "shown of billing")
    expect(page.value("[...document.querySelectorAll('[data-group]')].filter(e => e.checkVisibility()).length"), 1,
           "the sections with something in them")
    page.key("ArrowUp", 38)
    expect(page.value(SHOWN), everything, "shown of all schemas")


def finding(page, everything):
    page.type("#find", "users email")
    expect(page.value(SHOWN), [title for title in everything if "users.email" in title], "shown for users email")
    page.value("document.querySelector('#find').select()")
    page.key("Delete", 46)
    expect(page.value(SHOWN), everything, "shown when nothing is looked for")
    page.type("#find", "users")
    expect(page.value("document.querySelectorAll('.entity.hit').length"), 1, "the tables that the picture points to")
    page.value("document.querySelector('#find').select()")
    page.key("Delete", 46)


def folds(page):
    fold = "article[data-item*=users_tmp] details:last-of-type"
    seen = f"document.querySelector('{fold} code').checkVisibility()"
    expect(page.value(seen), False, "the SQL that is folded away")
    page.click(f"{fold} summary")
    expect(page.value(seen), True, "the SQL after a click")
    expect("CREATE INDEX users_tmp" in page.value(f"document.querySelector('{fold} code').textContent"), True,
           "the SQL that takes the index over")
    page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.click(f"{fold} .copy")
    page.wait(f"document.querySelector('{fold} .copy').textContent === 'copied'")
    page.click(f"{fold} summary")
    expect(page.value(seen), False, "the SQL folded away again")
    sides = "article[data-kind=changed] table.sides"
    expect(page.value(f"[...document.querySelector('{sides}').querySelectorAll('th')].slice(0, 2).map(e => e.textContent)"),
           ["declared", "live"], "the sides of a definition")
    expect(page.value(f"document.querySelector('{sides}').querySelectorAll('mark').length > 0"), True, "marked words")


def picture(page):
    x, y, width, height = page.value(VIEW)
    page.click("[data-zoom='1.3']")
    near = page.value(VIEW)
    expect(abs(near[2] * 1.3 - width) < 0.01, True, f"the width after zooming in from {width}: {near[2]}")
    middle = "document.querySelector('.canvas').getBoundingClientRect()"
    expect(page.value(f"{middle}.height > 100"), True, "the height of the picture")
    page.drag(".canvas", 40, 25)
    moved = page.value(VIEW)
    expect(moved[0] < near[0] and moved[1] < near[1] and moved[2] == near[2], True, f"moved from {near} to {moved}")
    page.click("[data-zoom='0.77']")
    expect(page.value(VIEW)[2] > near[2], True, "the width after zooming out")
    page.click("[data-zoom='0']")
    whole = page.value(VIEW)
    expect(page.value("""(() => {
        const c = document.querySelector('.canvas').getBoundingClientRect();
        return [...document.querySelectorAll('.entity')].every(e => {
            const r = e.getBoundingClientRect();
            return r.left >= c.left - 1 && r.right <= c.right + 1 && r.top >= c.top - 1 && r.bottom <= c.bottom + 1;
        });
    })()"""), True, f"every table inside of the picture of the whole {whole}")
    page.click("[data-zoom='1x']")
    expect(abs(page.value(VIEW)[2] - page.value("document.querySelector('.canvas').clientWidth")) < 1, True,
           "a unit is a pixel at 1:1")


def theme(page):
    first = page.value(COLOUR)
    page.click("#theme")
    second = page.value(COLOUR)
    expect(first != second, True, f"another colour of the page than {first}")
    page.click("#theme")
    expect(page.value(COLOUR), first, "the first colour again")


def main():
    url = pathlib.Path(sys.argv[1]).resolve().as_uri()
    page = Browser(url)
    try:
        everything = page.value(SHOWN)
        kinds_and_schemas(page, everything)
        finding(page, everything)
        folds(page)
        picture(page)
        theme(page)
        expect(page.complaints, [], "what the page complained of")
        expect([request for request in page.requests if request != url], [], "what the page asked for elsewhere")
    finally:
        page.close()
    print(f"test-html: {checks} checks of {len(everything)} findings hold in the browser")


main()
