import type { Actor } from '../auth/actor';
import type { AuditEntry } from './audit-entry';
import { recordAudit } from './store';

/** Does something that somebody must answer for, and writes it down when it is done. What fails is not written down. */
export async function recorded<Result>(
  actor: Pick<Actor, 'id' | 'name'>,
  { detail = {}, ...entry }: Pick<AuditEntry, 'act' | 'subject'> & Partial<Pick<AuditEntry, 'detail'>>,
  act: () => Promise<Result>,
): Promise<Result> {
  const result = await act();
  const { id, name } = actor;
  await recordAudit({ ...entry, actor: { id, name }, detail });
  return result;
}

/** The settings of one kind were changed. */
export function settingsChanged(id: string) {
  return { act: 'settings.changed', subject: { type: 'settings', id } } as const;
}
