// Bar charts in SVG. Each has a text that says the same, for those who do not see it.

import { s } from './dom.js';

const barArea = 110;
const labelArea = 22;
const labelWidth = 68;
const fewestColumns = 12;
const narrowest = 260;
const margins = 90; // of page and card

/** How wide a drawing gets when several stand side by side: it is drawn at that size, so that its texts have the size of all others. */
const widthOf = columns => Math.max((Math.min(document.getElementById('main').clientWidth, 1760) - margins) / columns, narrowest);

/**
 * Bars side by side, oldest first.
 * @param bars {value, kind, title} objects; the kind is a class
 * @param scale {text: value → text, from, to, mean, columns}: how values are written, what stands below the first and the last bar, where a
 *   line is drawn, and how many charts stand side by side
 */
export function bars(label, items, { text, from, to, mean, columns = 1 }) {
  const width = widthOf(columns);
  const top = Math.max(...items.map(item => item.value), 0);
  const step = (width - labelWidth) / Math.max(items.length, fewestColumns);
  const heightOf = value => top === 0 ? 0 : value / top * barArea;
  const gap = Math.min(step * 0.25, 8);
  return s('svg', { class: 'chart', viewBox: `0 0 ${width} ${barArea + labelArea + 14}`, role: 'img', 'aria-label': label },
    [0, 0.5, 1].map(part => [
      s('line', { class: 'rule', x1: labelWidth - 2, x2: width, y1: 12 + barArea * (1 - part), y2: 12 + barArea * (1 - part) }),
      top > 0 || part === 0 ? s('text', { class: 'tick', x: labelWidth - 10, y: 16 + barArea * (1 - part) }, text(top * part)) : null,
    ]),
    items.map((item, i) => s('g', { class: `column ${item.kind}` },
      s('title', null, item.title),
      s('rect', { class: 'touch', x: labelWidth + i * step, y: 12, width: step, height: barArea }),
      s('rect', {
        class: 'value', x: labelWidth + i * step + gap / 2, width: Math.max(step - gap, 0.6), rx: Math.min(3, step / 4),
        y: 12 + barArea - Math.max(heightOf(item.value), item.value > 0 ? 2 : 0), height: Math.max(heightOf(item.value), item.value > 0 ? 2 : 0),
      }),
      item.kind.includes('failed') ? s('path', { class: 'cross', d: `M${labelWidth + (i + 0.5) * step - 5} ${4 + barArea - 5}l10 10m0 -10l-10 10` }) : null)),
    mean > 0 && s('line', { class: 'mean', x1: labelWidth - 2, x2: width, y1: 12 + barArea - heightOf(mean), y2: 12 + barArea - heightOf(mean) }),
    s('text', { class: 'end', x: labelWidth, y: barArea + labelArea + 10 }, from),
    s('text', { class: 'end last', x: Math.max(labelWidth + items.length * step, labelWidth + 190), y: barArea + labelArea + 10 }, to));
}
