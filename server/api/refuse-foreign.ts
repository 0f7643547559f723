/** The parts of a request that tell where it came from. */
export type RequestOrigin = Readonly<{
  host: string | null;
  origin: string | null;
  fetchSite: string | null;
  contentType: string | null;
}>;

/** What a request wants: reading is refused only to foreign hosts, changing (also by a file) to foreign pages as well. */
export type Access = 'read' | 'change' | 'upload';

/**
 * Why a request must be refused, as a sentence, or undefined when it may pass.
 * A page of another site must not act for who is signed in here: neither by a form or script that names our address (checked
 * by Origin and Sec-Fetch-Site) nor by a name that was made to point at this machine (checked by Host).
 */
export function refuseForeign(
  request: RequestOrigin,
  access: Access,
  publicUrl: string | undefined,
): string | undefined {
  const { host, origin, fetchSite, contentType } = request;
  if (!host || !isOwnHost(host, publicUrl)) {
    return 'The studio answers at localhost only; set PUBLIC_URL to the address under which it is to be reached.';
  }
  if (access === 'read') return undefined;
  // A file comes as a form, which other sites can send too: there the browser's own word about the sender must do.
  const isJson = contentType?.toLowerCase().startsWith('application/json') ?? false;
  if (access === 'change' && !isJson) return 'A change must be sent as application/json.';
  const isForeignOrigin = origin !== null && hostOf(origin) !== host.toLowerCase();
  const isForeignSite = fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none';
  return isForeignOrigin || isForeignSite ? 'This change was asked for by another site and was refused.' : undefined;
}

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function isOwnHost(host: string, publicUrl: string | undefined): boolean {
  if (publicUrl && hostOf(publicUrl) === host.toLowerCase()) return true;
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  return localNames.has(name);
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host.toLowerCase() : undefined;
}
