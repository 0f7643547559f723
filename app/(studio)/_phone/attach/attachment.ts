import type { Sendable } from '../sendable';
import type { PickedFile } from './picked-file';

/** What is sent without being typed: a file, or something like a place. */
export type Attachment =
  | Readonly<{ type: 'file'; picked: PickedFile }>
  | Readonly<{ type: 'content'; content: Sendable }>;
