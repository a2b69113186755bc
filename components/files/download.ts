/** Gives a file to the browser's own download. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has taken the blob once the click is through; a minute covers a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
