import type { Persona } from '@/flows/scenarios/personas/personas';
import { textsSaid } from './change-tryout';
import type { Tryout } from './tryout';

/** What a persona has still to say: what follows the last of their lines that was said. */
export function restOfScript({ lines }: Persona, tryout: Tryout): readonly string[] {
  const last = Math.max(-1, ...textsSaid(tryout).map((text) => lines.indexOf(text)));
  return lines.slice(last + 1);
}
