'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.settings.parts;

/** How often it is asked whether something grave has happened. */
const QUIET_MS = 30_000;

/** The parts of the settings; a dot says that WhatsApp wants to be looked at. */
export function SettingsNavigation(): ReactElement {
  const pathname = usePathname();
  const isOwner = useMe().role === 'owner';
  const shown = isOwner ? parts : parts.filter(({ href }) => href === answersHref);
  const alerts = useQuery({
    ...useTRPC().whatsapp.alerts.queryOptions(),
    refetchInterval: QUIET_MS,
    enabled: isOwner,
  });
  const isGrave = alerts.data?.some(({ severity }) => severity === 'critical') ?? false;
  return (
    <nav aria-label={texts.label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1 px-3 md:px-10">
        {shown.map(({ href, label }) => (
          <li key={href} className="shrink-0">
            <Link
              ref={isPart(pathname, href) ? comeIntoSight : undefined}
              href={href}
              aria-current={isPart(pathname, href) ? 'page' : undefined}
              className="-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-2.5 py-3 text-sm font-medium text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-accent"
            >
              {label}
              {isGrave && href === whatsappHref ? (
                <span
                  role="img"
                  aria-label={texts.grave}
                  title={texts.grave}
                  className="inline-block size-2 rounded-full bg-danger"
                />
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const whatsappHref = '/settings/whatsapp';
/** What officers write for themselves; all other parts are the owner's. */
const answersHref = '/settings/answers';
const parts = [
  { href: '/settings', label: texts.understanding },
  { href: whatsappHref, label: texts.whatsapp },
  { href: '/settings/facts', label: texts.facts },
  { href: '/settings/templates', label: texts.templates },
  { href: answersHref, label: texts.answers },
  { href: '/settings/handover', label: texts.handover },
  { href: '/settings/voice', label: texts.voice },
  { href: '/settings/outreach', label: texts.outreach },
  { href: '/settings/costs', label: texts.costs },
  { href: '/settings/retention', label: texts.retention },
  { href: '/settings/jobs', label: texts.jobs },
  { href: '/settings/people', label: texts.people },
  { href: '/settings/privacy', label: texts.privacy },
  { href: '/settings/audit', label: texts.audit },
] as const;

/** On a phone not all of them fit beside one another. */
function comeIntoSight(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The first part has the address that all others begin with. */
function isPart(pathname: string, href: string): boolean {
  return href === '/settings' ? pathname === href : pathname.startsWith(href);
}
