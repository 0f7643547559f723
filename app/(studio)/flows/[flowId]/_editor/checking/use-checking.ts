'use client';

import { wrap } from 'comlink';
import { useEffect } from 'react';
import { useEditorStore } from '../editor-context';
import type { Checker } from './check.worker';

/** Checks begin when the draft has rested this long: nobody reads issues while typing. */
const REST_MS = 300;

/** Keeps the issues of the draft up to date, off the main thread. A check that was overtaken is not shown. */
export function useChecking(): void {
  const store = useEditorStore();
  useEffect(() => {
    const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    const checker = wrap<Checker>(worker);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = async (): Promise<void> => {
      const { flow, knownFlows } = store.getState();
      const issues = await checker.check(flow, knownFlows);
      if (store.getState().flow === flow) store.getState().setIssues(issues);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), REST_MS);
    };
    void check();
    const unsubscribe = store.subscribe(({ flow, knownFlows }, before) => {
      if (flow !== before.flow || knownFlows !== before.knownFlows) soon();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      worker.terminate();
    };
  }, [store]);
}
