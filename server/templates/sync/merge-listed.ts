import { isDeepStrictEqual } from 'node:util';
import { fromComponents, type TemplateComponents, variablesOf } from '@/flows/templates/template-components';
import { nameLender } from '@/flows/templates/template-content';
import type { ListedTemplate } from '../../channels/whatsapp/templates-api';
import { knownReason, knownStatus, type StoredTemplate } from '../store';

/** What a sync writes: rows as they are to be, and those that WhatsApp has no more. */
export type Merge = Readonly<{ rows: readonly MergedRow[]; missing: readonly TemplateKey[] }>;

export type TemplateKey = Readonly<{ name: string; language: string }>;

export type MergedRow = TemplateKey &
  Readonly<{
    isNew: boolean;
    category: string;
    nextCategory: string | null;
    components: TemplateComponents;
    draft: unknown;
    status: string;
    statusReason: string | null;
    quality: string | null;
    metaId: string;
  }>;

type Sides = Readonly<{
  stored: readonly StoredTemplate[];
  listed: readonly ListedTemplate[];
  /** When the list was asked for: what changed here after that is newer than the list. */
  askedAt: Date;
  lenderName: string;
}>;

/**
 * WhatsApp's list and ours as one. WhatsApp is right about what it has; what somebody has written here and not submitted is
 * kept as a draft, whatever WhatsApp has.
 */
export function mergeListed({ stored, listed, askedAt, lenderName }: Sides): Merge {
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const seen = new Set(listed.map(keyOf));
  const isOlder = ({ updatedAt }: StoredTemplate) => updatedAt <= askedAt;
  return {
    rows: listed.flatMap((template) => {
      const row = known.get(keyOf(template));
      return row === undefined || isOlder(row) ? [mergeOne(template, row, lenderName)] : [];
    }),
    missing: stored
      .filter((row) => row.metaId !== null && row.status !== 'DELETED' && !seen.has(keyOf(row)) && isOlder(row))
      .map(({ name, language }) => ({ name, language })),
  };
}

function mergeOne(template: ListedTemplate, row: StoredTemplate | undefined, lenderName: string): MergedRow {
  const { name, language, category, correctCategory } = template;
  const components = keepNames(template.components, row?.components);
  return {
    name,
    language,
    isNew: row === undefined,
    category,
    nextCategory: correctCategory === category ? null : correctCategory,
    components,
    draft: row ? unsubmitted(row, components, lenderName) : null,
    status: knownStatus(template.status) ?? template.status,
    statusReason: knownReason(template.reason),
    quality: template.quality,
    metaId: template.id,
  };
}

/** WhatsApp knows numbers only: the names are ours, as long as there are as many. */
function keepNames(components: TemplateComponents, before: unknown): TemplateComponents {
  const old: readonly Readonly<Record<string, unknown>>[] = Array.isArray(before) ? before : [];
  const isNamed = variablesOf(components).length === variablesOf(before).length;
  return components.map((component) => {
    const variableNames = old.find(({ type }) => type === component.type)?.variableNames;
    return variableNames === undefined || !isNamed ? component : { ...component, variableNames };
  });
}

/** What is written here and is not what WhatsApp has. */
function unsubmitted(row: StoredTemplate, components: TemplateComponents, lenderName: string): unknown {
  const written = row.draft ?? (row.metaId === null ? row.components : null);
  if (written === null) return null;
  const content = fromComponents(written);
  const isSame = content && isDeepStrictEqual(nameLender(content, lenderName), fromComponents(components));
  return isSame ? null : written;
}

function keyOf({ name, language }: TemplateKey): string {
  return `${name}/${language}`;
}
