import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowRule } from '@/flows/schema/flow';
import { messageTemplate } from '@/flows/schema/message-template';
import { stateTypes } from '@/flows/states';
import { blankItem, blankValue } from './blank-value';
import type { Field } from './field';
import { fieldOf } from './field-of';
import { switchVariant } from './switch-variant';

const seeds = { state: 'welcome', language: 'kn' };
const forms: readonly (readonly [string, Field])[] = [
  ...Object.entries(stateTypes).map(([type, { schema }]) => [type, fieldOf(schema.shape.data)] as const),
  ['rule', fieldOf(flowRule)],
];

describe('fieldOf', () => {
  it.each(forms)('makes a form for %s without falling back to JSON', (_type, form) => {
    expect(typesIn(form)).not.toContain('json');
  });

  it.each(forms)('has a blank value for %s that its schema takes', (_type, form) => {
    expect(z.safeParse(form.schema, blankValue(form, seeds)).error).toBeUndefined();
  });

  it.each(forms)('has a blank entry for every list of %s', (_type, form) => {
    for (const list of listsIn(form)) {
      const item = blankItem(list.item, [], seeds);
      expect(z.safeParse(list.schema, [item]).error).toBeUndefined();
    }
  });

  it('makes the field once for each schema', () => {
    expect(fieldOf(messageTemplate)).toBe(fieldOf(messageTemplate.optional().unwrap()));
  });

  it('knows texts, slots and expressions by their schema', () => {
    const ask = fieldOf(stateTypes.ask.schema.shape.data);
    expect(typesIn(ask)).toEqual(expect.arrayContaining(['texts', 'slot', 'condition', 'number', 'list', 'variants']));
    expect(typesIn(fieldOf(stateTypes.set.schema.shape.data))).toContain('formula');
    expect(typesIn(fieldOf(stateTypes.followUp.schema.shape.data))).toContain('hours');
  });

  it('shows what it does not know as JSON', () => {
    expect(fieldOf(z.union([z.string(), z.number()])).type).toBe('json');
  });

  it('gives a new entry an id of its own', () => {
    const options = listsIn(fieldOf(stateTypes.split.schema.shape.data))[0];
    if (!options) throw new Error('A split has no list.');
    expect(blankItem(options.item, [{ id: 'new' }], seeds)).toMatchObject({ id: 'new_2' });
  });
});

describe('switchVariant', () => {
  const message = fieldOf(messageTemplate);
  const buttons = {
    type: 'buttons',
    text: { en: 'Yes?' },
    footer: { en: 'Small print' },
    buttons: [{ id: 'yes', title: { en: 'Yes' } }],
  };

  it('keeps texts and choices from buttons to a list and back', () => {
    const list = switched(buttons, 'list');
    expect(list).toEqual({
      type: 'list',
      text: buttons.text,
      footer: buttons.footer,
      buttonLabel: {},
      rows: buttons.buttons,
    });
    expect(switched(list, 'buttons')).toEqual(buttons);
  });

  it('keeps the words of a text as the caption of a picture', () => {
    const media = switched({ type: 'text', text: { kn: 'ನಮಸ್ಕಾರ' } }, 'media');
    expect(media).toMatchObject({ type: 'media', caption: { kn: 'ನಮಸ್ಕಾರ' }, url: {} });
    expect(switched(media, 'text')).toEqual({ type: 'text', text: { kn: 'ನಮಸ್ಕಾರ' } });
  });

  it('makes values that the schema takes', () => {
    for (const kind of ['text', 'buttons', 'list', 'link', 'locationRequest', 'media']) {
      expect(messageTemplate.safeParse(switched(buttons, kind)).error).toBeUndefined();
    }
  });

  function switched(value: unknown, kind: string): unknown {
    if (message.type !== 'variants') throw new Error('A message has no kinds.');
    return switchVariant(message, { value, wanted: kind, seeds });
  }
});

function fieldsIn(field: Field): Field[] {
  switch (field.type) {
    case 'object':
      return [field, ...field.entries.flatMap((entry) => fieldsIn(entry.field))];
    case 'list':
      return [field, ...fieldsIn(field.item)];
    case 'record':
      return [field, ...fieldsIn(field.key), ...fieldsIn(field.value)];
    case 'variants':
      return [field, ...field.variants.flatMap(({ entries }) => entries.flatMap((entry) => fieldsIn(entry.field)))];
    default:
      return [field];
  }
}

function typesIn(field: Field): string[] {
  return fieldsIn(field).map(({ type }) => type);
}

function listsIn(field: Field): Extract<Field, { type: 'list' }>[] {
  return fieldsIn(field).flatMap((found) => (found.type === 'list' ? [found] : []));
}
