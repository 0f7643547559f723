import { expose } from 'comlink';
import { lintDocument } from './lint-document';

/** Reading a flow of a thousand states takes long enough to be felt while one types. */
const documentWorker = { lintDocument };
export type DocumentWorker = typeof documentWorker;

expose(documentWorker);
