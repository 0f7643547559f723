import type { Role } from '../actor';

/** Somebody who works here, as owners see them. */
export type Person = Readonly<{
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: readonly string[];
  skills: readonly string[];
  isAvailable: boolean;
  /** Conversations that they may have at once, and that they have now. */
  mostOpen: number;
  openConversations: number;
  mayExport: boolean;
  hasSecondFactor: boolean;
  isDisabled: boolean;
  lastSeenAt: string | null;
  createdAt: string;
}>;

/** Somebody who was asked to come and has not come yet. */
export type PendingInvitation = Readonly<{
  id: string;
  email: string;
  name: string | null;
  role: Role;
  languages: readonly string[];
  expiresAt: string;
  isExpired: boolean;
}>;
