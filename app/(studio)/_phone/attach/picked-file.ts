import type { IncomingMediaKind } from '@/flows/schema/message';

/** A file that was chosen or recorded, and as what it is to be sent. */
export type PickedFile = Readonly<{ kind: Exclude<IncomingMediaKind, 'sticker'>; file: File }>;

const megabyte = 1024 * 1024;
const mostMegabytes = { voice: 16, audio: 16, image: 20, video: 20, document: 20 } as const satisfies Record<
  PickedFile['kind'],
  number
>;

export type FileProblem = Readonly<{ code: 'file.empty' }> | Readonly<{ code: 'file.tooLarge'; megabytes: number }>;

/** Why a file can't be sent from here, known before a byte of it leaves; undefined when it can. */
export function problemOfFile({ kind, file }: PickedFile): FileProblem | undefined {
  if (file.size === 0) return { code: 'file.empty' };
  const megabytes = mostMegabytes[kind];
  return file.size > megabytes * megabyte ? { code: 'file.tooLarge', megabytes } : undefined;
}
