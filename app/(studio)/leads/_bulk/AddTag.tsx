import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';

const texts = words.leads.bulk;
/** As long as the server takes it. */
const LONGEST_TAG = 50;

/** Names a tag. */
export function AddTag({ onAdd }: { readonly onAdd: (tag: string) => void }): ReactElement {
  const [tag, setTag] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (tag.trim() !== '') onAdd(tag.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField
        label={texts.tagName}
        value={tag}
        maxLength={LONGEST_TAG}
        autoComplete="off"
        onChange={(event) => setTag(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={tag.trim() === ''} className="self-end">
        {texts.tagAdd}
      </Button>
    </form>
  );
}
