/** A timezone in which it is that hour now: what keeps to the day is tested at any time of day. */
export function zoneWhereItIs(hour: number, nowMs: number = Date.now()): string {
  const ahead = ((hour - new Date(nowMs).getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`; // +5 is five hours behind Greenwich
}
