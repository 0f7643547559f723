import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Resolves a name for one connection, and refuses addresses that are not of the open internet. It is the connection's own
 * lookup, so the address that was judged is the one that is connected to, whatever the name resolves to a moment later.
 */
export function safeLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => !refusedAddress(address, allowLoopback));
      const first = allowed[0];
      // One private address among public ones is a trap or a mistake: both are refused as a whole.
      if (!first || allowed.length < addresses.length) {
        return callback(Object.assign(new Error('The address is not public.'), { code: 'ADDRESS_REFUSED' }), '', 0);
      }
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** Whether a literal address must not be called; false for a name, which is judged when it is resolved. */
export function refusedAddress(host: string, allowLoopback: boolean): boolean {
  const version = isIP(host);
  if (version === 0) return false;
  const address = version === 6 ? (mappedIpv4(host) ?? host) : host;
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  if (loopback.check(address, family)) return !allowLoopback;
  if (allowLoopback) return true; // a test that reaches the network is a mistake
  return family === 'ipv4'
    ? notPublic.check(address, 'ipv4')
    : !globalUnicast.check(address, 'ipv6') || notPublic.check(address, 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** IPv6 addresses that can be of the open internet at all (IANA: 2000::/3). */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

// IANA special-purpose address registries, IPv4 and IPv6.
const notPublic = new BlockList();
for (const [subnet, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(subnet, prefix, 'ipv4');
}
for (const [subnet, prefix] of [
  ['2001::', 23], // Teredo, benchmarking, ORCHID
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries an IPv4 address that was not judged
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(subnet, prefix, 'ipv6');
}

/** "::ffff:10.0.0.1", also written in hexadecimal, is 10.0.0.1. */
function mappedIpv4(address: string): string | undefined {
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!hex?.[1] || !hex[2]) return undefined;
  const high = Number.parseInt(hex[1], 16);
  const low = Number.parseInt(hex[2], 16);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
