import { keepPreviousData } from '@tanstack/react-query';

/** Figures are read again by themselves, and what was shown stays until the new ones are there. */
export const asFigures = { placeholderData: keepPreviousData, refetchInterval: 15_000 } as const;
