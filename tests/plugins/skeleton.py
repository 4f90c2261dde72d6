"""How a page is built, so that pages built alike are gone through once in a run.

Two pages have one skeleton when nothing but their words, numbers and addresses differs: the same elements with the
same classes, roles and states, named and described by the same ones of them, each with or without a text of its own.
Of rows that repeat each other one counts.
"""

from hashlib import blake2b

from playwright.sync_api import Page

SKELETON = """() => {
  const refers = new Set(['id', 'for', 'form', 'list', 'headers', 'aria-labelledby', 'aria-describedby',
    'aria-controls', 'aria-owns']);
  const wording = new Set(['href', 'src', 'action', 'value', 'name', 'title', 'alt', 'aria-label', 'placeholder',
    'content', 'd', 'datetime', 'max', 'min', 'integrity', 'nonce', 'hx-get', 'hx-post', 'hx-vals', 'hx-headers']);
  const numbers = new Map();
  const numbered = (word) => numbers.get(word) ?? numbers.set(word, numbers.size).get(word);
  const said = (attribute) => {
    if (refers.has(attribute.name)) return attribute.value.split(/\\s+/).map(numbered).join(' ');
    if (wording.has(attribute.name) || attribute.name.startsWith('data-')) return attribute.value.trim() ? 'some' : '';
    return attribute.value;
  };
  const built = (element) => {
    const attributes = [...element.attributes].map((one) => `${one.name}=${said(one)}`).join(';');
    const worded = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const parts = element.tagName === 'SCRIPT' ? [] : [...element.children].map(built);
    const inside = parts.filter((part, at) => part !== parts[at - 1]).join('');
    return `<${element.tagName} ${attributes} ${worded}>${inside}</>`;
  };
  return `${innerWidth} ${document.title.trim() ? 'titled' : ''} ${document.documentElement.dataset.size}`
    + built(document.documentElement);
}"""


def skeleton(page: Page) -> str:
    """A digest of how the page is built at its present width."""
    return blake2b(page.evaluate(SKELETON).encode(), digest_size=16).hexdigest()
