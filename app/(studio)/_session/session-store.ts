/** `ended`: nobody is signed in any more. `heldBack`: they are, and must set up a second factor first. */
export type SessionState = 'running' | 'ended' | 'heldBack';

type SessionStore = Readonly<{
  subscribe(listener: () => void): () => void;
  read(): SessionState;
  readOnServer(): SessionState;
  write(state: SessionState): void;
}>;

/** What the server has said, while somebody worked here, about their being signed in. */
export const sessionStore = createSessionStore();

function createSessionStore(): SessionStore {
  const listeners = new Set<() => void>();
  let state: SessionState = 'running';
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    readOnServer: () => 'running',
    write(value) {
      state = value;
      for (const listener of listeners) listener();
    },
  };
}
