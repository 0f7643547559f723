import type { CanvasGroup, CanvasNote, Flow } from '../schema/flow';
import { changedPaths } from './changed-paths';
import { changed, diffItems, diffOrder, type FlowChange, wordsOf } from './flow-change';
import { placeOfItem } from './flow-lists';
import { sameJson } from './same-json';

/** What is different in the drawing only, which no customer notices: notes, groups and the order of states. */
export function diffCanvas(before: Flow, after: Flow): FlowChange[] {
  return [
    ...diffOrder(before.states, after.states, 'states'),
    ...diffItems(before.notes, after.notes, placeOfNote, 'note', changesOfNote, nameOfNote),
    ...diffOrder(before.notes, after.notes, 'notes'),
    ...diffItems(before.groups, after.groups, placeOfGroup, 'group', changesOfGroup, nameOfGroup),
    ...diffOrder(before.groups, after.groups, 'groups'),
  ];
}

function changesOfNote(was: CanvasNote, is: CanvasNote): FlowChange[] {
  const { position: from, ...restWas } = was;
  const { position: to, ...restIs } = is;
  const place = placeOfNote(is.id);
  const moved: FlowChange[] = sameJson(from, to)
    ? []
    : [{ kind: 'moved', place, message: `The note ${nameOfNote(is)} was moved on the canvas.` }];
  const changes = changedPaths(restWas, restIs).map(({ path, was: old, is: now }) => {
    const [field = ''] = path;
    const what = field === 'text' ? 'has another text' : `has another look: \`${field}\` ${wordsOf(old, now)}`;
    return changed(place, `The note ${nameOfNote(is)} ${what}.`);
  });
  return [...moved, ...changes];
}

function changesOfGroup(was: CanvasGroup, is: CanvasGroup): FlowChange[] {
  const place = placeOfGroup(is.id);
  const say = (words: string): FlowChange => changed(place, `The group ${nameOfGroup(is)} ${words}.`);
  const added = is.states.filter((id) => !was.states.includes(id));
  const removed = was.states.filter((id) => !is.states.includes(id));
  const isReordered = added.length + removed.length === 0 && !sameJson(was.states, is.states);
  return [
    ...(was.name === is.name ? [] : [say(`was called ${nameOfGroup(was)} before`)]),
    ...(added.length > 0 ? [say(`now has ${quoted(added)}`)] : []),
    ...(removed.length > 0 ? [say(`no longer has ${quoted(removed)}`)] : []),
    ...(isReordered ? [say('has its states in another order')] : []),
    ...(was.isCollapsed === is.isCollapsed ? [] : [say(is.isCollapsed ? 'was folded' : 'was unfolded')]),
    ...(was.colour === is.colour ? [] : [say(`is ${is.colour} now`)]),
  ];
}

const placeOfNote = (id: string) => placeOfItem('notes', id);
const placeOfGroup = (id: string) => placeOfItem('groups', id);

function quoted(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => `\`${id}\``);
  const others = ids.length - shown.length;
  return others > 0 ? `${shown.join(', ')} and ${others} more` : shown.join(', ');
}

const MOST_NAMED = 5;

/** A note's first words; its id says nothing to a reader. */
function nameOfNote({ text }: CanvasNote): string {
  const [line = ''] = text.trim().split('\n');
  const letters = [...line];
  return `“${letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : line}”`;
}

const LONGEST_NAME = 40;

function nameOfGroup({ id, name }: CanvasGroup): string {
  return `\`${name || id}\``;
}
