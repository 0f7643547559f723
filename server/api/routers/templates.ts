import { z } from 'zod';
import { templateCategory, templateContent } from '@/flows/templates/template-content';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../../errors';
import { readTemplateList, readTemplateView } from '../../templates/read-templates';
import { removeTemplate } from '../../templates/remove-template';
import { submitTemplate } from '../../templates/submit-template';
import { syncTemplates } from '../../templates/sync/sync-templates';
import { templatesAccess, templatesConnection } from '../../templates/templates-access';
import { uploadHeaderSample } from '../../templates/upload-header-sample';
import {
  addTemplateLanguage,
  createTemplateDraft,
  duplicateTemplate,
  saveTemplateDraft,
} from '../../templates/write-templates';
import { officerProcedure, ownerProcedure, router } from '../procedures';

const name = z.string().max(512);
const knownName = z.string().min(1).max(512);
/** As WhatsApp writes it: "kn", "en", "en_US". */
const language = z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, 'This is no language of WhatsApp.');
const writtenCategory = templateCategory.exclude(['AUTHENTICATION']);

/** What WhatsApp lets us send after 24 hours of silence: written, submitted and followed here. */
export const templatesRouter = router({
  list: officerProcedure.query(() => readTemplateList()),

  get: officerProcedure.input(z.object({ name: knownName })).query(({ input }) => readTemplateView(input.name)),

  create: ownerProcedure
    .input(z.object({ name, category: writtenCategory }))
    .mutation(({ input }) => createTemplateDraft(input.name, input.category)),

  addLanguage: ownerProcedure
    .input(
      z.object({
        name: knownName,
        language: language.refine((code) => Object.hasOwn(languages, code), 'This language is not spoken here.'),
      }),
    )
    .mutation(({ input }) => addTemplateLanguage(input.name, input.language)),

  duplicate: ownerProcedure
    .input(z.object({ name: knownName, as: name }))
    .mutation(({ input }) => duplicateTemplate(input.name, input.as)),

  save: ownerProcedure
    .input(
      z.object({
        name: knownName,
        language,
        category: templateCategory,
        content: templateContent,
        revision: z.string().max(64),
      }),
    )
    .mutation(({ input }) => saveTemplateDraft(input)),

  /** A file for the review, at most about 12 MB; the handle goes into the header. */
  uploadSample: ownerProcedure
    .input(
      z.object({
        kind: z.enum(['image', 'video', 'document']),
        filename: z.string().min(1).max(240),
        base64: z.base64().max(16 * 1024 * 1024, 'The sample is too large. Take a smaller one.'),
      }),
    )
    .mutation(({ input }) => uploadHeaderSample(requireAccess(), input)),

  /** What WhatsApp refuses is an answer, not an error: the draft is kept. */
  submit: ownerProcedure
    .input(z.object({ name: knownName, language }))
    .mutation(({ input }) => submitTemplate(requireAccess(), input.name, input.language)),

  sync: ownerProcedure.mutation(() => syncTemplates(requireAccess())),

  remove: ownerProcedure
    .input(z.object({ name: knownName, language: language.nullable(), confirm: name }))
    .mutation(({ input }) => removeTemplate(input)),
});

function requireAccess() {
  const access = templatesAccess();
  if (access) return access;
  const missing =
    templatesConnection() === 'withoutWhatsApp'
      ? 'WhatsApp is not connected. Put its access token, app secret, verify token and phone number id into .env first.'
      : 'Put WHATSAPP_BUSINESS_ACCOUNT_ID into .env and start again; drafts are kept meanwhile.';
  throw new KnownError('channel.notConfigured', missing);
}
