/** How all charts are drawn: in the page's own colours, light or dark. */
export const axisLook = {
  tick: { fill: 'var(--ink-soft)', fontSize: 12 },
  axisLine: { stroke: 'var(--line-strong)' },
  tickLine: false,
} as const;

export const tooltipLook = {
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 12,
    fontSize: 13,
  },
  labelStyle: { color: 'var(--ink)', fontWeight: 600 },
  itemStyle: { color: 'var(--ink-soft)' },
  isAnimationActive: false,
} as const;
