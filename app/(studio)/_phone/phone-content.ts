import type { PhoneMessage } from '@/flows/rendering/phone-message';
import type { IncomingContent, IncomingMediaKind, Transcript } from '@/flows/schema/message';
import type { FileView } from '@/server/conversation/conversation-view';

/** What is known of a customer's file. */
export type PhoneFile = Pick<
  FileView,
  'url' | 'byteSize' | 'durationMs' | 'status' | 'transcriptStatus' | 'problemCode'
>;

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
