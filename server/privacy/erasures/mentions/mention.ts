/** A view, a scenario or a flow in which a name like that of somebody who was erased stands. */
export type Mention = Readonly<{ kind: 'view' | 'scenario' | 'flow'; id: string }>;
