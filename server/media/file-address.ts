const SCHEME = 'file:';

/** How a message that sends a file of ours names it: no address lasts, its id does. */
export function fileAddress(fileId: string): string {
  return `${SCHEME}${fileId}`;
}

/** The id of our file that an address names; null for any other address. */
export function fileIdIn(address: string): string | null {
  return address.startsWith(SCHEME) ? address.slice(SCHEME.length) : null;
}
