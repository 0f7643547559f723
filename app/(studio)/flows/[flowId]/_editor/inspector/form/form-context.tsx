'use client';

import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { useEditor, useEditorStore } from '../../editor-context';
import { type InspectorState, type InspectorStore, inspectorStoreOf } from '../inspector-store';
import type { Owner } from '../owners/owner';
import type { Field } from './field';
import { valueAt } from './value-at';

export type DrawField = (field: Field, path: string, label: string) => ReactNode;

type Form = Readonly<{
  owner: Owner;
  /** Draws any field: given here, because lists and objects draw fields that may be lists and objects. */
  draw: DrawField;
}>;

const FormContext = createContext<Form | null>(null);

type Props = { readonly form: Form; readonly children: ReactNode };

export function FormProvider({ form, children }: Props): ReactElement {
  return <FormContext value={form}>{children}</FormContext>;
}

/** The form around a field. Throws outside of one. */
export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('There is no form around this field.');
  return form;
}

/** A part of the value at a path of the form. Select texts and numbers: what is drawn again then is what changed. */
export function useAt<Part>(path: string, select: (value: unknown) => Part): Part {
  const { owner } = useForm();
  return useEditor(({ flow }) => select(valueAt(owner.rootOf(flow), path)));
}

export function useInspectorStore(): InspectorStore {
  return inspectorStoreOf(useEditorStore());
}

export function useInspector<Part>(select: (state: InspectorState) => Part): Part {
  return useStore(useInspectorStore(), select);
}
