/** A place where a file can be dropped: says when one hovers over it, and hands over the first that falls. */
import { type DragEvent, useRef, useState } from 'react';

export function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only the count tells when it is really gone.
  const depth = useRef(0);
  return {
    over,
    target: {
      onDragEnter(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event: DragEvent) {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
      onDragLeave() {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      },
      onDrop(event: DragEvent) {
        depth.current = 0;
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      },
    },
  };
}
