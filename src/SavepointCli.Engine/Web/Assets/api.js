// Speaks to the cluster: Flink's REST API, and what this page needs beyond it below /savepointctl/v1.

const tokenKey = 'savepointctl-token';

/** The token is kept for this tab only. */
export const token = {
  get: () => sessionStorage.getItem(tokenKey),
  set: text => sessionStorage.setItem(tokenKey, text),
};

/** An answer that says no. The message is the cause in one line, details everything that was said. */
export class Refusal extends Error {
  constructor(status, text) {
    super(causeOf(text));
    this.status = status;
    this.details = text;
  }
}

/** The innermost cause of a Java stack trace without its class, or the first line. */
export function causeOf(text) {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('\tat ') && !/^<Exception on server|^End of exception/.test(line));
  const cause = lines.findLast(line => line.startsWith('Caused by: ')) ?? lines[0] ?? 'The cluster gave no reason.';
  return cause.replace(/^Caused by: /, '').replace(/^([\w$]+\.)+[\w$]*(Exception|Error): /, '');
}

export async function request(method, path, { body, signal } = {}) {
  const headers = {};
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, {
    method, headers, signal, body: body === undefined ? undefined : isForm ? body : JSON.stringify(body), cache: 'no-store',
  });
  const text = await response.text();
  if (!response.ok) throw new Refusal(response.status, errorText(text, response));
  return text === '' ? {} : JSON.parse(text);
}

function errorText(text, response) {
  try {
    return JSON.parse(text).errors.join('\n');
  } catch {
    return text || `${response.status} ${response.statusText}`;
  }
}

export const get = (path, signal) => request('GET', path, { signal });

/** Starts an operation that takes its time and asks until it has ended. */
export async function carryOut(path, body, statusPath, signal) {
  const trigger = await request('POST', path, { body });
  for (let wait = 50; ; wait = Math.min(wait * 1.5, 1000)) {
    const answer = await get(statusPath(trigger['request-id']), signal);
    if (answer.status.id === 'COMPLETED') {
      const failure = answer.operation?.['failure-cause'];
      if (failure) throw new Refusal(200, failure['stack-trace']);
      return answer.operation;
    }
    await sleep(wait, signal);
  }
}

export const session = signal => get('/savepointctl/v1/session', signal);

export const query = parameters =>
  new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined)).toString();

export const sleep = (milliseconds, signal) => new Promise((done, fail) => {
  const timer = setTimeout(done, milliseconds);
  signal?.addEventListener('abort', () => { clearTimeout(timer); fail(signal.reason); }, { once: true });
});

const pauseForWork = 10; // what takes long is asked less often, so that watching costs the cluster a tenth of its time at most

/** Runs an action now and again until the view is left; nothing is asked while nobody looks. */
export async function live(action, interval, signal) {
  while (!signal.aborted) {
    try {
      const started = performance.now();
      if (!document.hidden) await action();
      await sleep(Math.max(interval, (performance.now() - started) * pauseForWork), signal);
    } catch (fault) {
      if (signal.aborted) return;
      throw fault;
    }
  }
}
