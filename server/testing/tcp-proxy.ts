import { connect, createServer, type Socket } from 'node:net';

/** A wire that a test can cut: what connects to it talks with the target until it is cut or goes silent. */
export type TcpProxy = {
  readonly port: number;
  /** `open` lets through; `cut` breaks every connection and refuses new ones; `silent` takes them and says nothing. */
  readonly set: (state: 'open' | 'cut' | 'silent') => void;
  readonly close: () => Promise<void>;
};

export async function startTcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  let state: 'open' | 'cut' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => undefined);
    near.once('close', () => sockets.delete(near));
    if (state === 'cut') near.destroy();
    if (state !== 'open') return;
    const far = connect(target);
    sockets.add(far);
    far.on('error', () => near.destroy());
    far.once('close', () => {
      sockets.delete(far);
      near.destroy();
    });
    near.once('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.');
  return {
    port: address.port,
    set: (next) => {
      state = next;
      if (next === 'open') return;
      for (const socket of sockets) {
        if (next === 'cut') socket.destroy();
        else socket.unpipe().pause();
      }
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
