import { z } from 'zod';
import { auditActs } from '../../audit/audit-entry';
import { selectAuditRows } from '../../audit/list/store';
import { verifyAudit } from '../../audit/verify/store';
import { ownerProcedure, router } from '../procedures';

const moment = z.iso.datetime({ offset: true });

/** What was done here that must be answered for. Owners only. */
export const auditRouter = router({
  list: ownerProcedure
    .input(
      z.object({
        search: z.string().trim().max(100).nullable(),
        act: z.enum(auditActs).nullable(),
        actorId: z.string().max(64).nullable(),
        from: moment.nullable(),
        until: moment.nullable(),
        before: z
          .string()
          .regex(/^\d{1,18}$/, 'This is no row.')
          .nullable(),
      }),
    )
    .query(({ input }) => selectAuditRows({ ...input, search: input.search || null })),

  /** Seals every row again. It is asked for by a button: a mutation, so that no screen does it by itself. */
  verify: ownerProcedure.mutation(() => verifyAudit()),
});
