import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import { initialsOf } from '../../../_me/initials-of';
import { useMe } from '../../../_me/use-me';
import { writeTime } from '../../../_time/write-time';
import type { Person } from './people-types';

const texts = words.people;

/** One of those who work here: who they are, what they may do, and how much they have. */
export function PersonRow({ person, onOpen }: { readonly person: Person; readonly onOpen: () => void }): ReactElement {
  const { name, email, role, isDisabled, hasSecondFactor, languages, skills, lastSeenAt } = person;
  const me = useMe();
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={texts.change(name)}
        aria-describedby={`person-${person.id}`}
        onClick={onOpen}
        className={classNames(
          'group -mx-3 flex w-[calc(100%+1.5rem)] items-start gap-3 rounded-lg px-3 py-3 text-left hover:bg-surface',
          isDisabled && 'opacity-60',
        )}
      >
        <span
          aria-hidden
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong"
        >
          {initialsOf(name)}
        </span>
        <span id={`person-${person.id}`} className="grid min-w-0 flex-1 gap-x-4 gap-y-1 sm:grid-cols-[1fr_14rem]">
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2 text-sm font-medium wrap-anywhere group-hover:text-accent">
              {name}
              {person.id === me.id ? <Badge>{texts.you}</Badge> : null}
              <Badge tone={role === 'owner' ? 'accent' : 'plain'}>{words.roles[role].label}</Badge>
              {isDisabled ? <Badge tone="danger">{texts.disabled}</Badge> : null}
              {hasSecondFactor ? <Badge>{texts.secondFactor}</Badge> : null}
            </span>
            <span className="block text-xs text-ink-faint wrap-anywhere">{email}</span>
            {role === 'viewer' ? null : (
              <span className="block text-xs text-ink-soft wrap-anywhere">
                {languages.length === 0 ? texts.noLanguages : languages.map(languageName).join(', ')}
                {skills.length === 0 ? '' : ` · ${skills.join(', ')}`}
              </span>
            )}
          </span>
          <span className="text-xs text-ink-faint tabular-nums sm:text-right">
            <span className="block">{lastSeenAt === null ? texts.neverSeen : texts.seen(writeTime(lastSeenAt))}</span>
            {role === 'viewer' ? null : <span className="block">{sayLoad(person)}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

function sayLoad({ openConversations, mostOpen, isAvailable }: Person): string {
  const load = texts.open(openConversations, mostOpen);
  return isAvailable ? load : `${load}, ${texts.away}`;
}
