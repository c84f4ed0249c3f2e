// Builds and updates the document. Text only ever becomes text nodes and attribute values: nothing here parses markup.

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An HTML element. Attributes that start with "on" are listeners; true means an empty attribute; null and false mean none. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(svgNamespace, tag), attributes, children);

/** Puts children into an element, leaving out those that are null or false. */
export const put = (element, ...children) => fill(element, null, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Makes the children of an element like the given ones and keeps those that are there already, so that focus, selection and scroll
 * positions survive. Elements with a data-key are matched by it, others by their place.
 */
export function update(target, ...children) {
  const wanted = children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false)
    .map(child => typeof child === 'string' ? document.createTextNode(child) : child);
  wanted.forEach((next, place) => {
    const old = matching(target, next, place);
    if (old === null) {
      target.insertBefore(next, target.childNodes[place] ?? null);
      return;
    }
    if (target.childNodes[place] !== old) target.insertBefore(old, target.childNodes[place] ?? null);
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== next.data) old.data = next.data;
    } else {
      updateAttributes(old, next);
      update(old, ...next.childNodes);
    }
  });
  while (target.childNodes.length > wanted.length) target.lastChild.remove();
}

function matching(target, next, place) {
  const key = next.dataset?.key;
  if (key !== undefined) {
    for (let old = target.childNodes[place] ?? null; old !== null; old = old.nextSibling) {
      if (old.dataset?.key === key && old.nodeName === next.nodeName) return old;
    }
    return null;
  }
  const old = target.childNodes[place];
  return old && old.nodeName === next.nodeName && old.dataset?.key === undefined ? old : null;
}

function updateAttributes(old, next) {
  for (const name of old.getAttributeNames()) {
    if (!next.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  }
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name);
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
