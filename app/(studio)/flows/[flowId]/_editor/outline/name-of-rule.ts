import type { FlowRule } from '@/flows/schema/flow';

/** What people call a rule: the author's name for it, else its id in plain words. */
export function nameOfRule({ id, name }: Pick<FlowRule, 'id' | 'name'>): string {
  return name ?? id.replaceAll('_', ' ');
}
