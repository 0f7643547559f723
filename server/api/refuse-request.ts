import { getEnv } from '../env';
import { type Access, refuseForeign } from './refuse-foreign';

/** Why a request to a route of ours must be refused because of where it comes from, or undefined. */
export function refuseRequest({ headers }: Request, access: Access): string | undefined {
  const origin = {
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    contentType: headers.get('content-type'),
  };
  return refuseForeign(origin, access, getEnv().PUBLIC_URL);
}
