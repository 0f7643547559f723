import { fromComponents, hasNamedVariables } from '@/flows/templates/template-components';
import type { TemplateContent } from '@/flows/templates/template-content';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../errors';
import { lenderName } from './lender-name';
import { originalLanguage } from './original-of';
import { listTemplates, type StoredTemplate } from './store';
import { readSyncedAt } from './sync/store';
import { type TemplatesConnection, templatesConnection } from './templates-access';
import { selectTemplateUses, type TemplateUse } from './uses/store';

/** How one language of a template stands. */
export type TemplateStanding = Readonly<{
  language: string;
  status: string;
  statusReason: string | null;
  quality: string | null;
  /** Whether something is written that WhatsApp does not have. */
  hasDraft: boolean;
}>;

export type TemplateSummary = Readonly<{
  name: string;
  category: string;
  nextCategory: string | null;
  languages: readonly TemplateStanding[];
  uses: readonly TemplateUse[];
}>;

export type TemplateList = Readonly<{
  templates: readonly TemplateSummary[];
  connection: TemplatesConnection;
  /** When WhatsApp's list was last read, ISO UTC. */
  syncedAt: string | null;
}>;

/** Every template with the standing of its languages and where it is used. */
export async function readTemplateList(): Promise<TemplateList> {
  const [rows, uses, syncedAt] = await Promise.all([listTemplates(), selectTemplateUses(), readSyncedAt()]);
  const names = [...new Set(rows.map(({ name }) => name))];
  return {
    templates: names.map((name) =>
      summaryOf(
        rows.filter((row) => row.name === name),
        uses,
      ),
    ),
    connection: templatesConnection(),
    syncedAt,
  };
}

/** One language of a template, to be written. */
export type TemplateText = TemplateStanding &
  Readonly<{
    /** Null where it has parts that can't be written here; `source` shows them. */
    content: TemplateContent | null;
    source: unknown;
    revision: string;
    isAtWhatsApp: boolean;
    hasNamedVariables: boolean;
  }>;

export type TemplateView = Omit<TemplateSummary, 'languages'> &
  Readonly<{
    texts: readonly TemplateText[];
    /** The language that the others are translated from. */
    original: string;
    /** Languages that can be added. */
    otherLanguages: readonly string[];
    lenderName: string;
    connection: TemplatesConnection;
  }>;

/** One template with all that is written of it. Throws `record.notFound`. */
export async function readTemplateView(name: string): Promise<TemplateView> {
  const [rows, uses] = await Promise.all([listTemplates(name), selectTemplateUses()]);
  const original = originalLanguage(rows);
  if (original === undefined) throw new KnownError('record.notFound', 'There is no such template.');
  const { languages: _standings, ...summary } = summaryOf(rows, uses);
  return {
    ...summary,
    texts: rows.map(textOf),
    original,
    otherLanguages: Object.keys(languages).filter((code) => rows.every(({ language }) => language !== code)),
    lenderName: await lenderName(),
    connection: templatesConnection(),
  };
}

function summaryOf(rows: readonly StoredTemplate[], uses: readonly TemplateUse[]): TemplateSummary {
  const [first] = rows;
  const name = first?.name ?? '';
  return {
    name,
    category: first?.category ?? '',
    nextCategory: rows.find(({ nextCategory }) => nextCategory !== null)?.nextCategory ?? null,
    languages: rows.map(standingOf),
    uses: uses.filter((use) => use.name === name),
  };
}

function standingOf({ language, status, statusReason, quality, draft }: StoredTemplate): TemplateStanding {
  return { language, status, statusReason, quality, hasDraft: status === 'DRAFT' || draft !== null };
}

function textOf(row: StoredTemplate): TemplateText {
  const source = row.draft ?? row.components;
  return {
    ...standingOf(row),
    content: fromComponents(source) ?? null,
    source,
    revision: row.revision,
    isAtWhatsApp: row.metaId !== null && row.status !== 'DELETED',
    hasNamedVariables: hasNamedVariables(row.components),
  };
}
