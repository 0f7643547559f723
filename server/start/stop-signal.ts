import { ancestorsOf, isRunning, type ProcessIdentity } from './process-identity';

/**
 * Aborts once when this process is asked to end: by Ctrl-C, by SIGTERM, or because the `npm start` around it is gone, which
 * does not hand every signal on. Later signals change nothing: what was begun is stopped in order.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  if (process.env.npm_lifecycle_event) abortWithout(npmProcesses(), stop);
  return stop.signal;
}

/** npm runs a script in a shell, which may replace itself by it: the processes above us up to npm itself. */
function npmProcesses(): readonly ProcessIdentity[] {
  const [parent, grandparent] = ancestorsOf(process.pid);
  if (!parent) return [];
  const isShell = /^(sh|dash|bash|ash|zsh|busybox)$/.test(parent.command);
  return isShell && grandparent ? [parent, grandparent] : [parent];
}

const lookEveryMs = 200;

function abortWithout(processes: readonly ProcessIdentity[], stop: AbortController): void {
  const watch = setInterval(() => {
    if (!processes.every(isRunning)) stop.abort();
  }, lookEveryMs);
  watch.unref();
}
