import type { Thread } from '../inbox-types';

export type ActId =
  | 'takeOver'
  | 'reply'
  | 'note'
  | 'returnToBot'
  | 'close'
  | 'assign'
  | 'snooze'
  | 'followUp'
  | 'askForPerson'
  | 'openLead';

/** The key of each act that has one. */
export const keysOfActs: Readonly<Partial<Record<ActId, string>>> = {
  takeOver: 't',
  reply: 'r',
  note: 'n',
  returnToBot: 'b',
  close: 'e',
  assign: 'a',
  snooze: 's',
};

type Standing = Pick<Thread, 'owner' | 'handover'>;
type Somebody = Readonly<{ id: string; role: 'viewer' | 'officer' | 'owner' }>;

/** What this person can do with a conversation as it stands; the server has the last word. */
export function possibleActs({ owner, handover }: Standing, me: Somebody): readonly ActId[] {
  // An owner may act for every officer, but writes only where they have taken over themselves.
  const isTheirs = owner !== null && (owner.id === me.id || me.role === 'owner');
  if (owner !== null && !isTheirs) return ['note'];
  const canAssign = isTheirs || handover?.status === 'requested';
  return [
    ...(owner === null ? (['takeOver'] as const) : []),
    'reply',
    'note',
    ...(isTheirs ? (['returnToBot', 'close'] as const) : []),
    ...(canAssign ? (['assign'] as const) : []),
    'snooze',
    'followUp',
    ...(handover === null ? (['askForPerson'] as const) : []),
    'openLead',
  ];
}
