import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { StatusBadge } from '../_standing/StatusBadge';
import { sayCategory, sayQuality, sayUses } from '../_standing/say-standing';
import type { TemplateSummary } from '../template-types';

/** One template with the standing of its languages. */
export function TemplateRow({ template }: { readonly template: TemplateSummary }): ReactElement {
  const { name, category, nextCategory, languages, uses } = template;
  const quality = sayQuality(languages.find((one) => one.quality !== null)?.quality ?? null);
  return (
    <li>
      <Link
        href={`/settings/templates/${encodeURIComponent(name)}`}
        className="group -mx-4 flex flex-col gap-1.5 rounded-xl px-4 py-4 hover:bg-surface"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-base font-semibold wrap-anywhere group-hover:text-accent">{name}</span>
          <Badge>{sayCategory(category)}</Badge>
          {nextCategory === null ? null : (
            <Badge tone="mark">{words.templates.nextCategory(sayCategory(nextCategory))}</Badge>
          )}
          {quality === undefined ? null : <span className="text-xs text-ink-faint">{quality}</span>}
        </span>
        <span className="flex flex-wrap gap-1.5">
          {languages.map((standing) => (
            <StatusBadge key={standing.language} standing={standing} withLanguage />
          ))}
        </span>
        <span className="text-xs text-ink-faint wrap-anywhere">{sayUses(uses)}</span>
      </Link>
    </li>
  );
}
