type Edges = ReadonlyMap<string, readonly string[]>;

/**
 * Groups of nodes that can all reach one another (Tarjan's method, without recursion, so that a long flow needs no deep
 * stack). Nodes that stand alone are left out unless they lead to themselves.
 */
export function stronglyConnected(edges: Edges): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];

  const open = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
  };
  const lower = (node: string, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  const close = (node: string): void => {
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.lastIndexOf(node));
    for (const member of group) onStack.delete(member);
    if (group.length > 1 || edges.get(node)?.includes(node)) groups.push(group);
  };

  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const path = [{ node: root, next: 0 }];
    open(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const target = edges.get(at.node)?.[at.next];
      at.next += 1;
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent) lower(parent.node, low.get(at.node) ?? 0);
        close(at.node);
      } else if (!index.has(target)) {
        open(target);
        path.push({ node: target, next: 0 });
      } else if (onStack.has(target)) {
        lower(at.node, index.get(target) ?? 0);
      }
    }
  }
  return groups;
}

/** The shortest way from the group's first node back to itself, each node once; null when there is none. */
export function shortestCycle(group: readonly string[], edges: Edges): string[] | null {
  const [start] = group;
  if (start === undefined) return null;
  const members = new Set(group);
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (const node of waiting) {
    for (const target of edges.get(node) ?? []) {
      if (target === start) return wayBack(node, cameFrom);
      if (!members.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      waiting.push(target);
    }
  }
  return null;
}

function wayBack(last: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = last; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
