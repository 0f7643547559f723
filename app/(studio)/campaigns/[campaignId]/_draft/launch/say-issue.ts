import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { languageName } from '../../../../_language/language-name';
import type { PlanCheck } from '../../../campaign-types';
import type { StepId } from '../Step';

type PlanIssue = PlanCheck['issues'][number];

/** What the server found in a plan, in a sentence. */
export function sayIssue({ code, values }: Pick<PlanIssue, 'code' | 'values'>): string {
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayPart(name, value)]));
  return sentences[code](said);
}

const sentences: Readonly<Record<PlanIssue['code'], (values: PlanIssue['values']) => string>> =
  words.campaigns.codes.issues;

function sayPart(name: string, value: string | number): string {
  if (typeof value === 'number') return writeCount(value);
  return name === 'languages' ? value.split(', ').map(languageName).join(', ') : value;
}

/** Where an issue is put right; what concerns the whole has no step. */
export function stepOf({ path }: Pick<PlanIssue, 'path'>): StepId | null {
  const [part] = path.split('.');
  switch (part) {
    case 'audience':
      return 'people';
    case 'variants':
    case 'entry':
    case 'live':
      return 'message';
    case 'schedule':
      return 'schedule';
    default:
      return null;
  }
}
