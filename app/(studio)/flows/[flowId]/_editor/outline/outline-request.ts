import type { MenuRequest } from '../canvas/canvas-menu';

/** A question that an act asks first, in a dialog over the outline. */
export type OutlineRequest =
  | Readonly<{ type: 'renameState'; id: string }>
  | Readonly<{ type: 'renameGroup'; id: string }>
  | Readonly<{ type: 'writeNote'; id: string }>
  /** Which state a transition leads to. */
  | Readonly<{ type: 'chooseTarget'; transition: string }>
  /** At which outcome a transition starts. */
  | Readonly<{ type: 'chooseSource'; transition: string }>
  /** Something new, or a state that is there, for an outcome or in a transition: the same menu as on the canvas. */
  | Readonly<{ type: 'add'; request: MenuRequest }>;

/** What can be asked for before it is known where on the screen. */
type Unplaced<Request> = Request extends MenuRequest ? Omit<Request, 'at'> : never;

/** A request for the canvas's menu, beside a row of the outline. */
export function addRequest(request: Unplaced<MenuRequest>, rowKey: string): OutlineRequest {
  return { type: 'add', request: { ...request, at: besideRow(rowKey) } };
}

function besideRow(key: string): MenuRequest['at'] {
  const box = document.querySelector(`[role="treeitem"][data-key="${CSS.escape(key)}"]`)?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 3, y: box.bottom } : { x: 0, y: 0 };
}
