import { textsOfRule } from '@/flows/check/checked-text';
import type { TextTarget } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import type { TextPlace } from '@/flows/schema/message-template';
import { boundState } from '@/flows/states/bound-state';
import type { SaidPart } from './play';

/** One text of the flow that a message was made of. */
export type SaidText = Readonly<{
  target: TextTarget;
  use: TextPlace['use'];
  /** The template in the message's language, with its variables not filled. */
  text: string;
  /** The same in the flow's own language, for one that is not translated yet; null when this is that language. */
  original: string | null;
}>;

/** The texts of the draft that a piece of a message is made of, its body first; none for what another flow or a model said. */
export function saidTexts(flow: Flow, { textKey, language }: SaidPart): readonly SaidText[] {
  const { owner, path } = ownerOf(textKey);
  const places = placesOf(flow, owner).filter(({ use }) => use !== 'internal');
  const below = places.filter((place) => place.path === path || place.path.startsWith(`${path}.`));
  // Some types make a message of texts that stand elsewhere in their data ("choose", "template").
  const found = below.length > 0 ? below : isShorthand(path) ? places : [];
  return found.map(({ path: textPath, text, use }) => ({
    target: { ...owner, path: textPath, language },
    use,
    text: text[language] ?? '',
    original: language === flow.defaultLanguage ? null : (text[flow.defaultLanguage] ?? ''),
  }));
}

type Owner = Readonly<{ state: string }> | Readonly<{ rule: string }>;

function ownerOf(textKey: string): { owner: Owner; path: string } {
  const slash = textKey.indexOf('/');
  const [speaker, path] = [textKey.slice(0, slash), textKey.slice(slash + 1)];
  return { owner: speaker.startsWith('rule:') ? { rule: speaker.slice('rule:'.length) } : { state: speaker }, path };
}

function placesOf(flow: Flow, owner: Owner): readonly TextPlace[] {
  if ('rule' in owner) {
    const rule = flow.rules.find(({ id }) => id === owner.rule);
    return rule ? textsOfRule(rule) : [];
  }
  const state = flow.states.find(({ id }) => id === owner.state);
  return state ? boundState(state).texts : [];
}

function isShorthand(path: string): boolean {
  return path === 'template' || /^text\.\d+$/.test(path);
}

/** The id of the state or rule in whose name a text was said. */
export function speakerOf({ textKey }: SaidPart): string {
  return textKey.slice(0, textKey.indexOf('/'));
}

/** Which state's or rule's text in which language: "Edit Kannada text of qualifying" is said of it. */
export function nameOfTarget(target: TextTarget): string {
  return 'state' in target ? target.state : target.rule;
}
