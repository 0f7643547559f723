import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { sayFailure } from '../_change/say-failure';
import { useMove } from '../_change/use-move';
import { fromLocalField, toLocalField } from '../_clock/local-time';
import type { FollowUp } from '../follow-up-types';

const texts = words.followUps.sheet;

type Props = { readonly row: FollowUp; readonly onDone: () => void; readonly onLeave: () => void };

/** Moves a follow-up to a time that is typed. */
export function Moving({ row, onDone, onLeave }: Props): ReactElement {
  const [typed, setTyped] = useState(toLocalField(new Date(row.dueAt)));
  const [earliest] = useState(() => toLocalField(new Date()));
  const { move, isMoving, error } = useMove();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const dueAt = fromLocalField(typed);
    // What went wrong is shown below.
    if (dueAt !== null) void move(row, dueAt).then(onDone, () => undefined);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 rounded-xl bg-sunken p-4">
      <TextField
        label={texts.moveTo}
        type="datetime-local"
        value={typed}
        min={earliest}
        required
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="text-xs text-ink-soft">{texts.moveHint}</p>
      {error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notDone} {sayFailure(error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isBusy={isMoving}>
          {texts.move}
        </Button>
        <Button onClick={onLeave} disabled={isMoving}>
          {texts.back}
        </Button>
      </div>
    </form>
  );
}
