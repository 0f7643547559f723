import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { Step } from './Step';

const texts = words.home.places;

/** Where the day of an officer, or of somebody who only looks, begins. */
export function Places({ role }: { readonly role: 'officer' | 'viewer' }): ReactElement {
  return (
    <ol className="hairlines border-y border-line">
      {placesOf[role].map(({ href, place }, index) => (
        <Step key={href} number={index + 1} title={texts[place].title} text={texts[place].text}>
          <Link href={href} className={buttonClass(index === 0 ? 'primary' : 'quiet')}>
            {texts[place].action}
          </Link>
        </Step>
      ))}
    </ol>
  );
}

type Place = Readonly<{ href: Route; place: keyof typeof texts }>;

const inbox: Place = { href: '/inbox', place: 'inbox' };
const leads: Place = { href: '/leads', place: 'leads' };
const followUps: Place = { href: '/follow-ups', place: 'followUps' };
const analytics: Place = { href: '/analytics', place: 'analytics' };
const placesOf = { officer: [inbox, leads, followUps], viewer: [leads, analytics] } as const;
