import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import type { TemplateStanding } from '../template-types';
import { sayReason, sayStatus } from './say-standing';

type Props = {
  readonly standing: TemplateStanding;
  /** Names the language in it, where several stand side by side. */
  readonly withLanguage?: true;
};

/** How one language of a template stands at WhatsApp; why, on hover. */
export function StatusBadge({ standing, withLanguage }: Props): ReactElement {
  const { language, status, statusReason, hasDraft } = standing;
  const isEdited = hasDraft && status !== 'DRAFT';
  return (
    <span title={statusReason === null ? undefined : sayReason(statusReason)}>
      <Badge tone={tones[status] ?? 'mark'}>
        {withLanguage ? <span lang={language}>{languageName(language)}</span> : null}
        <span>
          {sayStatus(status)}
          {isEdited ? `, ${words.templates.edited}` : ''}
        </span>
      </Badge>
    </span>
  );
}

const tones: Readonly<Record<string, 'plain' | 'accent' | 'mark' | 'danger'>> = {
  DRAFT: 'plain',
  APPROVED: 'accent',
  REJECTED: 'danger',
  DISABLED: 'danger',
  DELETED: 'plain',
};
