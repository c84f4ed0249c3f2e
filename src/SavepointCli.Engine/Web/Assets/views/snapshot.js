import { get, query } from '../api.js';
import { bars } from '../chart.js';
import { h, put, update } from '../dom.js';
import { bytes, nameOf, number, plural } from '../format.js';
import { attempt, check, facts, field, outcome, resumeLink, section, select, state, table } from '../parts.js';
import { dispose, jobOf, needOf } from './savepoints.js';

const mostBars = 128;
const pageSize = 50;

/** One snapshot: its operators, their states, how the state spreads, and the entries. */
export async function show(root, { parameters, session, signal, title }) {
  const { path } = parameters;
  const snapshot = await get(`/savepointctl/v1/snapshot?${query({ path })}`, signal);
  title(nameOf(snapshot.path));
  const result = outcome();
  const disposeButton = h('button', {
    type: 'button', class: 'danger', 'data-dispose': snapshot.path, onclick: event => dispose(event.currentTarget, result, () => {}, signal),
  }, 'Dispose');
  put(root,
    h('div', { class: 'head' }, h('div', null, h('h1', { class: 'path' }, nameOf(snapshot.path)), h('p', { class: 'lead path' }, snapshot.path)),
      session.mayAct && h('div', { class: 'buttons' }, resumeLink(snapshot.path), disposeButton)),
    result.element,
    h('div', { class: 'card' }, aboutSnapshot(snapshot)),
    snapshot.findings.length > 0 && h('section', { class: 'card failed', 'aria-label': 'What could not be read' }, snapshot.findings.map(finding => h('p', null, finding))),
    section('Operators', h('div', { class: 'list' }, operatorTable(snapshot))),
    skewSection(snapshot),
    entriesSection(snapshot, signal));
}

const aboutSnapshot = snapshot => facts([
  ['Kind', snapshot.kind],
  ['Taken by', jobOf(snapshot)],
  ['Needed', needOf(snapshot, 'by no running job')],
  ['State', bytes(snapshot.bytes)],
  ['Metadata', `${bytes(snapshot.metadataBytes)}, version ${snapshot.metadataVersion}`],
  ['Written by', snapshot.writtenBy],
  ['Checkpoint id', String(snapshot.checkpointId)],
  ['Files', number(snapshot.files)],
  ['Can be moved', snapshot.isRelocatable ? 'yes' : 'no, it refers to files elsewhere'],
]);

const nameOfOperator = operator => operator.uid ?? operator.name ?? operator.id;

function operatorTable(snapshot) {
  const largest = Math.max(...snapshot.operators.map(operator => operator.bytes.total), 1);
  return table('Operators of the snapshot',
    [['Operator'], ['States'], ['Parallelism', 'number'], ['Key groups', 'number'], ['Keyed', 'number'], ['Operator state', 'number'], ['In all', 'number'], ['Share', 'meter-cell'], ['Id', 'id']],
    snapshot.operators.map(operator => ({
      key: operator.id,
      cells: [
        [h('strong', null, nameOfOperator(operator)), operator.name && operator.uid && operator.name !== operator.uid ? ` ${operator.name}` : null],
        statesOf(operator),
        String(operator.parallelism), String(operator.maxParallelism), bytes(operator.bytes.keyed),
        bytes(operator.bytes.operator + operator.bytes.coordinator + operator.bytes.channel + operator.bytes.raw), bytes(operator.bytes.total),
        h('meter', { min: '0', max: String(largest), value: String(operator.bytes.total), 'aria-label': `Size beside the largest operator` }),
        h('code', null, operator.id)],
    })), 'The snapshot holds no operators.');
}

const statesOf = operator => operator.states === null ? state('UNREADABLE')
  : operator.states.length === 0 ? '–'
    : h('ul', { class: 'chips' }, operator.states.map(one => h('li', null, one.name, ' ', h('small', null, one.kind))));

/** Bytes per key group, so that a hot key shows. */
function skewSection(snapshot) {
  const keyed = snapshot.operators.filter(operator => operator.keyGroups !== null);
  if (keyed.length === 0) return null;
  return section('Skew by key group', keyed.map(operator => {
    const { keyGroups } = operator;
    const width = Math.ceil(keyGroups.length / mostBars);
    const items = [];
    for (let from = 0; from < keyGroups.length; from += width) {
      const to = Math.min(from + width, keyGroups.length) - 1;
      const value = keyGroups.slice(from, to + 1).reduce((sum, size) => sum + size, 0);
      items.push({ value, kind: 'checkpoint', title: `${from === to ? `Key group ${from}` : `Key groups ${from} to ${to}`}: ${bytes(value)}` });
    }
    const total = keyGroups.reduce((sum, size) => sum + size, 0);
    const mean = total / keyGroups.length;
    const largest = keyGroups.indexOf(Math.max(...keyGroups));
    const empty = keyGroups.filter(size => size === 0).length;
    const text = total === 0
      ? `All ${number(keyGroups.length)} key groups are empty.`
      : `The largest of ${plural(keyGroups.length, 'key group')} is ${largest} with ${bytes(keyGroups[largest])}, ${(keyGroups[largest] / mean).toFixed(1)} times the mean; ${number(empty)} are empty.`;
    return h('figure', { class: 'skew' }, h('figcaption', null, h('strong', null, nameOfOperator(operator)), ' ', text),
      bars(`${nameOfOperator(operator)}: ${text}`, items, { text: bytes, from: '0', to: String(keyGroups.length - 1), mean: mean * width }));
  }));
}

/** The entries themselves, decoded, a page at a time. */
function entriesSection(snapshot, signal) {
  const operator = select([['', 'all operators'], ...snapshot.operators.map(one => [one.id, nameOfOperator(one)])]);
  const stateName = select([['', 'all states']]);
  const key = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', placeholder: 'all keys' });
  const isPart = h('input', { type: 'checkbox' });
  const names = new Map(snapshot.operators.flatMap(one => [[one.id, nameOfOperator(one)], [one.uid, nameOfOperator(one)]]));
  const button = h('button', { class: 'primary' }, 'Show entries');
  const more = h('button', { type: 'button', hidden: true, onclick: () => attempt(more, result, 'Reading on …', () => read(next)) }, 'Show more');
  const result = outcome();
  const list = h('div', { class: 'list' });
  let shown = [];
  let next = 0;

  function offerStates() {
    const states = snapshot.operators.filter(one => operator.value === '' || one.id === operator.value).flatMap(one => one.states ?? []);
    stateName.replaceChildren(...[['', 'all states'], ...[...new Set(states.map(one => one.name))].map(name => [name, name])]
      .map(([value, text]) => h('option', { value }, text)));
  }

  async function read(skip) {
    const answer = await get(`/savepointctl/v1/entries?${query({
      path: snapshot.path, operator: operator.value, state: stateName.value, [isPart.checked ? 'part' : 'key']: key.value, skip, limit: pageSize })}`, signal);
    shown = skip === 0 ? answer.entries : [...shown, ...answer.entries];
    next = answer.next;
    more.hidden = next === null;
    update(list, entryTable(shown, names, answer));
    return [h('p', null, `${plural(shown.length, 'entry', 'entries')} shown, ${number(answer.scanned)} looked at${next === null ? ', that is all' : ''}.`),
      ...answer.findings.map(finding => h('p', { class: 'problem' }, finding))];
  }

  operator.addEventListener('change', offerStates);
  offerStates();
  return section('Entries',
    h('form', { class: 'inline', role: 'search', 'aria-label': 'Entries', onsubmit: event => { event.preventDefault(); attempt(button, result, 'Reading …', () => read(0)); } },
      field('Operator', operator), field('State', stateName), field('Key', key), check('Keys that hold this text', isPart), button),
    result.element, list, more);
}

const entryTable = (entries, names, answer) => table('Entries',
  [['Operator'], ['State'], ['Key', 'value key'], ['Value', 'value'], ['Key group', 'number'], ['Subtask', 'number']],
  entries.map((entry, i) => ({
    key: `${i}`,
    cells: [
      names.get(entry.operator) ?? entry.operator, [entry.state, ' ', h('small', null, entry.kind)],
      entry.key === null ? '–' : [h('code', null, entry.key), entry.namespace && h('small', null, ` ${entry.namespace}`)],
      h('code', null, entry.value), entry.keyGroup === null ? '–' : String(entry.keyGroup), String(entry.subtask)],
  })),
  answer.next === null ? 'No entry fits.' : 'No entry fits so far; there is more to look at.');
