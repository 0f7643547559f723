import { apiRouter } from '../api';
import type { Actor, Role } from '../auth/actor';
import { testActor } from './test-actor';

/** The studio's interface as somebody calls it who is signed in with this role. */
export function studioCaller(role: Role = 'owner', changes: Partial<Actor> = {}) {
  const headers = new Headers({ host: 'localhost:3000', 'content-type': 'application/json' });
  return apiRouter.createCaller({ headers, url: 'http://localhost:3000/api/trpc', actor: testActor(role, changes) });
}
