import { type CompiledTemplate, compileTemplate } from '@/flows/expressions/template';
import type { LocalizedText } from '@/flows/schema/language';
import type { OutgoingContent, TemplateHeader } from '@/flows/schema/message';
import { namesIn, type TemplateContent } from '@/flows/templates/template-content';
import type { AudienceMember } from '../audience/audience-member';
import type { CampaignVariant } from '../plan/campaign-plan';
import { memberScope } from './member-scope';
import type { MessageWorld, SendableText } from './message-world';

/** Why somebody can't be sent a message of a campaign; stable codes. */
export type MessageProblem =
  | 'template.missing'
  | 'template.notApproved'
  | 'template.unsupported'
  | 'variable.missing'
  | 'variable.empty';

export type CampaignContent = Extract<OutgoingContent, { type: 'template' }>;

export type ResolvedContent =
  | {
      readonly ok: true;
      /** With every variable filled; its language is the one it is said in. */
      readonly content: CampaignContent;
      readonly language: string;
    }
  | {
      readonly ok: false;
      readonly code: MessageProblem;
      /** The part of the variant: `variables.1`, `header`, or empty. */
      readonly path: string;
    };

/**
 * The message of a variant to one person: in their language where the template may be sent in it, else in English, else in
 * any. A variable that names what is not known of them is a problem, unless it says what to write then: `| default("…")`.
 */
export function resolveContent(variant: CampaignVariant, member: AudienceMember, world: MessageWorld): ResolvedContent {
  const template = world.templates.get(variant.template);
  if (!template) return problem('template.missing');
  const text = textFor(member.language, template.texts);
  if (!text) return problem('template.notApproved');
  if (!text.content) return problem('template.unsupported');
  const { language } = text;
  const fill = (words: LocalizedText | undefined) => fillWords(words, language, member, world);
  const header = filledHeader(text.content, fill(variant.header));
  if (header === 'empty') return problem(variant.header ? 'variable.empty' : 'variable.missing', 'header');
  const variables: string[] = [];
  for (const index of text.content.variables.keys()) {
    const words = variant.variables[index];
    const value = fill(words);
    if (value === '') return problem(isWritten(words) ? 'variable.empty' : 'variable.missing', `variables.${index}`);
    variables.push(value);
  }
  const content: CampaignContent = { type: 'template', name: variant.template, language, variables };
  return { ok: true, language, content: header ? { ...content, header } : content };
}

/** The text of a template that somebody who speaks `language` gets; undefined where it may not be sent in any. */
export function textFor(language: string, texts: readonly SendableText[]): SendableText | undefined {
  const like = (code: string) => texts.find((text) => text.language === code);
  return like(language) ?? like('en') ?? texts[0];
}

/** What is to be written at a place of the message, in a language or else in one that there is. */
export function wordsFor(text: LocalizedText | undefined, language: string): string {
  return text?.[language] || text?.en || Object.values(text ?? {}).find((other) => other !== '') || '';
}

function problem(code: MessageProblem, path = ''): ResolvedContent {
  return { ok: false, code, path };
}

function isWritten(text: LocalizedText | undefined): boolean {
  return wordsFor(text, 'en').trim() !== '';
}

/** Undefined where the template has no place for it. */
function filledHeader({ header }: TemplateContent, value: string): TemplateHeader | 'empty' | undefined {
  if (header === null || (header.type === 'text' && namesIn(header.text).length === 0)) return undefined;
  if (value === '') return 'empty';
  return header.type === 'text' ? { type: 'text', text: value } : { type: header.type, url: value };
}

/** What a place of the message says to one person: one line, since WhatsApp takes no other; empty where something in it is not known. */
export function fillWords(
  text: LocalizedText | undefined,
  language: string,
  member: AudienceMember,
  { facts, packs, nowMs }: MessageWorld,
): string {
  const source = wordsFor(text, language);
  if (!source.includes('{{')) return oneLine(source);
  const { timezone } = member;
  const env = { language, defaultLanguage: 'en', timezone, nowMs, packs, facts };
  const rendered = compiled(source).render(memberScope(member), env);
  return rendered.issues.some(({ code }) => code !== 'expression.wrong_type') ? '' : oneLine(rendered.text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Bounded, since a plan is edited and each edit brings new texts. */
const mostCompiled = 500;
const compiledTexts = new Map<string, CompiledTemplate>();

function compiled(source: string): CompiledTemplate {
  const known = compiledTexts.get(source);
  if (known) return known;
  if (compiledTexts.size >= mostCompiled) compiledTexts.clear();
  const template = compileTemplate(source);
  compiledTexts.set(source, template);
  return template;
}
