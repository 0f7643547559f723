import { ListFilter, TriangleAlert, Users } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import { problemOf } from '../_trpc/problem-of';

const texts = words.leads;

type Props = {
  /** Why they can't be read; null while they are, and when they were. */
  readonly error: unknown;
  readonly isEmpty: boolean;
  readonly filter: LeadFilter;
  readonly onAgain: () => void;
  readonly onClear: () => void;
};

/** Stands where leads would be: while they are read, when they can't be, and when there are none. */
export function InsteadOfLeads({ error, isEmpty, filter, onAgain, onClear }: Props): ReactElement {
  if (error !== null) {
    const again = <Button onClick={onAgain}>{words.problem.retry}</Button>;
    return (
      <Notice icon={TriangleAlert} kind="problem" title={texts.problem} action={again}>
        {problemOf(error)}
      </Notice>
    );
  }
  if (!isEmpty) return <Spinner label={texts.loading} className="px-5 py-8 text-sm text-ink-soft md:px-6" />;
  if (Object.keys(filter).length > 0) {
    const clear = <Button onClick={onClear}>{texts.noMatch.act}</Button>;
    return (
      <Notice icon={ListFilter} title={texts.noMatch.title} action={clear}>
        {texts.noMatch.body}
      </Notice>
    );
  }
  const begin = (
    <Link href="/simulator" className={buttonClass('quiet')}>
      {texts.empty.act}
    </Link>
  );
  return (
    <Notice icon={Users} title={texts.empty.title} action={begin}>
      {texts.empty.body}
    </Notice>
  );
}
