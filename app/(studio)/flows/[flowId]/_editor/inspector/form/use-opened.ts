import { keyOf, setOpened } from '../inspector-store';
import { useForm, useInspector, useInspectorStore } from './form-context';

/** Whether an entry is open: as it was left by hand, else as it is best at first. */
export function useOpened(path: string, isOpenAtFirst: boolean): { isOpen: boolean; toggle: () => void } {
  const { owner } = useForm();
  const store = useInspectorStore();
  const key = keyOf(owner.key, path);
  const isOpen = useInspector(({ opened }) => opened.get(key)) ?? isOpenAtFirst;
  return { isOpen, toggle: () => setOpened(store, [key], !isOpen) };
}
