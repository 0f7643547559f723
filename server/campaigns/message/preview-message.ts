import type { LocalizedText } from '@/flows/schema/language';
import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';
import type { AudienceMember } from '../audience/audience-member';
import { firstMembers } from '../audience/select-audience';
import type { CampaignPlan, CampaignVariant } from '../plan/campaign-plan';
import type { MessageWorld } from './message-world';
import { readMessageWorld } from './read-message-world';
import { type CampaignContent, fillWords, type MessageProblem, resolveContent, textFor } from './resolve-content';

export type PreviewRequest = {
  readonly plan: CampaignPlan;
  readonly channel: MessageWorld['channel'];
  /** The id of one of the plan's variants. */
  readonly variant: string;
  readonly language: string;
};

export type MessagePreview = {
  /** Of the people for whom it is. */
  readonly language: string;
  /** What they get, or what they would get with the samples of the template; null where the template can't be sent. */
  readonly content: CampaignContent | null;
  /** For whom it is shown: somebody of the audience; null where nobody in it speaks this language. */
  readonly person: { readonly contactId: string; readonly name: string | null } | null;
  /** Why this person would get nothing; null where they would get it. */
  readonly problem: { readonly code: MessageProblem; readonly path: string } | null;
};

const mostLookedAt = 50;

/** The message as somebody of the audience who speaks a language gets it: the first for whom everything in it is known. */
export async function previewMessage({
  plan,
  channel,
  variant: id,
  language,
}: PreviewRequest): Promise<MessagePreview> {
  const variant = requireVariant(plan, id);
  const world = await readMessageWorld(channel, Date.now());
  const wanted = { channel, language, limit: mostLookedAt };
  const members = plan.audience ? await firstMembers(getPool(), plan.audience, wanted) : [];
  for (const member of members) {
    const resolved = resolveContent(variant, member, world);
    if (resolved.ok) return { language, content: resolved.content, person: personOf(member), problem: null };
  }
  const [first] = members;
  const resolved = resolveContent(variant, first ?? somebody(language), world);
  const content = resolved.ok ? resolved.content : sampleContent(variant, language, world);
  // Of somebody who is not there nothing is known, which is no problem.
  const problem = resolved.ok || (!first && resolved.code === 'variable.empty') ? null : resolved;
  return {
    language,
    content,
    person: first ? personOf(first) : null,
    problem: problem && { code: problem.code, path: problem.path },
  };
}

/** The plan's variant with an id. Throws `request.invalid`. */
export function requireVariant({ variants }: CampaignPlan, id: string): CampaignVariant {
  const variant = variants.find((own) => own.id === id);
  if (!variant) throw new KnownError('request.invalid', 'The campaign has no such message.');
  return variant;
}

/** Somebody of whom no more is known than the language. */
export function somebody(language: string): AudienceMember {
  const unknown = { name: null, interest: null, slots: {}, columns: {} };
  return { cursor: '', contactId: '', language, timezone: 'Asia/Kolkata', ...unknown };
}

/** Each variable that can't be filled is its sample, as the template gives it to the review. */
function sampleContent(variant: CampaignVariant, language: string, world: MessageWorld): CampaignContent | null {
  const text = textFor(language, world.templates.get(variant.template)?.texts ?? []);
  if (!text?.content) return null;
  const { header, variables } = text.content;
  const fill = (words: LocalizedText | undefined) => fillWords(words, text.language, somebody(language), world);
  return {
    type: 'template',
    name: variant.template,
    language: text.language,
    variables: variables.map(({ name, sample }, index) => fill(variant.variables[index]) || sample || name),
    ...(header?.type === 'text' ? { header: { type: 'text', text: fill(variant.header) || header.sample } } : {}),
  };
}

function personOf({ contactId, name, slots }: AudienceMember): NonNullable<MessagePreview['person']> {
  return { contactId, name: typeof slots.name === 'string' ? slots.name : name };
}
