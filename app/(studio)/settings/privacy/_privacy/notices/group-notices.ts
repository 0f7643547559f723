import type { Notice, NoticeUse } from '../privacy-types';

/** A notice in one language: what was written last, and what was said before it. */
export type NoticeLine = Readonly<{ newest: Notice; older: readonly Notice[] }>;

/** A purpose with what published flows tell of it, and what was written down. */
type NoticePurpose = Readonly<{ purpose: string; inForce: readonly NoticeUse[]; lines: readonly NoticeLine[] }>;

/** The notices by purpose, in the order of their names, and by language, the newest version first as the server gives them. */
export function groupNotices(notices: readonly Notice[], uses: readonly NoticeUse[]): readonly NoticePurpose[] {
  const purposes = new Set([...uses, ...notices].map(({ purpose }) => purpose));
  return [...purposes].toSorted().map((purpose) => ({
    purpose,
    inForce: uses.filter((use) => use.purpose === purpose),
    lines: linesOf(notices.filter((notice) => notice.purpose === purpose)),
  }));
}

function linesOf(notices: readonly Notice[]): readonly NoticeLine[] {
  const lines = new Map<string, readonly Notice[]>();
  for (const notice of notices) lines.set(notice.language, [...(lines.get(notice.language) ?? []), notice]);
  return [...lines.values()].flatMap(([newest, ...older]) => (newest ? [{ newest, older }] : []));
}
