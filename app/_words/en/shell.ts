/** What stands around the editor's parts. */
export const shellWords = {
  loading: 'Opening the flow…',
  loadingPart: 'One moment…',
  problem: 'The flow can’t be opened',
  missingTitle: 'There is no such flow',
  missingBody: 'It may have another name, or was deleted.',
  allFlows: 'All flows',
  language: 'Language',
  publish: 'Publish',
  openPanel: 'Open the panel',
  closePanel: 'Close the panel',
  issues: (errors: number, others: number) => `Issues: ${errors} errors, ${others} warnings and hints`,
  parts: { label: 'Parts of the editor', outline: 'Outline', panel: 'Panel' },
  views: { label: 'Views', canvas: 'Drawing', languages: 'Languages', document: 'Document' },
  panels: {
    inspector: 'Inspector',
    try: 'Try',
    issues: 'Issues',
    history: 'History',
    versions: 'Versions',
    live: 'Live',
  },
} as const;
