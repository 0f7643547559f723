import { ArrowLeft, MapPin } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { buttonClass } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { FlowReading } from '../../../_flow/flow-reading';
import { languageName } from '../../../_language/language-name';

type Props = {
  readonly reading: FlowReading;
  readonly language: string;
  /** Whose way through the flow is shown, if anybody's. */
  readonly contactName: string | null;
  readonly onLanguage: (language: string) => void;
};

/** The flow's name and state, the language its cards are written in, and the way back. */
export function FlowHeader({ reading, language, contactName, onLanguage }: Props): ReactElement {
  const { flow, version, issueCount } = reading;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5">
      <Link href="/flows" aria-label={words.canvas.allFlows} className={buttonClass('bare', 'size-9 px-0')}>
        <ArrowLeft aria-hidden className="size-4" />
      </Link>
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="truncate text-base leading-snug font-semibold">{flow.name}</h1>
        <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-soft">
          {version === 0 ? words.inspector.draft : words.inspector.version(version)} ·{' '}
          {words.flows.states(flow.states.length)}
          {issueCount === null ? null : (
            <Badge tone={issueCount === 0 ? 'accent' : 'danger'}>{words.canvas.issues(issueCount)}</Badge>
          )}
          {contactName === null ? null : (
            <Badge tone="mark">
              <MapPin aria-hidden className="size-3" />
              {words.canvas.following(contactName)}
            </Badge>
          )}
        </p>
      </div>
      <Select
        label={words.canvas.language}
        isLabelHidden
        value={language}
        options={flow.languages.map((code) => ({ value: code, label: languageName(code) }))}
        onChange={onLanguage}
        className="w-36"
      />
      <Link href="/simulator" className={buttonClass('quiet', 'max-sm:hidden')}>
        {words.flows.talk}
      </Link>
    </header>
  );
}
