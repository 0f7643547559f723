import { expect, test } from 'vitest';
import { contactTables } from '../contact-data/contact-tables';
import { composeReadme, meanings } from './compose-readme';

test('every part of an export is explained in words', () => {
  const sections = contactTables.map(({ section }) => section);
  expect(sections.filter((section) => !meanings[section])).toEqual([]);
  expect(Object.keys(meanings).filter((section) => !sections.includes(section))).toEqual([]);
});

test('it says what there is, who else has it, and which files are not there', () => {
  const exported = {
    format: 'vaarta.contact',
    version: 1,
    contactId: 'a',
    exportedAt: '2026-11-26T10:05:00.000Z',
    sharedWith: [{ name: 'Meta Platforms (WhatsApp)', what: 'All messages' }],
    rows: { notes: [{ body: 'Xylophone' }], tasks: [] },
  } as const;
  const at = new Date('2026-11-25T10:00:00Z');
  const readme = composeReadme(exported, [
    { name: 'files/deed.pdf', at, problem: null },
    { name: 'files/voice.ogg', at, problem: 'missing' },
  ]);
  expect(readme).toContain('As it was on 2026-11-26, at 10:05 UTC.');
  expect(readme).toContain('- notes (1): Notes of our officers about you.');
  expect(readme).not.toContain('tasks');
  expect(readme).toContain('- files/deed.pdf, of 2026-11-25\r\n');
  expect(readme).toContain('- files/voice.ogg, of 2026-11-25 (not here: it could not be fetched');
  expect(readme).toContain('- Meta Platforms (WhatsApp): All messages.');
});
