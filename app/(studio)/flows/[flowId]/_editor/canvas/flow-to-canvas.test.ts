import { describe, expect, it } from 'vitest';
import { type Flow, flow as flowSchema } from '@/flows/schema/flow';
import { noSelection } from '../selection';
import { cardHeight, outcomeMiddle } from './card-size';
import { createCanvasReader, MORE } from './flow-to-canvas';
import { familyOf, outcomesOf } from './outcome-rows';
import { plainSummary } from './plain-summary';

const flow: Flow = flowSchema.parse({
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en', 'kn'],
  defaultLanguage: 'en',
  start: 'welcome',
  states: [
    {
      id: 'welcome',
      type: 'converse',
      position: { x: 0, y: 0 },
      data: { say: [{ type: 'text', text: { en: '*Hello*, {{ facts.lender_name | upper }}', kn: 'ನಮಸ್ಕಾರ' } }] },
    },
    {
      id: 'ask_city',
      name: 'City',
      type: 'ask',
      position: { x: 400, y: 0 },
      data: { questions: [{ slot: 'property_location', ask: [{ type: 'text', text: { en: 'Which city?' } }] }] },
    },
    { id: 'done', type: 'end', position: { x: 800, y: 0 }, data: {} },
  ],
  transitions: [
    { id: 't1', from: 'welcome', outcome: 'family:interested', to: 'ask_city', condition: 'known(name)' },
    { id: 't2', from: 'welcome', outcome: 'family:interested', to: 'done' },
    { id: 't3', from: 'welcome', outcome: 'family:needs_more_info', to: 'welcome' },
    { id: 't4', from: 'welcome', outcome: 'intent:ask_rate', to: '@back' },
    { id: 't5', from: 'ask_city', outcome: 'filled', to: 'done' },
  ],
  notes: [{ id: 'n', text: 'Remember', position: { x: 0, y: 400 } }],
});
const group = { id: 'g', name: 'Group', states: ['ask_city', 'done'], isCollapsed: false, colour: 'grey' as const };
const view = { language: 'en', selection: noSelection };

describe('createCanvasReader', () => {
  it('makes a card of every state and every note, with its size said beforehand', () => {
    const { nodes } = createCanvasReader()(flow, view);
    expect(nodes.map((node) => node.id)).toEqual(['welcome', 'ask_city', 'done', 'note/n']);
    for (const node of nodes) {
      expect(node.width).toBeGreaterThan(0);
      expect(node.measured).toEqual({ width: node.width, height: node.height });
    }
    expect(nodes[2]?.height).toBe(cardHeight(0));
  });

  it('puts a port beside each way out, one for those that are not used yet, and one at the entrance', () => {
    const [welcome] = createCanvasReader()(flow, view).nodes;
    expect(welcome?.handles?.map(({ id }) => id)).toEqual([
      'in',
      'family:interested',
      'family:needs_more_info',
      'intent:ask_rate',
      MORE,
    ]);
    const [, first, second] = welcome?.handles ?? [];
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(outcomeMiddle(1) - outcomeMiddle(0));
  });

  it('draws a line between states and none for staying or going back', () => {
    const { edges } = createCanvasReader()(flow, view);
    expect(edges.map((edge) => `${edge.source} > ${edge.target} ${edge.data?.label}`)).toEqual([
      'welcome > ask_city interested · known(name)',
      'welcome > done interested',
      'ask_city > done filled',
    ]);
  });

  it('gives every line ports that exist, also at a collapsed group', () => {
    const grouped: Flow = { ...flow, groups: [{ ...group, isCollapsed: true }] };
    for (const { nodes, edges } of [createCanvasReader()(flow, view), createCanvasReader()(grouped, view)]) {
      expect(edges.length).toBeGreaterThan(0);
      for (const edge of edges) {
        const ports = (id: string): unknown[] =>
          nodes.find((node) => node.id === id)?.handles?.map((port) => port.id) ?? [];
        expect(ports(edge.source)).toContain(edge.sourceHandle);
        expect(ports(edge.target)).toContain(edge.targetHandle);
      }
    }
  });

  it('draws a collapsed group as one card, with the lines that pass its edge', () => {
    const { nodes, edges } = createCanvasReader()({ ...flow, groups: [{ ...group, isCollapsed: true }] }, view);
    expect(nodes.map(({ id }) => id)).toEqual(['group/g', 'welcome', 'note/n']);
    expect(edges.map(({ source, target, data }) => `${source} > ${target} ${data?.count}`)).toEqual([
      'welcome > group/g 2',
    ]);
  });

  it('gives the same objects again for what did not change', () => {
    const read = createCanvasReader();
    const before = read(flow, view);
    const moved = {
      ...flow,
      states: flow.states.map((state) => (state.id === 'done' ? { ...state, position: { x: 1, y: 1 } } : state)),
    };
    const after = read(moved, view);
    expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual([true, true, false, true]);
    expect(after.edges).toEqual(before.edges);
    expect(after.edges[0]).toBe(before.edges[0]);
  });
});

describe('outcomesOf', () => {
  it('shows where a way out ends when no line does', () => {
    const [welcome, askCity] = flow.states;
    const ends = (state: typeof welcome): unknown =>
      state && outcomesOf(flow, state).map(({ id, ends: end }) => [id, end]);
    expect(ends(welcome)).toEqual([
      ['family:interested', null],
      ['family:needs_more_info', 'stays'],
      ['intent:ask_rate', 'back'],
    ]);
    expect(ends(askCity)).toEqual([
      ['filled', null],
      ['gave_up', 'open'],
    ]);
  });
});

describe('plainSummary', () => {
  it('speaks the chosen language, without markup and with variables by name', () => {
    const [welcome] = flow.states;
    expect(welcome && plainSummary(welcome, 'en')).toBe('Hello, ‹lender name›');
    expect(welcome && plainSummary(welcome, 'kn')).toBe('ನಮಸ್ಕಾರ');
  });
});

describe('familyOf', () => {
  it.each([
    ['family:objection', 'objection'],
    ['intent:ask_rate', 'asking_question'],
    ['intent:opt_out', 'not_interested'],
    ['next', null],
    ['family:unheard_of', null],
    ['intent:constructor', null],
  ])('of %s is %s', (outcome, family) => {
    expect(familyOf(outcome)).toBe(family);
  });
});
