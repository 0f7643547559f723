'use client';

import dynamic from 'next/dynamic';

// What draws charts is large: it comes when one is shown, and only in the browser, which knows the width.
export const LazyDayChart = dynamic(() => import('./DayChart').then(({ DayChart }) => DayChart), { ssr: false });
export const LazyStepsChart = dynamic(() => import('./StepsChart').then(({ StepsChart }) => StepsChart), {
  ssr: false,
});
