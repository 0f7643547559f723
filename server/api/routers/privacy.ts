import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { recordAudit } from '../../audit/store';
import { newestNamed, readNotices } from '../../consent/notices/read-notices';
import { insertNotice } from '../../consent/notices/store';
import { readConsents } from '../../consent/records/read-consents';
import { optOut, withdrawConsent } from '../../consent/records/withdraw-consent';
import { getEnv } from '../../env';
import { KnownError } from '../../errors';
import { requireVisible } from '../../leads/visibility/store';
import { eraseContact } from '../../privacy/erasures/erase-contact';
import { eraseReason, openReason } from '../../privacy/erasures/erasure';
import { openArchive, openArchivedFile } from '../../privacy/erasures/open-archive';
import { selectErasures } from '../../privacy/erasures/store';
import { defaultPrivacySettings, privacySettings } from '../../privacy/settings/privacy-settings';
import { readPrivacySettings, writePrivacySettings } from '../../privacy/settings/store';
import { readSealingState } from '../../sealing/reseal/reseal-columns';
import { officerProcedure, ownerProcedure, router } from '../procedures';

const PAGE = 50;
const contact = z.object({ contactId: z.uuid() });
const purpose = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'A purpose has small letters, digits and underscores.');
const opening = z.object({ erasureId: z.uuid(), reason: openReason });

/** What customers may ask for by law: their consents, what is kept of them, and to be forgotten. */
export const privacyRouter = router({
  settings: ownerProcedure.query(async () => ({
    settings: await readPrivacySettings(),
    defaults: defaultPrivacySettings,
  })),

  /** How far personal data is sealed with today's secret, and whether the one before may go. */
  sealing: ownerProcedure.query(async () => ({
    ...(await readSealingState()),
    hasPrevious: getEnv().VAARTA_PREVIOUS_SECRET !== undefined,
  })),

  saveSettings: ownerProcedure.input(privacySettings).mutation(async ({ ctx, input }) => {
    await writePrivacySettings(input);
    const subject = { type: 'settings', id: 'privacy' } as const;
    await recordAudit({ actor: ctx.actor, act: 'settings.changed', subject, detail: input });
  }),

  /** Forgets a contact. Says until when a sealed archive is kept; null: nothing is. */
  erase: ownerProcedure
    .input(contact.extend({ reason: eraseReason }))
    .mutation(({ ctx, input }) => eraseContact({ ...input, actor: ctx.actor }, Date.now())),

  /** The erasures, the newest first; `next` is given as `before` to read on. */
  erasures: ownerProcedure.input(z.object({ before: z.uuid().nullable() })).query(async ({ input }) => {
    const rows = await selectErasures(input.before, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  }),

  /** What a sealed archive holds, as JSON. A mutation, because it is written down. */
  openArchive: ownerProcedure.input(opening).mutation(({ ctx, input }) => openArchive({ ...input, actor: ctx.actor })),

  openArchivedFile: ownerProcedure
    .input(opening.extend({ fileId: z.uuid() }))
    .mutation(({ ctx, input }) => openArchivedFile({ ...input, actor: ctx.actor })),

  /** What customers are told before they agree, in all versions, and what published flows say. */
  notices: ownerProcedure.query(() => readNotices()),

  /** Adds the next version of a notice. */
  saveNotice: ownerProcedure
    .input(z.object({ purpose, language: languageCode, text: z.string().trim().min(1).max(4_000) }))
    .mutation(async ({ ctx, input }) => {
      const { purpose, language } = input;
      const after = await newestNamed(purpose);
      const version = await insertNotice({ ...input, authorId: ctx.actor.id, after });
      const subject = { type: 'settings', id: 'consentNotice' } as const;
      await recordAudit({ actor: ctx.actor, act: 'settings.changed', subject, detail: { purpose, language, version } });
      return { version };
    }),

  /** What a contact agreed to and took back, with what proves it. */
  consents: officerProcedure.input(contact).query(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    const consents = await readConsents(input.contactId);
    if (!consents) throw new KnownError('record.notFound', 'There is no such contact.');
    return consents;
  }),

  /** The contact told an officer that they take one consent back. */
  withdraw: officerProcedure.input(contact.extend({ purpose })).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    await withdrawConsent({ ...input, actor: ctx.actor }, Date.now());
  }),

  /** The contact told an officer that they want to hear nothing any more. */
  optOut: officerProcedure.input(contact).mutation(async ({ ctx, input }) => {
    await requireVisible(ctx.actor, input.contactId);
    await optOut({ ...input, actor: ctx.actor }, Date.now());
  }),
});
