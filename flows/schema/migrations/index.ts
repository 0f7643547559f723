import type { JsonObject } from '../json';
import { from0 } from './from-0';

/** Makes a document of one version into one of the next. Total: what it does not understand it leaves for the schema. */
export type Migration = (document: JsonObject) => JsonObject;

/** By the version that it starts from. A new version of the schema adds one line, a letter and a pair in `testdata`. */
export const migrations: ReadonlyMap<number, Migration> = new Map([[0, from0]]);
