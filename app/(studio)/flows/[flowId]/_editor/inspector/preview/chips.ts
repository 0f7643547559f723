import { subjectOf } from '@/flows/expressions/evaluate';
import { printExpression } from '@/flows/expressions/print';
import type { Expression } from '@/flows/expressions/syntax';
import { compileTemplate, type TemplatePart } from '@/flows/expressions/template';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';

/** Signs of no language, around the name of what a placeholder will show: a preview draws what stands between as a chip. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A text as it will be sent, with a chip where its value is known only then. */
export function fillWithChips(text: string): string {
  if (!text.includes('{{')) return text;
  return compileTemplate(text)
    .parts.map((part) => (part.type === 'text' ? part.text : `${OPEN}${chipName(part)}${CLOSE}`))
    .join('');
}

export type ChipPiece = Readonly<{ type: 'text' | 'chip'; text: string }>;

/** Plain text and chips in turn. A chip that was cut off by a limit is one still. */
export function splitChips(text: string): readonly ChipPiece[] {
  return text
    .split(/(\uE000[^\uE000\uE001]*\uE001?)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(OPEN) ? { type: 'chip', text: withoutChips(piece) } : { type: 'text', text: piece },
    );
}

/** The text with its chips as plain words: "‹property value›". */
export function chipsInWords(text: string): string {
  return text.replaceAll(OPEN, '‹').replaceAll(CLOSE, '›');
}

function withoutChips(piece: string): string {
  return piece.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

function chipName({ expression, source }: Extract<TemplatePart, { type: 'placeholder' }>): string {
  return expression ? nameOf(expression) : source;
}

/** What the value is of; a sum or a function is named as it is written. */
function nameOf(expression: Expression): string {
  if (expression.type === 'name') return nameOfSlot(expression.name.replace(/^(facts|turn)\./, ''));
  if (expression.type === 'format' && subjectOf(expression) !== undefined) return nameOf(expression.subject);
  if (expression.type === 'literal') return String(expression.value);
  const written = printExpression(expression);
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}

const LONGEST = 40;
