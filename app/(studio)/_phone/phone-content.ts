import type { PhoneMessage } from '@/flows/rendering/phone-message';
import type { IncomingContent, IncomingMediaKind, Transcript } from '@/flows/schema/message';

/** What is known of a customer's file. */
export type PhoneFile = Readonly<{
  /** Where it can be opened for some minutes; null while it is not stored, or never will be. */
  url: string | null;
  byteSize: number | null;
  durationMs: number | null;
  status: 'waiting' | 'stored' | 'failed';
  transcriptStatus: 'none' | 'waiting' | 'heard' | 'unheard';
  problemCode: string | null;
}>;

/** A file of the customer; `file` is null while it is on its way to us. */
export type ReceivedFile = Readonly<{
  type: 'file';
  kind: IncomingMediaKind;
  file: PhoneFile | null;
  filename: string | null;
  caption: string | null;
  transcript: Transcript | null;
}>;

/** What a customer sent and what is more than words; `unsupported` is a kind of message that can't be read yet. */
export type ReceivedContent =
  | ReceivedFile
  | Extract<IncomingContent, { type: 'location' | 'contacts' | 'form' | 'order' | 'unsupported' }>;

/** What stands in a bubble. */
export type PhoneContent = PhoneMessage | ReceivedContent;
