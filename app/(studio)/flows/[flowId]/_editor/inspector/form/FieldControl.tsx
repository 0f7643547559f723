import { memo, type ReactElement } from 'react';
import { ConditionField } from '../conditions/ConditionField';
import { FormulaField } from '../conditions/FormulaField';
import { LanguageTexts } from '../texts/LanguageTexts';
import type { Field } from './field';
import { HoursField } from './HoursField';
import { JsonField } from './JsonField';
import { LanguageField } from './LanguageField';
import { ListField } from './ListField';
import { NumberField } from './NumberField';
import { ObjectFields } from './ObjectFields';
import { PickField } from './PickField';
import { isPickable, PickList } from './PickList';
import { RecordField } from './RecordField';
import { SlotField } from './SlotField';
import { StateField } from './StateField';
import { SwitchField } from './SwitchField';
import { TextField } from './TextField';
import { ValueField } from './ValueField';
import { VariantField } from './VariantField';

type Props = { readonly field: Field; readonly path: string; readonly label: string };

/** What edits a value of the document: the one place that knows every kind of field. */
export const FieldControl = memo(function FieldControl({ field, path, label }: Props): ReactElement | null {
  switch (field.type) {
    case 'texts':
      return <LanguageTexts path={path} label={label} />;
    case 'condition':
      return <ConditionField path={path} label={label} />;
    case 'formula':
      return <FormulaField path={path} label={label} />;
    case 'slot':
      return <SlotField path={path} label={label} />;
    case 'value':
      return <ValueField path={path} label={label} />;
    case 'state':
      return <StateField path={path} label={label} />;
    case 'language':
      return <LanguageField path={path} label={label} />;
    case 'hours':
      return <HoursField path={path} />;
    case 'switch':
      return <SwitchField path={path} label={label} />;
    case 'json':
      return <JsonField path={path} label={label} />;
    case 'text':
      return <TextField field={field} path={path} label={label} />;
    case 'number':
      return <NumberField field={field} path={path} label={label} />;
    case 'pick':
      return <PickField values={field.values} path={path} label={label} />;
    case 'fixed':
      return null;
    case 'object':
      return <ObjectFields entries={field.entries} path={path} />;
    case 'list':
      return isPickable(field.item) ? (
        <PickList field={field} path={path} label={label} />
      ) : (
        <ListField field={field} path={path} />
      );
    case 'record':
      return <RecordField field={field} path={path} />;
    case 'variants':
      return <VariantField field={field} path={path} label={label} />;
    default:
      return field satisfies never;
  }
});
