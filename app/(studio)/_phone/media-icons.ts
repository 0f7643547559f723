import { FileAudio, FileText, Image, type LucideIcon, Mic, Sticker, Video } from 'lucide-react';
import type { IncomingMediaKind } from '@/flows/schema/message';

/** The sign of each kind of file. */
export const mediaIcons = {
  image: Image,
  video: Video,
  audio: FileAudio,
  voice: Mic,
  document: FileText,
  sticker: Sticker,
} as const satisfies Record<IncomingMediaKind, LucideIcon>;
