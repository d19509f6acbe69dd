/** Scenes of following by a small number: WeChat's names are long, and a million rows would repeat them. */
import type { DatabaseSync } from 'node:sqlite';

export interface Scenes {
  /** Its number, a new one if need be; call it within the transaction that uses it. */
  numberOf(name: string): number;
  /** Null for a scene that nobody came by. */
  find(name: string): number | null;
}

export function createScenes(database: DatabaseSync): Scenes {
  const select = database.prepare('SELECT number FROM follower_scenes WHERE name = ?');
  const insert = database.prepare('INSERT INTO follower_scenes (name) VALUES (?)');

  function find(name: string): number | null {
    const number = select.get(name)?.number;
    return typeof number === 'number' ? number : null;
  }

  return {
    find,
    numberOf: (name) => find(name) ?? Number(insert.run(name).lastInsertRowid),
  };
}
