import { type ReactElement, useId } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';

type Props = {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly no: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before something is done; it stands where the button stood. */
export function Asking({ title, body, yes, no, isBusy, problem, onYes, onNo }: Props): ReactElement {
  const id = useId();
  return (
    <div role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-body`} className="rounded-xl bg-sunken p-4">
      <p id={id} className="text-sm font-semibold">
        {title}
      </p>
      <p id={`${id}-body`} className="text-sm text-ink-soft">
        {body}
      </p>
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-danger wrap-anywhere">
          {words.followUps.sheet.notDone} {problem}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" autoFocus onClick={onYes} isBusy={isBusy}>
          {yes}
        </Button>
        <Button onClick={onNo} disabled={isBusy}>
          {no}
        </Button>
      </div>
    </div>
  );
}
