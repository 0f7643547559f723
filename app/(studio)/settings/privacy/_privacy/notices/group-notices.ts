import type { Notice } from '../privacy-types';

/** A notice in one language: what holds, and what was said before it. */
export type NoticeLine = Readonly<{ newest: Notice; older: readonly Notice[] }>;

/** The notices by purpose and language, as the server orders them: purposes by name, the newest version first. */
export function groupNotices(notices: readonly Notice[]): ReadonlyMap<string, readonly NoticeLine[]> {
  const purposes = new Map<string, readonly NoticeLine[]>();
  for (const notice of notices) purposes.set(notice.purpose, withNotice(purposes.get(notice.purpose) ?? [], notice));
  return purposes;
}

function withNotice(lines: readonly NoticeLine[], notice: Notice): readonly NoticeLine[] {
  const isKnown = lines.some(({ newest }) => newest.language === notice.language);
  if (!isKnown) return [...lines, { newest: notice, older: [] }];
  return lines.map((line) =>
    line.newest.language === notice.language ? { ...line, older: [...line.older, notice] } : line,
  );
}
