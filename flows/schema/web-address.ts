/** True for an address that a phone opens and WhatsApp fetches: http or https with a host, and no blank in it. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]\S*$/i.test(text);
}
