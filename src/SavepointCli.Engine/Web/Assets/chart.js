// Bar charts in SVG. Each has a text that says the same, for those who do not see it.

import { s } from './dom.js';

const width = 960;
const barArea = 110;
const labelArea = 22;

/**
 * Bars side by side, oldest first.
 * @param bars {value, kind, title} objects; the kind is a class
 * @param scale {text: value → text, from, to}: how values are written, and what stands below the first and the last bar
 */
export function bars(label, items, { text, from, to, mean }) {
  const top = Math.max(...items.map(item => item.value), 0);
  const step = (width - 70) / Math.max(items.length, 12);
  const heightOf = value => top === 0 ? 0 : value / top * barArea;
  const gap = Math.min(step * 0.25, 8);
  return s('svg', { class: 'chart', viewBox: `0 0 ${width} ${barArea + labelArea + 14}`, role: 'img', 'aria-label': label },
    [0, 0.5, 1].map(part => [
      s('line', { class: 'rule', x1: 66, x2: width, y1: 12 + barArea * (1 - part), y2: 12 + barArea * (1 - part) }),
      top > 0 || part === 0 ? s('text', { class: 'tick', x: 58, y: 16 + barArea * (1 - part) }, text(top * part)) : null,
    ]),
    items.map((item, i) => s('g', { class: `column ${item.kind}` },
      s('title', null, item.title),
      s('rect', { class: 'touch', x: 68 + i * step, y: 12, width: step, height: barArea }),
      s('rect', {
        class: 'value', x: 68 + i * step + gap / 2, width: Math.max(step - gap, 0.6), rx: Math.min(3, step / 4),
        y: 12 + barArea - Math.max(heightOf(item.value), item.value > 0 ? 2 : 0), height: Math.max(heightOf(item.value), item.value > 0 ? 2 : 0),
      }),
      item.kind.includes('failed') ? s('path', { class: 'cross', d: `M${68 + (i + 0.5) * step - 5} ${4 + barArea - 5}l10 10m0 -10l-10 10` }) : null)),
    mean > 0 && s('line', { class: 'mean', x1: 66, x2: width, y1: 12 + barArea - heightOf(mean), y2: 12 + barArea - heightOf(mean) }),
    s('text', { class: 'end', x: 68, y: barArea + labelArea + 10 }, from),
    s('text', { class: 'end last', x: width, y: barArea + labelArea + 10 }, to));
}
