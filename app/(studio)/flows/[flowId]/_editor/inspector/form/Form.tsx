import { type ReactElement, useMemo } from 'react';
import type { Owner } from '../owners/owner';
import { FieldControl } from './FieldControl';
import { type DrawField, FormProvider } from './form-context';

/** The form of a part of the flow, made from its schema. */
export function Form({ owner }: { readonly owner: Owner }): ReactElement {
  const form = useMemo(() => ({ owner, draw }), [owner]);
  return <FormProvider form={form}>{draw(owner.field, '', '')}</FormProvider>;
}

const draw: DrawField = (field, path, label) => <FieldControl field={field} path={path} label={label} />;
