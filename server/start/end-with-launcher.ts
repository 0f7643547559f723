/**
 * Ends this app when the launcher that started it is gone, also after `kill -9`: nobody could stop the app otherwise, and
 * it would hold the port. The launcher holds the other end of our input, which then closes.
 */
export function endWithLauncher(): void {
  if (process.env.VAARTA_ENDS_WITH_LAUNCHER !== '1') return;
  process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('error', () => undefined); // closed in another way: `end` or `close` follows
  process.stdin.resume();
}
