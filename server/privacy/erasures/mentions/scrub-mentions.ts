import type { PoolClient } from 'pg';
import { isAbout, isCalled, type Traces, takeOut } from '../../contact-data/traces';
import type { Mention } from './mention';
import { deleteViews, selectAllScenarios, selectAllViews, selectFlowsWith, updateScenario } from './store';

/** How many were changed, and where an owner should look. */
export type Scrubbed = Readonly<{ counts: Readonly<Record<string, number>>; mentions: readonly Mention[] }>;

/**
 * Takes somebody out of what people of the studio wrote down. A view that looks for their number, user id or e-mail is
 * deleted: it finds nobody any more; in a recorded scenario these are replaced. A name alone may be somebody else's, and is
 * only pointed out; so is what stands in a flow, whose versions never change.
 */
export async function scrubMentions(client: PoolClient, traces: Traces): Promise<Scrubbed> {
  const views = (await selectAllViews(client)).map(({ id, name, query }) => ({
    id,
    text: `${name} ${decoded(query)}`,
  }));
  const gone = views.filter(({ text }) => isAbout(traces, text)).map(({ id }) => id);
  await deleteViews(client, gone);

  const scenarios = (await selectAllScenarios(client)).map((recorded) => ({
    ...recorded,
    text: `${recorded.name} ${JSON.stringify(recorded.document)}`,
  }));
  const changed = scenarios.filter(({ text }) => isAbout(traces, text));
  for (const { id, name, document } of changed) {
    await updateScenario(client, { id, name: takeOut(traces, name), document: withoutTraces(traces, document) });
  }
  const flows = (await selectFlowsWith(client, signsOf(traces))).filter(
    ({ text }) => isAbout(traces, text) || isCalled(traces, text),
  );
  const mentioning = (rows: readonly { readonly id: string; readonly text: string }[]) =>
    rows.filter(({ text }) => isCalled(traces, text)).map(({ id }) => id);
  return {
    counts: { views: gone.length, scenarios: changed.length },
    mentions: [
      ...mentioning(views.filter(({ id }) => !gone.includes(id))).map((id) => ({ kind: 'view' as const, id })),
      ...mentioning(scenarios).map((id) => ({ kind: 'scenario' as const, id })),
      ...[...new Set(flows.map(({ id }) => id))].map((id) => ({ kind: 'flow' as const, id })),
    ],
  };
}

/** What a text has in it that names them, however a name is spaced and a number is grouped. */
function signsOf({ digits, ids, name }: Traces): readonly string[] {
  const [longest] = (name ?? '').split(/\s+/).sort((one, other) => other.length - one.length);
  return [longest ?? '', digits.slice(-4), ...ids].filter((sign) => sign !== '');
}

function withoutTraces(traces: Traces, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTraces(traces, item));
  if (typeof value === 'number') return isAbout(traces, String(value)) ? takeOut(traces, String(value)) : value;
  if (typeof value === 'string') return takeOut(traces, value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, withoutTraces(traces, below)]));
}

/** An address as people would write it. */
function decoded(query: string): string {
  return [...new URLSearchParams(query)].flat().join(' ');
}
