"""What can be measured of how a page looks: contrast, targets, focus, and whether it scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_CONTRAST = """() => {
  const channel = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const parsed = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return { r, g, b, a }; };
  const light = ({ r, g, b }) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const color = parsed(getComputedStyle(each).backgroundColor);
      if (color.a > 0.99) return color;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || element.closest("script, style") || !element.checkVisibility()) continue;
    const [a, b] = [light(parsed(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${walk.currentNode.data.trim().slice(0, 30)}`);
  }
  return found;
}"""
_TARGETS = """() => [...document.querySelectorAll("a, button, summary, input, [tabindex='0']")].filter((each) => each.checkVisibility())
  .map((each) => [each, each.getBoundingClientRect()]).filter(([, at]) => at.width > 0 && at.right > 0 && (at.height < 23.9 || at.width < 23.9))
  .map(([each, at]) => `${each.tagName}.${each.className} ${at.width.toFixed(1)} by ${at.height.toFixed(1)}: ${each.textContent.slice(0, 30)}`)"""
_FOCUS = """() => { const style = getComputedStyle(document.activeElement);
  return document.activeElement === document.body ? "" : style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? "seen" : document.activeElement.outerHTML.slice(0, 90); }"""


_STRUCTURE = """() => {
  const found = [];
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  found.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`));
  let level = 0;
  for (const each of document.querySelectorAll("body > :not(dialog) h1, main h2, main h3, main h4, main h5")) {
    const own = Number(each.tagName[1]);
    if (own > level + 1) found.push(`${each.tagName} after H${level}: ${each.textContent.slice(0, 30)}`);
    level = own;
  }
  for (const each of document.querySelectorAll("a, button, summary")) if (!each.textContent.trim() && !each.ariaLabel) found.push(`no name: ${each.outerHTML.slice(0, 60)}`);
  for (const each of document.querySelectorAll("input")) if (!each.labels.length) found.push(`no label: ${each.id}`);
  for (const name of ["main", "h1"]) if (document.querySelectorAll(name).length !== 1) found.push(`not one ${name}`);
  return document.documentElement.lang ? found : [...found, "no language"];
}"""


def amiss(page: Page) -> list[str]:
    """What a reader without sight would stumble on: ids twice, levels of headings left out, what can be used and has no name."""
    found: list[str] = page.evaluate(_STRUCTURE)
    return found


def faint(page: Page) -> list[str]:
    """Visible texts whose contrast with what is behind them is below 4.5."""
    found: list[str] = page.evaluate(_CONTRAST)
    return found


def small(page: Page) -> list[str]:
    """Visible targets that are less than 24 CSS pixels high or wide."""
    found: list[str] = page.evaluate(_TARGETS)
    return found


def unseen_focus(page: Page, steps: int) -> list[str]:
    """What has the focus, by the Tab key alone, without an outline that can be seen."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        said = page.evaluate(_FOCUS)
        if said not in {"", "seen"}:
            found.append(str(said))
    return found


def scrolls_sideways(page: Page) -> bool:
    """True if the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
