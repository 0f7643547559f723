import { nodesOf } from '../../check/checked-source';
import { parseExpression } from '../../expressions/parse';
import type { Expression } from '../../expressions/syntax';
import { compileTemplate } from '../../expressions/template';
import { fingerprint } from '../../schema/fingerprint';
import { type Flow, fingerprintOf } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { changeInside } from './change-inside';
import { insideOf, jsonAt, withJsonAt } from './json-at';

/** A condition, formula or text of a flow, and everything in its expressions with where it begins in the source. */
export type SourceAt = Readonly<{ source: string; nodes: readonly Readonly<{ node: Expression; at: number }>[] }>;

/** What is written at the place of an issue about an expression; null where no source stands. */
export function sourceAt(flow: Flow, place: IssuePlace): SourceAt | null {
  const source = readSource(flow, place);
  if (source === null) return null;
  return { source, nodes: isTemplate(flow, place) ? nodesOfTemplate(source) : nodesOfExpression(source, 0) };
}

/** Writes `replacement` where `written` stands in the source at a place. The other texts and conditions stay. */
export function replaceInSource(
  flow: Flow,
  place: IssuePlace,
  { at, written, replacement }: Readonly<{ at: number; written: string; replacement: string }>,
): Flow {
  const source = readSource(flow, place);
  if (source === null || !source.startsWith(written, at)) return flow;
  return writeSource(flow, place, source.slice(0, at) + replacement + source.slice(at + written.length));
}

function readSource(flow: Flow, place: IssuePlace): string | null {
  const found =
    place.transition === undefined
      ? jsonAt(insideOf(flow, place), pathOf(place))
      : flow.transitions.find(({ id }) => id === place.transition)?.condition;
  return typeof found === 'string' ? found : null;
}

function writeSource(flow: Flow, place: IssuePlace, source: string): Flow {
  const { transition } = place;
  if (transition === undefined) {
    const written = changeInside(flow, place, (inside) => withJsonAt(inside, pathOf(place), source));
    return place.language === flow.defaultLanguage ? stillTranslated(flow, written, place, source) : written;
  }
  return {
    ...flow,
    transitions: flow.transitions.map((way) => (way.id === transition ? { ...way, condition: source } : way)),
  };
}

/** A corrected name or format says nothing new: translations that fitted the text before still do. */
function stillTranslated(before: Flow, written: Flow, place: IssuePlace, source: string): Flow {
  const key = `${place.rule === undefined ? place.state : `rule:${place.rule}`}/${place.path}`;
  const record = written.translatedFrom[key];
  if (record === undefined) return written;
  const [old, current] = [fingerprint(readSource(before, place) ?? ''), fingerprint(source)];
  const renewed = Object.entries(record).map(([language, from]) => {
    if (fingerprintOf(from) !== old) return [language, from] as const;
    return [language, typeof from === 'string' ? current : { ...from, fingerprint: current }] as const;
  });
  return { ...written, translatedFrom: { ...written.translatedFrom, [key]: Object.fromEntries(renewed) } };
}

function pathOf({ path = '', language }: IssuePlace): string[] {
  return [...path.split('.'), ...(language === undefined ? [] : [language])];
}

/** Texts, and what a call sends, are filled; everything else is an expression as a whole. */
function isTemplate(flow: Flow, { state, transition, language }: IssuePlace): boolean {
  if (transition !== undefined) return false;
  return language !== undefined || flow.states.find(({ id }) => id === state)?.type === 'call';
}

function nodesOfTemplate(source: string): SourceAt['nodes'] {
  return compileTemplate(source).parts.flatMap((part) =>
    part.type === 'text' ? [] : nodesOfExpression(part.source, source.indexOf(part.source, part.at + 2)),
  );
}

function nodesOfExpression(source: string, start: number): SourceAt['nodes'] {
  const parsed = parseExpression(source);
  return parsed.ok ? nodesOf(parsed.expression).map((node) => ({ node, at: start + node.at })) : [];
}
