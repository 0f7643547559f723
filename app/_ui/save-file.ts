const KEEP_MS = 10_000;

/** Gives the person a file to save, as a link to it would. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click is done.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
