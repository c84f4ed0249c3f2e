import { get, query, request } from '../api.js';
import { h, put, update } from '../dom.js';
import { bytes, nameOf, plural } from '../format.js';
import { attempt, check, field, jobLink, outcome, section, select, state, table } from '../parts.js';

const claimModes = [
  ['NO_CLAIM', 'no claim: the savepoint stays yours'],
  ['CLAIM', 'claim: the job owns it and may delete it'],
  ['LEGACY', 'legacy: nobody owns it for certain'],
];

/** Upload a program, say what it goes on from, see what that does to the state, start it. */
export async function show(root, { parameters, session, signal, title }) {
  title('Submit');
  put(root, h('div', { class: 'head' }, h('h1', null, 'Submit a job')));
  if (!session.submitEnabled || !session.mayAct) {
    put(root, h('p', { class: 'card' }, session.mayAct ? 'Submission is switched off (web.submit.enable).' : 'Read only: this page may not act.'));
    return;
  }
  const form = submission(parameters.savepoint ?? '');
  const preview = outcome();
  const result = outcome();
  const table = h('div', { class: 'list' });
  const previewButton = h('button', { type: 'button', onclick: () => attempt(previewButton, preview, 'Reading program and savepoint …', previewNow) }, 'Preview the restore');
  const submitButton = h('button', { class: 'primary' }, 'Submit');

  async function previewNow() {
    table.replaceChildren();
    const answer = await request('POST', `/savepointctl/v1/jars/${encodeURIComponent(form.jar())}/preview`, { body: form.body() });
    update(table, previewTable(answer));
    return [previewSummary(answer)];
  }

  put(root, h('form', { onsubmit: event => { event.preventDefault(); attempt(submitButton, result, 'Starting the job …', submitNow); } },
    section('Program', form.program), section('State', form.state),
    section('Restore preview', h('p', { class: 'hint' }, 'Runs the program up to its graph and lays it beside the savepoint. Nothing is started or changed.'),
      previewButton, preview.element, table),
    h('div', { class: 'submit-bar' }, submitButton, result.element)));

  async function submitNow() {
    const { jobid } = await request('POST', `/jars/${encodeURIComponent(form.jar())}/run`, { body: form.body() });
    return [h('p', null, 'The job was started: ', jobLink(jobid))];
  }

  await Promise.all([form.listPrograms(signal), form.listSavepoints(signal)]);
}

/** The inputs of a submission, and what they say. */
function submission(savepoint) {
  const programs = select([['', 'none uploaded yet']]);
  programs.required = true;
  const file = h('input', { type: 'file', accept: '.dll,.zip,.jar' });
  const upload = outcome();
  const entryClass = h('input', { type: 'text', list: 'entry-classes', spellcheck: 'false', autocomplete: 'off' });
  const entryClasses = h('datalist', { id: 'entry-classes' });
  const programArgs = h('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', placeholder: '--name value "two words"' });
  const parallelism = h('input', { type: 'number', min: '1', max: '32768', placeholder: 'default of the program' });
  const savepointPath = h('input', { type: 'text', list: 'savepoints', spellcheck: 'false', autocomplete: 'off', value: savepoint, placeholder: 'empty for a fresh start' });
  const savepoints = h('datalist', { id: 'savepoints' });
  const allowNonRestoredState = h('input', { type: 'checkbox' });
  const claimMode = select(claimModes, 'NO_CLAIM');
  let uploaded = [];

  file.addEventListener('change', async () => {
    if (file.files.length === 0) return;
    await attempt(file, upload, `Uploading ${file.files[0].name} …`, async () => {
      const body = new FormData();
      body.append('jarfile', file.files[0]);
      const { filename } = await request('POST', '/jars/upload', { body });
      await listPrograms(undefined, nameOf(filename.replaceAll('\\', '/')));
      return [h('p', null, `Uploaded ${file.files[0].name}.`)];
    });
  });
  programs.addEventListener('change', suggestEntryClasses);

  async function listPrograms(signal, chosen) {
    uploaded = (await get('/jars', signal)).files;
    if (uploaded.length === 0) return;
    update(programs, uploaded.map(jar => h('option', { value: jar.id }, jar.name)));
    programs.value = chosen ?? uploaded[0].id;
    suggestEntryClasses();
  }

  function suggestEntryClasses() {
    const entries = uploaded.find(jar => jar.id === programs.value)?.entry ?? [];
    update(entryClasses, entries.map(entry => h('option', { value: entry.name })));
    entryClass.placeholder = entries.length === 1 ? entries[0].name : 'the type with Main';
    entryClass.required = entries.length > 1;
  }

  async function listSavepoints(signal) {
    const { snapshots } = await get(`/savepointctl/v1/snapshots?${query({ limit: 100 })}`, signal);
    update(savepoints, snapshots.filter(snapshot => snapshot.kind !== null).map(snapshot => h('option', { value: snapshot.path }, snapshot.kind)));
  }

  return {
    program: h('div', { class: 'columns' },
      h('div', null, field('Upload', file, 'A .NET assembly (.dll), or a zip of one and what it needs.'), upload.element),
      field('Program', programs),
      h('div', null, field('Entry class', entryClass, 'Only needed if there are several.'), entryClasses),
      field('Arguments', programArgs),
      field('Parallelism', parallelism)),
    state: h('div', { class: 'columns' },
      h('div', null, field('Savepoint path', savepointPath, 'A savepoint or checkpoint: its directory or metadata file.'), savepoints),
      field('Claim mode', claimMode),
      check('Allow non-restored state: drop what no operator takes over', allowNonRestoredState)),
    jar: () => {
      if (programs.value === '') throw new Error('Upload a program first.');
      return programs.value;
    },
    body: () => ({
      ...(entryClass.value.trim() && { entryClass: entryClass.value.trim() }),
      ...(programArgs.value.trim() && { programArgs: programArgs.value }),
      ...(parallelism.value && { parallelism: Number(parallelism.value) }),
      ...(savepointPath.value.trim() && { savepointPath: savepointPath.value.trim(), claimMode: claimMode.value }),
      allowNonRestoredState: allowNonRestoredState.checked,
    }),
    listPrograms, listSavepoints,
  };
}

function previewSummary(answer) {
  const counted = outcome => answer.operators.filter(row => row.outcome === outcome).length;
  const lost = answer.operators.filter(row => row.outcome === 'dropped').reduce((sum, row) => sum + row.bytes, 0);
  return h('div', null,
    h('p', null, h('strong', null, answer.jobName === '' ? '(no name)' : answer.jobName), ': ', answer.savepoint === null
      ? 'a fresh start, no state is restored.'
      : `${plural(counted('restored'), 'operator')} restored, ${counted('new')} new, ${counted('dropped')} dropped${lost > 0 ? ` (${bytes(lost)})` : ''}.`),
    answer.problem && h('p', { class: 'problem' }, h('strong', null, 'It would be refused. '), answer.problem));
}

const previewTable = answer => table('What becomes of each operator',
  [['Outcome'], ['Operator'], ['Uid'], ['States'], ['State size', 'number'], ['Parallelism', 'number'], ['Id', 'id']],
  answer.operators.map(row => ({
    key: `${row.outcome} ${row.id}`,
    cells: [
      state(row.outcome), row.name ?? '–', row.uid ?? '–', row.states.join(', ') || '–', row.bytes > 0 ? bytes(row.bytes) : '–',
      row.parallelism === null || row.storedParallelism === null || row.parallelism === row.storedParallelism
        ? String(row.parallelism ?? row.storedParallelism) : `${row.storedParallelism} → ${row.parallelism}`,
      h('code', null, row.id)],
  })), 'The job has no operators.');
