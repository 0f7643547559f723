import { findMistake } from '../expressions/find-mistake';
import { formats } from '../expressions/formats';
import { parseExpression } from '../expressions/parse';
import { childrenOf, type Expression, type ParseError } from '../expressions/syntax';
import { compileTemplate } from '../expressions/template';
import type { Flow } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import type { CheckedState } from './checked-state';
import type { CheckedText } from './checked-text';

/** What is written in one condition, formula or text. Positions are UTF-16 offsets into `source`. */
export type SourceReading = Readonly<{
  source: string;
  /** The readable expressions: one, or one for each placeholder of a text. */
  expressions: readonly Expression[];
  mistakes: readonly ParseError[];
  unknownFormats: readonly Readonly<{ name: string; at: number }>[];
}>;

export type CheckedSource = SourceReading & Readonly<{ place: IssuePlace; kind: 'expression' | 'template' }>;

/** Reads every expression and every text with `{{ }}` of a flow; equal ones are read once. */
export function sourcesOf(flow: Flow, states: Iterable<CheckedState>, texts: readonly CheckedText[]): CheckedSource[] {
  const read = { expression: remembering(readExpression), template: remembering(readTemplate) };
  return [...expressionsOf(flow, states), ...templatesOf(texts)].map(({ place, kind, source }) => ({
    place,
    kind,
    ...read[kind](source),
  }));
}

type Source = Readonly<{ place: IssuePlace; kind: 'expression' | 'template'; source: string }>;

function expressionsOf(flow: Flow, states: Iterable<CheckedState>): Source[] {
  return [
    ...[...states].flatMap((state) => [...expressionsOfState(state), ...templatesOfCall(state)]),
    ...flow.transitions.flatMap(({ id, from, condition }) =>
      condition ? [{ place: { state: from, transition: id }, kind: 'expression' as const, source: condition }] : [],
    ),
    ...flow.rules.flatMap(({ id, condition }) =>
      condition ? [{ place: { rule: id, path: 'condition' }, kind: 'expression' as const, source: condition }] : [],
    ),
  ];
}

function expressionsOfState({ id, behaviour }: CheckedState): Source[] {
  return behaviour.expressions.map(({ path, expression }) => ({
    place: { state: id, path },
    kind: 'expression',
    source: expression,
  }));
}

/** What a call sends is filled like a text, but is in no language. */
function templatesOfCall({ id, state }: CheckedState): Source[] {
  if (state.type !== 'call') return [];
  const { url, headers, body } = state.data;
  const parts = [['url', url], ...Object.entries(headers).map(([name, value]) => [`headers.${name}`, value])];
  if (body !== undefined) parts.push(['body', body]);
  return parts.map(([path = '', source = '']) => ({ place: { state: id, path }, kind: 'template', source }));
}

function templatesOf(texts: readonly CheckedText[]): Source[] {
  return texts.flatMap(({ place, text }) =>
    Object.entries(text)
      .filter(([, source]) => source.includes('{{'))
      .map(([language, source]) => ({ place: { ...place, language }, kind: 'template' as const, source })),
  );
}

function readExpression(source: string): SourceReading {
  const parsed = parseExpression(source);
  if (!parsed.ok) return { source, expressions: [], mistakes: [parsed.error], unknownFormats: [] };
  return { source, expressions: [parsed.expression], ...mistakesIn(parsed.expression, 0) };
}

function readTemplate(source: string): SourceReading {
  const { parts } = compileTemplate(source);
  const expressions: Expression[] = [];
  const mistakes: ParseError[] = [];
  const unknownFormats: SourceReading['unknownFormats'][number][] = [];
  for (const part of parts) {
    if (part.type === 'text') continue;
    const start = source.indexOf(part.source, part.at + 2);
    const parsed = parseExpression(part.source);
    if (parsed.ok) {
      const found = mistakesIn(parsed.expression, start);
      expressions.push(parsed.expression);
      mistakes.push(...found.mistakes);
      unknownFormats.push(...found.unknownFormats);
    } else {
      mistakes.push({ message: parsed.error.message, at: start + parsed.error.at });
    }
    if (part === parts.at(-1) && !source.endsWith('}}') && !part.expression && isOpen(source, part.at)) {
      mistakes.push({ message: 'This "{{" is never closed with "}}".', at: part.at });
    }
  }
  return { source, expressions, mistakes, unknownFormats };
}

function isOpen(source: string, at: number): boolean {
  return !source.includes('}}', at);
}

function mistakesIn(expression: Expression, start: number): Pick<SourceReading, 'mistakes' | 'unknownFormats'> {
  const unknownFormats = nodesOf(expression).flatMap((node) =>
    node.type === 'format' && !formats.has(node.name) ? [{ name: node.name, at: start + node.at }] : [],
  );
  const mistake = findMistake(expression);
  const isReported = mistake === null || unknownFormats.some(({ at }) => at === start + mistake.at);
  return {
    mistakes: isReported ? [] : [{ message: mistake.message, at: start + mistake.at }],
    unknownFormats,
  };
}

/** An expression and everything in it. */
export function nodesOf(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(nodesOf)];
}

function remembering(read: (source: string) => SourceReading): (source: string) => SourceReading {
  const known = new Map<string, SourceReading>();
  return (source) => {
    const reading = known.get(source) ?? read(source);
    known.set(source, reading);
    return reading;
  };
}
