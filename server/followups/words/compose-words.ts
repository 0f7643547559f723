import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { OutgoingContent } from '@/flows/schema/message';
import type { FollowUpSettings, PlanReason } from '../settings/follow-up-settings';
import { knownFacts, type WordsWorld } from './known-facts';
import { scriptedWords } from './scripted-words';
import { type FollowUpTemplate, templateWords } from './template-words';

/** Whom a follow-up speaks to, and about what. */
export type Addressee = {
  readonly reason: PlanReason;
  /** An officer's own words. */
  readonly text: string | null;
  readonly name: string | null;
  readonly language: string;
  readonly timezone: string;
  /** The session's state and the lead's facts, unread. */
  readonly state: unknown;
  readonly leadFacts: unknown;
};

export type WordsParts = Pick<WordsWorld, 'packs' | 'facts'> & {
  readonly settings: FollowUpSettings;
  /** The languages of the template that the settings name. */
  readonly templates: readonly FollowUpTemplate[];
};

export type Words =
  | {
      readonly ok: true;
      readonly content: OutgoingContent;
      readonly payload: ChannelPayload;
      readonly language: string;
      /** Marketing needs a consent of its own. */
      readonly kind: 'answer' | 'marketing';
      /** As the customer reads it. */
      readonly text: string;
    }
  | { readonly ok: false; readonly code: 'template.missing' | 'template.unfit' };

/**
 * What a follow-up says: within the 24 hours an officer's words, or `drafted` ones, or those of the language; after them the
 * template.
 */
export function composeWords(
  to: Addressee,
  window: 'open' | 'closed',
  parts: WordsParts,
  nowMs: number,
  drafted: string | null = null,
): Words {
  const { packs, facts, templates } = parts;
  const known = knownFacts(to.state, to.leadFacts, to.name);
  const world = { packs, facts, timezone: to.timezone, nowMs };
  if (window === 'closed') {
    const template = templateWords(templates, known, to.language, world);
    return template.ok ? { ...template, kind: template.isMarketing ? 'marketing' : 'answer' } : template;
  }
  const text = to.text ?? drafted ?? scriptedWords(to.reason, known, to.language, world);
  const content: OutgoingContent = { type: 'text', text };
  const [payload] = renderMessages(content);
  if (!payload) throw new Error('A text with words always makes a message.');
  return { ok: true, content, payload, language: to.language, kind: 'answer', text };
}
