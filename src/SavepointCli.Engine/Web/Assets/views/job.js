import { carryOut, get, live, request, sleep } from '../api.js';
import { bars } from '../chart.js';
import { h, put, update } from '../dom.js';
import { bytes, clockTime, duration, nameOf, plural } from '../format.js';
import { graphView } from '../graph.js';
import { attempt, check, confirmed, facts, field, moment, outcome, resumeLink, section, select, snapshotLink, state, table } from '../parts.js';

const ended = ['FINISHED', 'CANCELED', 'FAILED', 'SUSPENDED'];
const formats = [['CANONICAL', 'canonical: every state backend reads it'], ['NATIVE', 'native: quick, for the same backend']];
const mostRemembered = 60; // the cluster itself remembers web.checkpoints.history, the page what it has seen

/** One job: its graph, its snapshots, and what can be done with it. */
export async function show(root, { parameters, session, signal, title }) {
  const base = `/jobs/${encodeURIComponent(parameters.id)}`;
  const head = h('div', { class: 'head' });
  const about = h('div', { class: 'card' });
  const fault = h('div');
  const graph = graphView('Graph of operators');
  const vertices = h('div', { class: 'list' });
  const history = h('div', { class: 'list' });
  const actions = actionsOf(base, session, signal);
  const remembered = new Map();

  const first = await get(base, signal);
  put(root, head, about, fault, actions.element, section('Operators', graph.element, vertices), section('Checkpoints and savepoints', history));
  title(first.name);

  await live(async () => {
    const [job, snapshots, exceptions] = await Promise.all([
      get(base, signal), get(`${base}/checkpoints`, signal), get(`${base}/exceptions`, signal)]);
    const sizes = await sizesOf(base, snapshots, signal);
    const isOver = ended.includes(job.state);
    update(head, h('h1', null, job.name === '' ? '(no name)' : job.name), state(job.state));
    update(about, aboutJob(job, snapshots));
    update(fault, exceptions['root-exception'] && failure(exceptions['root-exception']));
    actions.show(!isOver);
    graph.show(nodesOf(job, sizes));
    update(vertices, vertexTable(job, sizes));
    for (const snapshot of snapshots.history) remembered.set(snapshot.id, snapshot);
    for (const id of [...remembered.keys()].sort((a, b) => b - a).slice(mostRemembered)) remembered.delete(id);
    update(history, historyOf([...remembered.values()].sort((a, b) => b.id - a.id)));
  }, session.refreshMilliseconds, signal);
}

function aboutJob(job, snapshots) {
  const restored = snapshots.latest.restored;
  const parallelism = Math.max(...job.vertices.map(vertex => vertex.parallelism), 0);
  return facts([
    ['Job id', h('code', null, job.jid)],
    ['Started', moment(job['start-time'])],
    job['end-time'] > 0 && ['Ended', moment(job['end-time'])],
    ['Duration', duration(job.duration)],
    ['Parallelism', String(parallelism)],
    restored && ['Restored from', snapshotLink(restored.external_path, nameOf(restored.external_path))],
  ]);
}

const failure = trace => h('section', { class: 'card failed', 'aria-label': 'What made the job fail' },
  h('strong', null, trace.split('\n')[0]), h('details', null, h('summary', null, 'All that was said'), h('pre', null, trace)));

/** Bytes of state per vertex in the latest completed snapshot. */
async function sizesOf(base, snapshots, signal) {
  const latest = [snapshots.latest.completed, snapshots.latest.savepoint].filter(Boolean).sort((a, b) => b.id - a.id)[0];
  if (!latest) return new Map();
  try {
    const details = await get(`${base}/checkpoints/details/${latest.id}`, signal);
    return new Map(Object.entries(details.tasks).map(([id, task]) => [id, task.state_size]));
  } catch (fault) {
    if (signal.aborted) throw fault;
    return new Map(); // dropped from the history meanwhile
  }
}

function nodesOf(job, sizes) {
  const vertices = new Map(job.vertices.map(vertex => [vertex.id, vertex]));
  return [...job.plan.nodes].reverse().map(node => {
    const vertex = vertices.get(node.id);
    return {
      id: node.id,
      name: vertex.name,
      state: vertex.status,
      detail: `× ${vertex.parallelism} · ${vertex.status.toLowerCase()}${sizes.has(node.id) ? ` · ${bytes(sizes.get(node.id))}` : ''}`,
      inputs: (node.inputs ?? []).map(input => ({ id: input.id, label: input.ship_strategy })),
    };
  });
}

const vertexTable = (job, sizes) => table('Operators, chained ones together',
  [['Operators'], ['State'], ['Parallelism', 'number'], ['Key groups', 'number'], ['State size', 'number'], ['Id', 'id']],
  job.vertices.map(vertex => ({
    key: vertex.id,
    cells: [
      vertex.name, state(vertex.status), String(vertex.parallelism), String(vertex.maxParallelism),
      bytes(sizes.get(vertex.id)), h('code', null, vertex.id)],
  })),
  'The job has no operators.');

function historyOf(snapshots) {
  if (snapshots.length === 0) return h('p', { class: 'empty' }, 'No checkpoint or savepoint has been taken yet.');
  const oldestFirst = [...snapshots].reverse();
  const failures = oldestFirst.filter(snapshot => snapshot.status === 'FAILED').length;
  const [from, to] = [oldestFirst[0], oldestFirst.at(-1)].map(snapshot => clockTime(snapshot.trigger_timestamp));
  const drawn = (value, text) => oldestFirst.map(snapshot => ({
    value: value(snapshot),
    kind: `${snapshot.is_savepoint ? 'savepoint' : 'checkpoint'} ${snapshot.status.toLowerCase()}`,
    title: `${snapshot.is_savepoint ? 'Savepoint' : 'Checkpoint'} ${snapshot.id}, ${clockTime(snapshot.trigger_timestamp)}: ${text(value(snapshot))}, ${snapshot.status.toLowerCase()}`,
  }));
  const chart = (name, value, text) => h('figure', null, h('figcaption', null, name), bars(
    `${name} of the last ${plural(oldestFirst.length, 'snapshot')}, ${failures} of them failed; the latest ${text(value(oldestFirst.at(-1)))}`,
    drawn(value, text), { text, from, to: oldestFirst.length > 1 ? to : '', columns: innerWidth > 980 ? 2 : 1 }));
  return [
    h('p', { class: 'legend' }, h('span', { class: 'swatch checkpoint' }, 'checkpoint'), h('span', { class: 'swatch savepoint' }, 'savepoint'),
      h('span', { class: 'swatch failed' }, 'failed')),
    h('div', { class: 'charts' },
      chart('Duration', snapshot => snapshot.end_to_end_duration, duration), chart('State size', snapshot => snapshot.state_size, bytes)),
    table('Checkpoints and savepoints, newest first',
      [['Id', 'number'], ['Kind'], ['State'], ['Triggered'], ['Duration', 'number'], ['Size', 'number'], ['Where', 'path']],
      snapshots.map(snapshot => ({ key: String(snapshot.id), cells: snapshotCells(snapshot) })), ''),
  ];
}

const snapshotCells = snapshot => [
  String(snapshot.id),
  kindOf(snapshot),
  snapshot.discarded ? state('DELETED') : state(snapshot.status),
  moment(snapshot.trigger_timestamp),
  duration(snapshot.end_to_end_duration),
  bytes(snapshot.state_size),
  snapshot.failure_message ?? (snapshot.external_path?.includes('/') && !snapshot.discarded
    ? snapshotLink(snapshot.external_path, nameOf(snapshot.external_path)) : '–'),
];

function kindOf(snapshot) {
  if (!snapshot.is_savepoint) return 'checkpoint';
  const name = snapshot.checkpoint_type === 'SYNC_SAVEPOINT' ? 'savepoint of the stop' : 'savepoint';
  return snapshot.savepointFormat ? `${snapshot.savepointFormat.toLowerCase()} ${name}` : name;
}

/** Savepoint, stop, cancel: each says beside its button what became of it. */
function actionsOf(base, session, signal) {
  const forms = h('div', { class: 'actions' },
    savepointForm(base, session, signal), stopForm(base, session, signal), session.cancelEnabled && cancelForm(base, signal));
  const note = h('p', { class: 'empty' });
  const element = section('Actions', note, forms);
  return {
    element,
    // What an action said stays to be read when the job has ended behind it.
    show: isRunning => {
      note.hidden = isRunning && session.mayAct;
      note.textContent = session.mayAct ? 'The job has ended.' : 'Read only: this page may not act.';
      for (const form of forms.children) {
        const isNeeded = isRunning && session.mayAct;
        form.querySelector('fieldset').hidden = !isNeeded;
        form.hidden = !isNeeded && form.querySelector('.outcome').childElementCount === 0;
      }
    },
  };
}

function actionForm(name, explanation, inputs, button, result, act) {
  return h('form', { class: 'action', 'aria-label': name, onsubmit: event => { event.preventDefault(); act(); } },
    h('fieldset', null, h('legend', null, name), h('p', { class: 'hint' }, explanation), inputs, button), result.element);
}

const directoryInput = session => h('input', {
  type: 'text', spellcheck: 'false', autocomplete: 'off', placeholder: session.savepointDirectory ?? '/path/of/a/directory', required: session.savepointDirectory === null,
});

const target = (directory, format) => ({ ...(directory.value.trim() && { 'target-directory': directory.value.trim() }), formatType: format.value });

function savepointForm(base, session, signal) {
  const directory = directoryInput(session);
  const format = select(formats, 'CANONICAL');
  const button = h('button', { class: 'primary' }, 'Take a savepoint');
  const result = outcome();
  return actionForm('Savepoint', 'The job goes on.', [field('Directory', directory), field('Format', format)], button, result,
    () => attempt(button, result, 'Taking a savepoint …', async () => {
      const { location } = await carryOut(`${base}/savepoints`, target(directory, format), id => `${base}/savepoints/${id}`, signal);
      return taken('Savepoint taken: ', location);
    }));
}

function stopForm(base, session, signal) {
  const directory = directoryInput(session);
  const format = select(formats, 'CANONICAL');
  const drain = h('input', { type: 'checkbox' });
  const button = h('button', null, 'Stop with a savepoint');
  const result = outcome();
  const inputs = [field('Directory', directory), field('Format', format), check('Drain: let all timers fire, it will not be resumed', drain)];
  return actionForm('Stop', 'The job ends behind a savepoint and can be resumed from it.', inputs, button, result,
    () => attempt(button, result, 'Stopping …', async () => {
      const { 'target-directory': targetDirectory, formatType } = target(directory, format);
      const { location } = await carryOut(
        `${base}/stop`, { targetDirectory, formatType, drain: drain.checked }, id => `${base}/savepoints/${id}`, signal);
      return taken('Stopped. Savepoint: ', location);
    }));
}

const taken = (text, location) => [h('p', null, text, snapshotLink(location)), h('p', null, resumeLink(location))];

function cancelForm(base, signal) {
  const button = h('button', { class: 'danger' }, 'Cancel the job');
  const result = outcome();
  return actionForm('Cancel', 'The job ends at once, without a savepoint.', [], button, result, async () => {
    if (!await confirmed('Cancel this job?', 'No savepoint is taken. What it has done since the last one cannot be resumed.', 'Cancel the job')) return;
    await attempt(button, result, 'Cancelling …', async () => {
      await request('PATCH', `${base}?mode=cancel`);
      let status;
      while (!ended.includes(status = (await get(`${base}/status`, signal)).status)) await sleep(200, signal);
      return [h('p', null, `The job is ${status.toLowerCase()}.`)];
    });
  });
}
