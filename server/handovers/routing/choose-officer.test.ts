import { expect, test } from 'vitest';
import { type Candidate, chooseOfficer } from './choose-officer';

const need = { language: 'kn', skill: null, except: [] };

function officer(id: string, changes: Partial<Candidate> = {}): Candidate {
  const free = { languages: ['en'], skills: [], isAvailable: true, open: 0, mostOpen: 20 };
  return { id, name: id, ...free, ...changes };
}

test('who speaks the language comes before who is idle', () => {
  const asha = officer('asha', { languages: ['en', 'kn'], open: 9 });
  expect(chooseOfficer([officer('ravi'), asha], need)?.id).toBe('asha');
});

test('of those who speak it, a complaint goes to who is good at complaints, and else to who has least to do', () => {
  const busy = officer('busy', { languages: ['kn'], skills: ['complaint'], open: 5 });
  const idle = officer('idle', { languages: ['kn'], open: 1 });
  expect(chooseOfficer([busy, idle], { ...need, skill: 'complaint' })?.id).toBe('busy');
  expect(chooseOfficer([busy, idle], need)?.id).toBe('idle');
});

test('who is away, full or was silent gets nothing', () => {
  const away = officer('away', { isAvailable: false });
  const full = officer('full', { open: 3, mostOpen: 3 });
  expect(chooseOfficer([away, full, officer('silent')], { ...need, except: ['silent'] })).toBeUndefined();
});
