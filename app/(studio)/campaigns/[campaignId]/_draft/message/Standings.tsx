import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import type { ChannelName, TemplateView } from '../../../campaign-types';

const texts = words.campaigns.draft.message;
const statuses: Readonly<Record<string, string>> = words.templates.statuses;

type Props = { readonly view: TemplateView; readonly channel: ChannelName };

/** In which languages the template may be sent; a simulated customer gets drafts too. */
export function Standings({ view, channel }: Props): ReactElement {
  const isSimulated = channel === 'simulator';
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap gap-1.5">
        {view.texts.map(({ language, status }) => (
          <Badge key={language} tone={isSimulated || status === 'APPROVED' ? 'accent' : 'mark'}>
            <span lang={language}>{languageName(language)}</span>
            {isSimulated ? null : <span>{statuses[status] ?? status.toLowerCase()}</span>}
          </Badge>
        ))}
      </p>
      <p className="text-xs text-ink-soft">{isSimulated ? texts.simulatedStanding : texts.approvedOnly}</p>
    </div>
  );
}
