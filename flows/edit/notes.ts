import { type CanvasNote, canvasNote, type Flow, flowLimits } from '../schema/flow';
import { freeName, LONGEST_CANVAS_ID } from './free-name';
import { sameJson } from './same-json';

/** Adds a note, the last of the list. Its id is made when it is absent or taken. */
export function addNote(flow: Flow, { id = 'note', ...note }: Omit<CanvasNote, 'id'> & { id?: string }): Flow {
  const taken = flow.notes.map((other) => other.id);
  const parsed = canvasNote.safeParse({ ...note, id: freeName(id, taken, LONGEST_CANVAS_ID) }).data;
  return parsed && flow.notes.length < flowLimits.notes ? { ...flow, notes: [...flow.notes, parsed] } : flow;
}

/** Changes what is given of a note. What the schema refuses returns the flow itself. */
export function setNote(flow: Flow, id: string, change: Partial<Omit<CanvasNote, 'id'>>): Flow {
  const was = flow.notes.find((note) => note.id === id);
  const note = was && canvasNote.safeParse({ ...was, ...change }).data;
  if (!note || sameJson(was, note)) return flow;
  return { ...flow, notes: flow.notes.map((other) => (other === was ? note : other)) };
}

/** Removes notes by id. */
export function removeNotes(flow: Flow, ids: readonly string[]): Flow {
  const notes = flow.notes.filter(({ id }) => !ids.includes(id));
  return notes.length === flow.notes.length ? flow : { ...flow, notes };
}
