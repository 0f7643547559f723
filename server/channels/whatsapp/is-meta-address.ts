/**
 * Whether an address is one that our token may go to: https at a host of Meta, or the host of the API itself, which for a
 * stand-in is on this machine.
 */
export function isMetaAddress(address: string, apiBaseUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const api = new URL(apiBaseUrl);
  if (host === api.host && protocol === api.protocol) return protocol === 'https:' || loopbacks.has(hostname);
  return (
    protocol === 'https:' && new URL(address).port === '' && metaDomains.some((domain) => isWithin(hostname, domain))
  );
}

// Where attachments were seen to be served from: lookaside.fbsbx.com, scontent.….fbcdn.net, mmg.whatsapp.net.
const metaDomains = ['fbsbx.com', 'fbcdn.net', 'facebook.com', 'whatsapp.net'];
const loopbacks: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
