import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { recorded } from '../../audit/recorded';
import { selectSegmentValues } from '../../campaigns/audience/store';
import { viewSegment } from '../../campaigns/audience/view-segment';
import { applyImport } from '../../campaigns/imports/apply-import';
import { dryRun } from '../../campaigns/imports/dry-run';
import { importMapping, importProof } from '../../campaigns/imports/import-mapping';
import { listImports } from '../../campaigns/imports/store';
import { listProblemRows, problemRowsCsv, viewImport } from '../../campaigns/imports/view-import';
import { previewMessage } from '../../campaigns/message/preview-message';
import { testSend } from '../../campaigns/message/test-send';
import { campaignPlan } from '../../campaigns/plan/campaign-plan';
import { checkPlan } from '../../campaigns/plan/check-plan';
import { segmentFilter } from '../../campaigns/plan/segment-filter';
import { channelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { ownerProcedure, router } from '../procedures';

const file = z.object({ importId: z.uuid('This is no file that was brought in.') });
const channel = z.object({ channel: channelId });
const draft = channel.extend({ plan: campaignPlan });
const message = draft.extend({ variant: z.string().max(1), language: languageCode });

/** Who gets a campaign, and what it says to them: files of people, segments, previews and estimates. */
export const audienceRouter = router({
  /** The newest files. One is brought in with a POST to /api/imports. */
  imports: ownerProcedure.input(channel).query(async ({ input }) => {
    const files = await listImports(input.channel);
    return files.map(({ id, filename, rowCount, createdAt, appliedAt }) => ({
      id,
      filename,
      rowCount,
      createdAt,
      appliedAt,
    }));
  }),

  import: ownerProcedure.input(file).query(({ input }) => viewImport(input.importId)),

  /** Changes no contact: it says what an import would do, and marks the rows that are wrong. */
  dryRun: ownerProcedure
    .input(file.extend({ mapping: importMapping }))
    .mutation(({ input }) => dryRun(input.importId, input.mapping)),

  badRows: ownerProcedure
    .input(file.extend({ after: z.int().min(0).default(0) }))
    .query(({ input }) => listProblemRows(input.importId, input.after)),

  badRowsCsv: ownerProcedure
    .input(file)
    .query(({ ctx, input }) =>
      recorded(ctx.actor, { act: 'people.exported', subject: null, detail: { list: input.importId } }, () =>
        problemRowsCsv(input.importId),
      ),
    ),

  applyImport: ownerProcedure
    .input(file.extend({ mapping: importMapping, proof: importProof.nullable() }))
    .mutation(({ ctx, input: { importId, mapping, proof } }) =>
      applyImport(importId, mapping, proof && { ...proof, author: ctx.actor.name }),
    ),

  segment: ownerProcedure
    .input(channel.extend({ filter: segmentFilter }))
    .query(({ input }) => viewSegment(input.filter, input.channel)),

  segmentChoices: ownerProcedure.input(channel).query(({ input }) => selectSegmentValues(getPool(), input.channel)),

  check: ownerProcedure.input(draft).query(({ input }) => checkPlan(input.plan, input.channel, Date.now())),

  preview: ownerProcedure.input(message).query(({ input }) => previewMessage(input)),

  testSend: ownerProcedure
    .input(
      z.union([
        message.extend({ contactId: z.uuid('This is no contact.') }),
        message.extend({ phone: z.string().max(40) }),
      ]),
    )
    .mutation(({ input }) => testSend(input, Date.now())),
});
