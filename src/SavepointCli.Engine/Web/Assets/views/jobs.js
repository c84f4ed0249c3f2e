import { get, live } from '../api.js';
import { h, put, update } from '../dom.js';
import { duration, plural } from '../format.js';
import { jobLink, moment, state, table } from '../parts.js';

const columns = [['Job'], ['State'], ['Started'], ['Duration', 'number'], ['Parallelism', 'number'], ['Tasks running', 'number'], ['Job id', 'id']];

/** All jobs that run or ran in this cluster. */
export async function show(root, { session, signal, title }) {
  const summary = h('p', { class: 'lead' });
  const list = h('div', { class: 'card list' });
  put(root,
    h('div', { class: 'head' }, h('div', null, h('h1', null, 'Jobs'), summary),
      session.submitEnabled && h('a', { class: 'button primary', href: '#/submit' }, 'Submit a job')),
    list);
  title('Jobs');
  await live(async () => {
    const { now, jobs } = await get('/savepointctl/v1/jobs', signal);
    const running = jobs.filter(job => job.end === null).length;
    update(summary, `${plural(running, 'job')} running, ${plural(jobs.length - running, 'ended', 'ended')}`);
    update(list, table('Jobs, the latest first', columns, jobs.map(job => row(job, now)), 'No job has been submitted yet.'));
  }, session.refreshMilliseconds, signal);
}

const row = (job, now) => ({
  key: job.id,
  cells: [
    jobLink(job.id, job.name === '' ? '(no name)' : job.name),
    state(job.state),
    moment(job.start),
    duration((job.end ?? now) - job.start),
    String(job.parallelism),
    `${job.runningTasks} of ${job.tasks}`,
    h('code', null, job.id),
  ],
});
