import { compileTemplate } from '@/flows/expressions/template';
import type { LocalizedText } from '@/flows/schema/language';
import { namesIn, type TemplateContent } from '@/flows/templates/template-content';
import { columnPrefix } from '../message/member-scope';
import type { MessageWorld } from '../message/message-world';
import type { CampaignVariant } from './campaign-plan';
import { type PlanIssue, planError } from './plan-issue';

/** What a message may name beside the columns of a file. */
export type KnownNames = {
  readonly names: ReadonlySet<string>;
  /** Null where the people come from no file. */
  readonly columns: ReadonlySet<string> | null;
};

/** What keeps the versions of a message from being sent. */
export function checkMessage(
  variants: readonly CampaignVariant[],
  world: MessageWorld,
  known: KnownNames,
): readonly PlanIssue[] {
  if (variants.length === 0) return [planError('message.missing', 'variants')];
  const sum = variants.reduce((total, { share }) => total + share, 0);
  const isTwice = new Set(variants.map(({ id }) => id)).size < variants.length;
  return [
    ...(sum === 100 ? [] : [planError('shares.notHundred', 'variants', { sum })]),
    ...(isTwice ? [planError('variant.duplicate', 'variants')] : []),
    ...variants.flatMap((variant, index) => checkVariant(variant, `variants.${index}`, world, known)),
  ];
}

function checkVariant(
  variant: CampaignVariant,
  path: string,
  world: MessageWorld,
  known: KnownNames,
): readonly PlanIssue[] {
  const template = world.templates.get(variant.template);
  const about = (code: 'template.missing' | 'template.notApproved' | 'template.unsupported') => [
    planError(code, `${path}.template`, { template: variant.template }),
  ];
  if (!template) return about('template.missing');
  const [first] = template.texts;
  if (!first) return about('template.notApproved');
  const { content } = first;
  if (!content || template.texts.some((text) => text.content === null)) return about('template.unsupported');
  return [
    ...checkHeader(variant.header, content, `${path}.header`, known),
    ...content.variables.flatMap(({ name }, index) => {
      const text = variant.variables[index];
      const at = `${path}.variables.${index}`;
      return isWritten(text) ? checkText(text, at, known) : [planError('variable.missing', at, { variable: name })];
    }),
  ];
}

function checkHeader(
  text: LocalizedText | undefined,
  { header }: TemplateContent,
  path: string,
  known: KnownNames,
): readonly PlanIssue[] {
  if (header === null || (header.type === 'text' && namesIn(header.text).length === 0)) return [];
  if (!isWritten(text)) return [planError('header.missing', path, { kind: header.type })];
  const issues = checkText(text, path, known);
  if (issues.length > 0 || header.type === 'text') return issues;
  const isAddress = writtenIn(text).every((source) => source.includes('{{') || /^https:\/\/\S+$/.test(source.trim()));
  return isAddress ? [] : [planError('header.notAddress', path)];
}

function checkText(text: LocalizedText | undefined, path: string, known: KnownNames): readonly PlanIssue[] {
  return writtenIn(text).flatMap((source) => {
    const { errors, names } = compileTemplate(source);
    if (errors[0]) return [planError('variable.broken', path, { problem: errors[0].message })];
    const strange = names.filter((name) => !isKnown(name, known));
    return strange.map((name) => planError('variable.unknownName', path, { name }));
  });
}

function isKnown(name: string, { names, columns }: KnownNames): boolean {
  if (!name.startsWith(columnPrefix)) return names.has(name);
  return columns?.has(name.slice(columnPrefix.length)) ?? false;
}

function isWritten(text: LocalizedText | undefined): boolean {
  return writtenIn(text).length > 0;
}

function writtenIn(text: LocalizedText | undefined): readonly string[] {
  return Object.values(text ?? {}).filter((words) => words.trim() !== '');
}
