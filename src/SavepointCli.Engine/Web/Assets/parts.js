// Pieces that several views are made of.

import { h } from './dom.js';
import { time } from './format.js';

/** A state of a job or snapshot; the word says it, the colour only helps. */
export const state = name => h('span', { class: `state ${name.toLowerCase().replaceAll('_', '-')}` }, name.toLowerCase().replaceAll('_', ' '));

export const moment = milliseconds => milliseconds > 0
  ? h('time', { datetime: new Date(milliseconds).toISOString() }, time(milliseconds))
  : '–';

/** Name and value pairs. */
export const facts = pairs => h('dl', { class: 'facts' },
  pairs.filter(Boolean).map(([name, ...value]) => h('div', null, h('dt', null, name), h('dd', null, ...value))));

/**
 * A table whose cells say on narrow screens what their columns are called.
 * @param columns [title, class] pairs
 * @param rows {key, cells} objects
 */
export const table = (caption, columns, rows, empty) => rows.length === 0
  ? h('p', { class: 'empty' }, empty)
  : h('table', null,
    h('caption', { class: 'hidden' }, caption),
    h('thead', null, h('tr', null, columns.map(([title, kind]) => h('th', { scope: 'col', class: kind },
      title === '' ? h('span', { class: 'hidden' }, 'Actions') : title)))),
    h('tbody', null, rows.map(row => h('tr', { 'data-key': row.key },
      row.cells.map((cell, i) => h('td', { class: columns[i][1], 'data-label': columns[i][0] }, h('div', { class: 'cell' }, cell)))))));

export const section = (title, ...content) => {
  const id = `section-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, title), ...content);
};

let fields = 0;

/** A labelled input. The input is given as it is, so that the view can read it. */
export function field(label, input, hint) {
  input.id ||= `field-${++fields}`;
  if (hint) input.setAttribute('aria-describedby', `${input.id}-hint`);
  return h('div', { class: 'field' },
    h('label', { for: input.id }, label), input, hint && h('p', { class: 'hint', id: `${input.id}-hint` }, hint));
}

export function check(label, input) {
  input.id ||= `field-${++fields}`;
  return h('div', { class: 'check' }, input, h('label', { for: input.id }, label));
}

export const select = (options, chosen) =>
  h('select', null, options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)));

/** Where an action says what became of it: beside the button that was pressed. */
export function outcome() {
  const element = h('div', { class: 'outcome', role: 'status', 'aria-live': 'polite' });
  const show = (kind, ...content) => {
    element.className = `outcome ${kind}`;
    element.replaceChildren(...content);
  };
  return {
    element,
    clear: () => show(''),
    busy: text => show('busy', h('span', { class: 'spinner', 'aria-hidden': 'true' }), text),
    done: (...content) => show('done', ...content),
    failed: fault => show('failed', h('strong', null, fault.message),
      fault.details && fault.details.trim() !== fault.message
        ? h('details', null, h('summary', null, 'All that was said'), h('pre', null, fault.details))
        : ''),
  };
}

/** Runs an action behind a button: once at a time, with its outcome shown. */
export async function attempt(button, result, busy, action) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  result.busy(busy);
  try {
    const shown = await action();
    if (shown) result.done(...shown);
  } catch (fault) {
    result.failed(fault);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

/** Asks before something that cannot be taken back. */
export function confirmed(question, detail, verb) {
  return new Promise(answer => {
    const dialog = h('dialog', { 'aria-labelledby': 'question', onclose: () => { answer(dialog.returnValue === 'yes'); dialog.remove(); } },
      h('form', { method: 'dialog' },
        h('h2', { id: 'question' }, question),
        h('p', null, detail),
        h('div', { class: 'buttons' },
          h('button', { value: 'no' }, 'Keep it'),
          h('button', { value: 'yes', class: 'danger' }, verb))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const snapshotLink = (path, text) => h('a', { href: `#/snapshot?${new URLSearchParams({ path })}` }, text ?? path);

export const resumeLink = path => h('a', { class: 'button', href: `#/submit?${new URLSearchParams({ savepoint: path })}` }, 'Resume from it');

export const jobLink = (id, text) => h('a', { href: `#/jobs/${encodeURIComponent(id)}` }, text ?? id);
