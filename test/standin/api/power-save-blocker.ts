/** Keeping the display awake: asked for and given back; nothing here ever sleeps. */
const held = new Set<number>();
let lastId = 0;

export const powerSaveBlocker = {
  start(_type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    lastId += 1;
    held.add(lastId);
    return lastId;
  },
  stop: (id: number): boolean => held.delete(id),
  isStarted: (id: number): boolean => held.has(id),
};
