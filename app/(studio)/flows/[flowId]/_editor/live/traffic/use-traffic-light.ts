'use client';

import { useEffect } from 'react';
import { useEditorStore } from '../../editor-context';
import type { Traffic } from '../live-types';
import { trafficToLit } from './traffic-to-lit';

/** Draws the traffic over the canvas for as long as the panel shows it. */
export function useTrafficLight(traffic: Traffic | undefined): void {
  const store = useEditorStore();
  useEffect(() => {
    if (!traffic) return undefined;
    store.getState().light({ traffic: trafficToLit(traffic) });
    return () => store.getState().light({ traffic: null });
  }, [store, traffic]);
}
