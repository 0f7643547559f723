import type { Actor, Role } from '../auth/actor';

/** Somebody with this role. */
export function testActor(role: Role, changes: Partial<Actor> = {}): Actor {
  return {
    id: `test-${role}`,
    name: { owner: 'Lakshmi Rao', officer: 'Ravi Kumar', viewer: 'Meena Iyer' }[role],
    email: `${role}@lender.test`,
    role,
    languages: ['en', 'kn'],
    mayExport: role === 'owner',
    sessionId: `test-session-${role}`,
    ...changes,
  };
}
