import { describe, expect, it } from 'vitest';
import { diffFlows } from './diff-flows';
import { moveNotes } from './move-states';
import { addNote, removeNotes, setNote } from './notes';
import { smallFlow } from './testdata/flows';

const position = { x: 1, y: 2 };
const noted = addNote(smallFlow, { text: 'Ask legal\nabout this.', position, colour: 'blue' });
const messages = (after: typeof smallFlow) => diffFlows(noted, after).map(({ message }) => message);

describe('notes', () => {
  it('are added under free ids', () => {
    const two = addNote(noted, { text: '', position, width: 200, height: 80 });
    expect(two.notes).toEqual([
      { id: 'note', text: 'Ask legal\nabout this.', position, colour: 'blue' },
      { id: 'note_2', text: '', position, width: 200, height: 80 },
    ]);
    expect(addNote(noted, { text: 'x'.repeat(5_001), position })).toBe(noted);
    expect(addNote(noted, { text: '', position: { x: Number.NaN, y: 0 } })).toBe(noted);
  });

  it('are changed, moved and removed', () => {
    expect(setNote(noted, 'note', { text: 'Done.' }).notes[0]).toEqual({ ...noted.notes[0], text: 'Done.' });
    expect(setNote(noted, 'note', { width: 2_001 })).toBe(noted);
    expect(setNote(noted, 'note', { colour: 'blue' })).toBe(noted);
    expect(setNote(noted, 'no', { text: '' })).toBe(noted);
    expect(moveNotes(noted, new Map([['note', { x: 5, y: 6 }]])).notes[0]?.position).toEqual({ x: 5, y: 6 });
    expect(moveNotes(noted, new Map([['note', position]]))).toBe(noted);
    expect(removeNotes(noted, ['note'])).toEqual(smallFlow);
    expect(removeNotes(noted, ['no'])).toBe(noted);
  });

  it('are told by their first words when they differ', () => {
    expect(diffFlows(smallFlow, noted).map(({ message }) => message)).toEqual(['The note “Ask legal” is new.']);
    expect(messages(smallFlow)).toEqual(['The note “Ask legal” was removed.']);
    expect(messages(setNote(noted, 'note', { text: 'Done.', width: 300 }))).toEqual([
      'The note “Done.” has another text.',
      'The note “Done.” has another look: `width` is new: 300.',
    ]);
    expect(messages(moveNotes(noted, new Map([['note', { x: 5, y: 6 }]])))).toEqual([
      'The note “Ask legal” was moved on the canvas.',
    ]);
  });
});
