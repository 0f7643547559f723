import { memo, type ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { entryOf } from '@/flows/edit/same-json';
import { useEditorStore } from '../../editor-context';
import type { FieldOf } from './field';
import { labelOfPath, wordOfValue } from './field-words';
import { useAt } from './form-context';
import { ObjectFields } from './ObjectFields';
import { seedsOf } from './seeds-of';
import { switchVariant } from './switch-variant';
import { useReadAt, useWrite } from './use-write';
import { below, textOf } from './value-at';

type Props = { readonly field: FieldOf<'variants'>; readonly path: string; readonly label: string };

/** One of several kinds of a value, with the fields of the chosen kind; another kind keeps what fits it. */
export const VariantField = memo(function VariantField({ field, path }: Props): ReactElement {
  const store = useEditorStore();
  const kind = useAt(path, (value) => textOf(entryOf(value, field.by)));
  const readAt = useReadAt();
  const write = useWrite();
  const entries = field.variants.find((variant) => variant.value === kind)?.entries ?? [];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Select
        label={labelOfPath(below(path, field.by))}
        value={kind}
        options={field.variants.map(({ value }) => ({ value, label: wordOfValue(value) }))}
        onChange={(wanted) => {
          const seeds = seedsOf(store.getState().flow);
          write(path, switchVariant(field, { value: readAt(path), wanted, seeds }));
        }}
      />
      <ObjectFields key={kind} entries={entries} path={path} />
    </div>
  );
});
