/** What somebody may do here, from least to most: each may what those before it may. */
export const roles = ['viewer', 'officer', 'owner'] as const;
export type Role = (typeof roles)[number];

/** The person who asks. */
export type Actor = Readonly<{
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Languages that they speak with customers. */
  languages: readonly string[];
  /** May see and export whole numbers in bulk; an owner always may. */
  mayExport: boolean;
  sessionId: string;
}>;

/** Whether a role may what needs `least`. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
