import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';

/** The message that it answers visibly: the channel's id of it. */
const quotes = z.string().min(1).max(400).optional();

/** What an officer sends. */
export const officerContent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().trim().min(1, 'Write something.').max(4096, 'WhatsApp takes 4,096 characters.'), // text.body, Cloud API reference
    quotes,
  }),
  z.object({
    type: z.literal('template'),
    name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'This is no template.'),
    language: languageCode,
    variables: z.array(z.string().trim().min(1, 'Fill every gap of the template.').max(1024)).max(20),
  }),
  z.object({
    type: z.literal('media'),
    fileId: z.uuid('This is no file.'),
    caption: z.string().trim().max(1024, 'The caption is too long.').optional(), // caption, Cloud API reference
    quotes,
  }),
]);
export type OfficerContent = Readonly<z.infer<typeof officerContent>>;
