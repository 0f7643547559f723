import type { PauseReason } from '../store';
import type { TemplateState } from './store';

type Named = { readonly name: string; readonly language: string };

/**
 * Why a template may not be sent now, undefined when it may: WhatsApp has stopped it in this language, and it has no other
 * text in it (`en_IN` beside `en`).
 */
export function templateStop(
  { name, language }: Named,
  states: readonly TemplateState[],
): Extract<PauseReason, `template.${string}`> | undefined {
  const own = states.filter((state) => state.name === name && state.language.split('_')[0] === language);
  if (own.some(({ status }) => status === 'APPROVED')) return undefined;
  return own.flatMap(({ status }) => reasons.get(status) ?? [])[0];
}

const reasons: ReadonlyMap<string, Extract<PauseReason, `template.${string}`>> = new Map([
  ['PAUSED', 'template.paused'],
  ['DISABLED', 'template.disabled'],
  ['REJECTED', 'template.rejected'],
]);
