import { releaseProxy, wrap } from 'comlink';
import type { DocumentWorker } from './document.worker';
import type { DocumentProblem } from './lint-document';

export type DocumentLinter = Readonly<{
  lint: (text: string, flowId: string) => Promise<readonly DocumentProblem[]>;
  close: () => void;
}>;

/** Starts a worker that finds what is wrong with the text of a flow. */
export function openLinter(): DocumentLinter {
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<DocumentWorker>(worker);
  return {
    lint: (text, flowId) => remote.lintDocument(text, flowId),
    close: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
