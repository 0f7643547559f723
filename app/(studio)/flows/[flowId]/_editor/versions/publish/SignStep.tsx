import { Upload } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useMe } from '../../../../../_me/use-me';
import type { Publishing } from './use-publish';
import type { WhyNotYet } from './why-not-yet';

const texts = words.editor.versions.publishing;

/** As long as the server takes it. */
const LONGEST_NOTE = 1_000;

type Props = {
  readonly publishing: Publishing;
  /** What keeps it from being published now. */
  readonly waits: WhyNotYet | null;
  readonly onPublish: (note: string) => void;
};

/** Who publishes and what is new, for those who read the history later; and the button. */
export function SignStep({ publishing, waits, onPublish }: Props): ReactElement {
  const [note, setNote] = useState('');
  const { name } = useMe();
  const problem = publishing.type === 'ready' ? publishing.problem : null;
  const why = useId();
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (waits === null && publishing.type === 'ready') onPublish(note);
      }}
    >
      <TextField
        label={texts.note}
        value={note}
        maxLength={LONGEST_NOTE}
        placeholder={texts.notePlaceholder}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem === null ? null : (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          look="primary"
          isBusy={publishing.type === 'publishing'}
          disabled={waits !== null}
          aria-describedby={why}
        >
          <Upload aria-hidden className="size-4" />
          {texts.publish}
        </Button>
        <p id={why} className="text-sm text-ink-soft">
          {waits === null ? texts.as(name) : texts.waits[waits]}
        </p>
      </div>
    </form>
  );
}
