type SessionStore = Readonly<{
  subscribe(listener: () => void): () => void;
  read(): boolean;
  readOnServer(): boolean;
  write(hasEnded: boolean): void;
}>;

/** Whether the server has said, while somebody worked here, that nobody is signed in any more. */
export const sessionStore = createSessionStore();

function createSessionStore(): SessionStore {
  const listeners = new Set<() => void>();
  let hasEnded = false;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => hasEnded,
    readOnServer: () => false,
    write(value) {
      hasEnded = value;
      for (const listener of listeners) listener();
    },
  };
}
