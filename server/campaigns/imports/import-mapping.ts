import { z } from 'zod';
import { slotName } from '@/flows/schema/slots';

const tag = z.string().trim().min(1).max(40);

/** What a column of a file is. Each can be named in a message as `column.…`, whatever else it is. */
export const columnMeaning = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('phone') }),
  z.strictObject({ as: z.literal('name') }),
  z.strictObject({ as: z.literal('language') }),
  z.strictObject({ as: z.literal('tags') }),
  z.strictObject({ as: z.literal('slot'), slot: slotName }),
  z.strictObject({ as: z.literal('column') }),
]);
export type ColumnMeaning = Readonly<z.infer<typeof columnMeaning>>;

/** What the columns of a file are, in their order: exactly one holds the phone number. */
export const importMapping = z.strictObject({
  columns: z
    .array(columnMeaning)
    .max(60)
    .refine(
      (columns) => columns.filter(({ as }) => as === 'phone').length === 1,
      'Say which column is the phone number.',
    )
    .refine((columns) => ['name', 'language'].every((as) => columns.filter((own) => own.as === as).length <= 1), {
      error: 'Only one column can be the name, and only one the language.',
    })
    .refine((columns) => {
      const slots = columns.flatMap((column) => (column.as === 'slot' ? [column.slot] : []));
      return new Set(slots).size === slots.length;
    }, 'Two columns fill the same field.'),
  /** Whose numbers have no country code: ISO 3166, two letters. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'A country is two capital letters.')
    .default('IN'),
  /** What everybody in the file is tagged with. */
  tags: z.array(tag).max(20).default([]),
});
export type ImportMapping = Readonly<z.infer<typeof importMapping>>;

/** How these people agreed to be written to, as the lender says it: kept with each of them. */
export const importProof = z.object({
  /** "Application form at the branch", "Checkbox on our website". */
  how: z.string().trim().min(3, 'Say how they agreed.').max(300),
  /** The day on which the last of them had agreed. */
  agreedOn: z.iso.date(),
});
/** With who says so. */
export type ImportProof = Readonly<z.infer<typeof importProof>> & { readonly author: string };

/** The words that are kept with each person. */
export function proofText({ how, agreedOn, author }: ImportProof, filename: string): string {
  return `${how}; agreed by ${agreedOn}; entered by ${author} from ${filename}`;
}
