import { visibleLength } from '../schema/whatsapp-limits';
import type { TemplateTap } from './template-content';
import { error, type TemplateIssue, type TemplatePlace, warning } from './template-issue';
import { templateLimits as limits } from './template-limits';

/** What WhatsApp would refuse in a template's buttons. */
export function checkButtons(buttons: readonly TemplateTap[]): readonly TemplateIssue[] {
  return [
    ...checkCounts(buttons),
    ...checkOrder(buttons),
    ...buttons.flatMap((button, index) => checkLabel(buttons, index).concat(checkTarget(button, index))),
  ];
}

function checkCounts(buttons: readonly TemplateTap[]): TemplateIssue[] {
  const count = (type: TemplateTap['type']) => buttons.filter((button) => button.type === type).length;
  return [
    ...tooMany(buttons.length, limits.buttons, 'buttons'),
    ...tooMany(count('url'), limits.urlButtons, 'buttons with an address'),
    ...tooMany(count('phone'), limits.phoneButtons, 'button with a phone number'),
    ...tooMany(count('copyCode'), limits.copyCodeButtons, 'button with a code'),
    ...(buttons.length > limits.buttonsInSight ? [hidden()] : []),
  ];
}

function tooMany(count: number, limit: number, what: string): TemplateIssue[] {
  if (count <= limit) return [];
  return [error('buttons.tooMany', all, `There are ${count}; WhatsApp takes ${limit} ${what} at most.`)];
}

function hidden(): TemplateIssue {
  const message = 'With more than 3 buttons a phone shows two and hides the rest; a computer shows none.';
  return warning('buttons.hidden', all, message);
}

/** Quick replies stand together, before or after all others. */
function checkOrder(buttons: readonly TemplateTap[]): TemplateIssue[] {
  const turns = buttons.filter((button, index) => {
    const before = buttons[index - 1];
    return before !== undefined && (before.type === 'quickReply') !== (button.type === 'quickReply');
  });
  if (turns.length <= 1) return [];
  return [error('buttons.mixed', all, 'Keep the quick replies together, before or after the other buttons.')];
}

function checkLabel(buttons: readonly TemplateTap[], index: number): TemplateIssue[] {
  const label = labelOf(buttons[index]);
  if (label === undefined) return [];
  if (label.trim() === '') return [error('button.empty', at(index), 'Name the button.')];
  if (label.includes('{{')) return [error('button.variable', at(index), 'A button’s name has no variables.')];
  const length = visibleLength(label);
  if (length > limits.label) {
    return [error('button.tooLong', at(index), `“${label}” has ${length} characters; WhatsApp takes ${limits.label}.`)];
  }
  const isRepeated = buttons.slice(0, index).some((other) => labelOf(other)?.trim() === label.trim());
  return isRepeated
    ? [error('button.duplicate', at(index), `Two buttons read “${label}”. Word them differently.`)]
    : [];
}

function labelOf(button: TemplateTap | undefined): string | undefined {
  return button === undefined || button.type === 'copyCode' ? undefined : button.label;
}

function checkTarget(button: TemplateTap, index: number): TemplateIssue[] {
  switch (button.type) {
    case 'quickReply':
      return [];
    case 'url':
      return checkUrl(button, index);
    case 'phone':
      if (/^\+[1-9][\d ]{5,}$/.test(button.number) && button.number.length <= limits.phoneNumber) return [];
      return [error('button.phone', at(index), 'Write the number with its country code, such as +918041234567.')];
    case 'copyCode':
      if (button.sample.trim() !== '' && button.sample.length <= limits.code) return [];
      return [error('button.code', at(index), `Give a sample code of 1 to ${limits.code} characters.`)];
    default:
      return button satisfies never;
  }
}

function checkUrl({ url, sample }: Extract<TemplateTap, { type: 'url' }>, index: number): TemplateIssue[] {
  const [base = '', ...rest] = url.split('{{');
  if (!/^https?:\/\/[^\s/]+\.[^\s]+$/.test(base) || url.length > limits.url) {
    return [error('button.url', at(index), 'Write a whole address, such as https://example.com/loans.')];
  }
  if (rest.length > 1 || (rest.length === 1 && !/^1\}\}$/.test(rest[0] ?? ''))) {
    return [error('button.urlVariable', at(index), 'An address may have one variable, {{1}}, at its very end.')];
  }
  if (rest.length === 1 && !(sample.startsWith(base) && sample.length > base.length)) {
    return [error('button.urlSample', at(index), `Give a sample of the whole address that begins with ${base}`)];
  }
  return [];
}

function at(index: number): TemplatePlace {
  return { part: 'buttons', index };
}

const all: TemplatePlace = { part: 'buttons' };
