/** Next calls this once when a server process begins: the runtime's worker lives inside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { endWithLauncher } = await import('@/server/start/end-with-launcher');
  endWithLauncher();
  const { startWorker } = await import('@/server/start/start-worker');
  await startWorker();
}
