import type { Flow } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import { keepSameRows, type OutlineRow, outlineRows } from './outline-rows';
import { type Found, searchOutline } from './search-outline';

type View = Readonly<{ query: string; turned: ReadonlySet<string>; language: LanguageCode }>;
export type ShownRows = Readonly<{ rows: readonly OutlineRow[]; found: Found | null }>;

/** Reads a flow's rows again and again, and gives the very same rows while an edit changes none of them. */
export function createRowsReader(): (flow: Flow, view: View) => ShownRows {
  let shown: ShownRows = { rows: [], found: null };
  let seen: Readonly<{ flow: Flow; view: View }> | null = null;
  return (flow, view) => {
    if (seen?.flow === flow && isSame(seen.view, view)) return shown;
    seen = { flow, view };
    const found = searchOutline(flow, view.query, view.language);
    const rows = keepSameRows(shown.rows, outlineRows(flow, { turned: view.turned, found }));
    if (rows !== shown.rows || found !== null || shown.found !== null) shown = { rows, found };
    return shown;
  };
}

function isSame(one: View, other: View): boolean {
  return one.query === other.query && one.turned === other.turned && one.language === other.language;
}
