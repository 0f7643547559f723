/** A view or a scenario in which a name like that of somebody who was erased stands. */
export type Mention = Readonly<{ kind: 'view' | 'scenario'; id: string }>;
