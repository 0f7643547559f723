import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { roles } from '../../auth/actor';
import { emailAddress, personName } from '../../auth/links/link';
import { makeLink } from '../../auth/links/make-link';
import {
  deleteInvitation,
  deleteSecondFactor,
  disableUser,
  enableUser,
  insertInvitation,
  insertPasswordLink,
  selectInvitations,
  selectPeople,
  updatePerson,
  updateRole,
} from '../../auth/people/store';
import { signInSettings } from '../../auth/settings/sign-in-settings';
import { readSignInSettings, writeSignInSettings } from '../../auth/settings/store';
import { KnownError } from '../../errors';
import { routeHandovers } from '../../handovers/routing/route-handovers';
import { ownerProcedure, router } from '../procedures';

const person = z.object({ userId: z.string().min(1).max(64) });
const role = z.enum(roles);
const languages = z.array(languageCode).max(20);
const skills = z.array(z.string().trim().min(1).max(40)).max(20);
const MOST_OPEN = 500;

/** Who works here and what they may do. Owners only. */
export const peopleRouter = router({
  list: ownerProcedure.query(() => selectPeople()),

  /** Gives a link to hand on: there is no e-mail server. An earlier one to the same address opens nothing any more. */
  invite: ownerProcedure
    .input(z.object({ email: emailAddress, name: personName, role, languages: languages.default([]) }))
    .mutation(async ({ ctx, input }) => {
      const { link, kept } = makeLink({ kind: 'invitation', ...input, invitedBy: ctx.actor.id }, Date.now());
      await insertInvitation(ctx.actor, kept);
      return { link };
    }),

  invitations: ownerProcedure.query(() => selectInvitations(new Date())),

  withdrawInvitation: ownerProcedure
    .input(z.object({ id: z.string().regex(/^[0-9a-f]{64}$/, 'This is no invitation.') }))
    .mutation(async ({ ctx, input }) => {
      if (await deleteInvitation(ctx.actor, input.id)) return;
      throw new KnownError('record.notFound', 'This invitation was used or withdrawn already.');
    }),

  changeRole: ownerProcedure.input(person.extend({ role })).mutation(async ({ ctx, input }) => {
    const released = await updateRole(ctx.actor, input.userId, input.role, new Date());
    await routeHandovers(Date.now());
    return released;
  }),

  /** Says where their work went. */
  disable: ownerProcedure.input(person).mutation(async ({ ctx, input }) => {
    const released = await disableUser(ctx.actor, input.userId, new Date());
    await routeHandovers(Date.now());
    return released;
  }),

  enable: ownerProcedure.input(person).mutation(({ ctx, input }) => enableUser(ctx.actor, input.userId)),

  /** For somebody who lost their phone and their backup codes. */
  removeSecondFactor: ownerProcedure
    .input(person)
    .mutation(({ ctx, input }) => deleteSecondFactor(ctx.actor, input.userId)),

  settings: ownerProcedure.query(() => readSignInSettings()),

  saveSettings: ownerProcedure
    .input(signInSettings)
    .mutation(({ ctx, input }) => writeSignInSettings(ctx.actor, input)),

  /** Gives a link to hand on, by which they set a new password; all their sessions end then. */
  passwordLink: ownerProcedure.input(person).mutation(async ({ ctx, input }) => {
    const { userId } = input;
    const wanted = { kind: 'password', role: 'viewer', userId, invitedBy: ctx.actor.id } as const;
    const { link, kept } = makeLink(wanted, Date.now());
    await insertPasswordLink(ctx.actor, userId, kept);
    return { link };
  }),

  update: ownerProcedure
    .input(
      person.extend({
        languages: languages.optional(),
        skills: skills.optional(),
        mostOpen: z.int().min(1).max(MOST_OPEN).optional(),
        mayExport: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input: { userId, ...changes } }) => updatePerson(ctx.actor, userId, changes)),
});
