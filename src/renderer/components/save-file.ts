/** What the console makes becomes a file of the operator's own, in the folder for downloads. */

/** Under this name, without what file systems refuse. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  // Long enough for the download to have begun; then the bytes need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** JSON when the name ends so, plain text otherwise. */
export function saveText(text: string, name: string): void {
  const type = name.endsWith('.txt') ? 'text/plain' : 'application/json';
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  return (
    name
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'followdesk'
  );
}
