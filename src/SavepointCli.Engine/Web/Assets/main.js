// Chooses the view that the address names and keeps it alive until another one is chosen.

import { session, token, Refusal } from './api.js';
import { h, put } from './dom.js';
import { field } from './parts.js';

const views = {
  jobs: () => import('./views/jobs.js'),
  job: () => import('./views/job.js'),
  submit: () => import('./views/submit.js'),
  savepoints: () => import('./views/savepoints.js'),
  snapshot: () => import('./views/snapshot.js'),
};
const menuOf = { job: 'jobs', snapshot: 'savepoints' };

const main = document.getElementById('main');
const access = document.getElementById('access');
let leaving = new AbortController();
let isFirst = true;

function route() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [view = '', id] = path.split('/').map(decodeURIComponent);
  const parameters = Object.fromEntries(new URLSearchParams(search));
  if (view === 'jobs' && id) return { view: 'job', parameters: { ...parameters, id } };
  return { view: view in views ? view : 'jobs', parameters };
}

async function show() {
  if (location.hash === '#main') return;
  leaving.abort(new Error('the view was left'));
  leaving = new AbortController();
  const { signal } = leaving;
  const { view, parameters } = route();
  for (const link of document.querySelectorAll('nav [data-view]')) {
    if (link.dataset.view === (menuOf[view] ?? view)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  try {
    const [known, module] = await Promise.all([session(signal), views[view]()]);
    if (signal.aborted) return;
    showAccess(known);
    document.getElementById('cluster').textContent = `Flink ${known.version}`;
    const root = h('div', { class: `view ${view}` });
    main.replaceChildren(root);
    scrollTo(0, 0);
    await module.show(root, { parameters, session: known, signal, title: setTitle });
  } catch (fault) {
    if (!signal.aborted) fail(fault);
  }
}

function setTitle(title) {
  document.title = `${title} · savepointctl`;
  document.getElementById('announcer').textContent = title;
  if (!isFirst) main.focus({ preventScroll: true });
  isFirst = false;
}

function fail(fault) {
  const isAway = !(fault instanceof Refusal);
  setTitle(isAway ? 'The cluster does not answer' : 'That did not work');
  main.replaceChildren(h('div', { class: 'view' }, h('section', { class: 'card', role: 'alert' },
    h('h1', null, isAway ? 'The cluster does not answer' : 'That did not work'),
    h('p', null, isAway ? 'It may have been stopped. This page tries again by itself.' : fault.message),
    fault.details && fault.details !== fault.message && h('pre', null, fault.details),
    h('p', null, h('button', { onclick: show }, 'Try again')))));
  if (isAway) {
    const again = setTimeout(show, 3000);
    leaving.signal.addEventListener('abort', () => clearTimeout(again));
  }
}

function showAccess(known) {
  if (known.mayAct) {
    access.replaceChildren();
    return;
  }
  const input = h('input', { type: 'password', autocomplete: 'off', required: true });
  access.replaceChildren(h('div', { class: 'note' },
    h('p', null, h('strong', null, 'Read only. '), known.hasToken
      ? 'From another machine this page acts only with the token of the cluster.'
      : 'From another machine this page can look, not act. A token set as engine.action-token changes that.'),
    known.hasToken && h('form', { class: 'inline', onsubmit: event => { event.preventDefault(); token.set(input.value); show(); } },
      field('Token', input), h('button', null, 'Use it'))));
}

addEventListener('hashchange', show);
document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); main.focus(); });
show();
