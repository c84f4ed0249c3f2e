import { carryOut, get, live, query } from '../api.js';
import { h, put, update } from '../dom.js';
import { bytes, number, plural } from '../format.js';
import { attempt, confirmed, field, jobLink, moment, outcome, resumeLink, snapshotLink, state, table } from '../parts.js';

const pageSize = 50;
const columns = [['Savepoint', 'path'], ['Job'], ['Kind'], ['Size', 'number'], ['Taken'], ['Needed'], ['', 'buttons-cell']];

/** All snapshots below the configured directories, newest first. */
export async function show(root, { parameters, session, signal, title }) {
  title('Savepoints');
  const filter = h('input', { type: 'search', value: parameters.filter ?? '', autocomplete: 'off', spellcheck: 'false' });
  const summary = h('p', { class: 'lead' });
  const result = outcome();
  const list = h('div', { class: 'card list' });
  const pages = h('nav', { class: 'pages', 'aria-label': 'Pages' });
  let offset = 0;

  async function refresh() {
    const { total, snapshots } = await get(`/savepointctl/v1/snapshots?${query({ filter: filter.value, offset, limit: pageSize })}`, signal);
    if (offset > 0 && snapshots.length === 0) {
      offset = Math.max(0, Math.floor((total - 1) / pageSize) * pageSize);
      return;
    }
    update(summary, summaryOf(total, session.folders));
    update(list, table('Savepoints and checkpoints, newest first', columns, snapshots.map(snapshot => row(snapshot, session)),
      filter.value === '' ? 'There are none yet.' : 'None of that name.'));
    update(pages, total > pageSize && [
      h('button', { type: 'button', disabled: offset === 0, 'data-step': '-1' }, 'Newer'),
      h('span', null, `${number(offset + 1)} to ${number(offset + snapshots.length)} of ${number(total)}`),
      h('button', { type: 'button', disabled: offset + pageSize >= total, 'data-step': '1' }, 'Older')]);
  }

  filter.addEventListener('input', () => { offset = 0; refresh(); });
  pages.addEventListener('click', event => {
    const button = event.target.closest('[data-step]');
    if (!button) return;
    offset = Math.max(0, offset + Number(button.dataset.step) * pageSize);
    refresh();
  });
  list.addEventListener('click', async event => {
    const button = event.target.closest('[data-dispose]');
    if (button) await dispose(button, result, refresh, signal);
  });
  put(root,
    h('div', { class: 'head' }, h('div', null, h('h1', null, 'Savepoints'), summary), field('Find by name or job', filter)),
    result.element, list, pages);
  await live(refresh, session.refreshMilliseconds, signal);
}

const summaryOf = (total, folders) => [
  `${plural(total, 'snapshot')} below `,
  folders.length === 0 ? 'no directory: none is configured (execution.checkpointing.savepoint-dir)' : folders.flatMap((folder, i) =>
    [i > 0 ? ', ' : '', h('code', null, folder)])];

const row = (snapshot, session) => ({
  key: snapshot.path,
  cells: [
    [snapshotLink(snapshot.path, snapshot.name), snapshot.fault && h('p', { class: 'problem' }, snapshot.fault)],
    jobOf(snapshot),
    snapshot.kind ?? state('UNREADABLE'),
    bytes(snapshot.bytes),
    moment(snapshot.modified),
    needOf(snapshot, 'no'),
    session.mayAct && h('div', { class: 'buttons' },
      snapshot.kind !== null && resumeLink(snapshot.path),
      h('button', { type: 'button', class: 'danger', 'data-dispose': snapshot.path, 'aria-label': `Dispose ${snapshot.name}` }, 'Dispose')),
  ],
});

export function jobOf(snapshot) {
  if (snapshot.job === null) return '–';
  return snapshot.jobName === null ? h('code', null, snapshot.job) : [jobLink(snapshot.job, snapshot.jobName || '(no name)'), ' ', h('code', null, snapshot.job.slice(0, 6))];
}

/** Which running job needs it, and what for. */
export const needOf = (snapshot, otherwise) => snapshot.use === null ? otherwise
  : [state('IN_USE'), ' ', h('small', null, 'job ', jobLink(snapshot.use.job, snapshot.use.job.slice(0, 6)), ` ${snapshot.use.reason}`)];

/** Deletes a snapshot; the cluster refuses what a running job needs. */
export async function dispose(button, result, after, signal) {
  const path = button.dataset.dispose;
  if (!await confirmed('Dispose this savepoint?', `${path} is deleted with its state. It cannot be restored any more.`, 'Dispose')) return;
  await attempt(button, result, 'Disposing …', async () => {
    await carryOut('/savepoint-disposal', { 'savepoint-path': path }, id => `/savepoint-disposal/${id}`, signal);
    await after();
    return [h('p', null, `Disposed: ${path}`)];
  });
}
