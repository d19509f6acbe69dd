/** What a page's isolated world and the main process say to each other; payloads are the codec's text. */

/** What the page asked to be opened. */
export interface OpenRequest {
  url: string;
  frameName: string;
  features: string;
  disposition: 'default' | 'foreground-tab' | 'background-tab' | 'new-window';
}

export type FromPage =
  | { op: 'send'; channel: string; payload: string; ports: string[] }
  | { op: 'invoke'; channel: string; payload: string; call: number }
  | { op: 'port'; port: string; payload: string }
  | { op: 'port-close'; port: string }
  | { op: 'open'; request: OpenRequest }
  | { op: 'close' }
  | { op: 'title'; title: string }
  | { op: 'preload-error'; message: string };

export type ToPage =
  | { op: 'message'; channel: string; payload: string }
  | { op: 'answer'; call: number; payload: string }
  | { op: 'refusal'; call: number; message: string }
  | { op: 'port'; port: string; payload: string }
  | { op: 'port-close'; port: string };

/** What a preload may know of its process. */
export interface PageFacts {
  platform: NodeJS.Platform;
  arch: string;
  versions: Record<string, string | undefined>;
  argv: string[];
}

/** The isolated world's name, and the one function it has for talking to us. */
export const WORLD = 'Electron Isolated Context';
export const BINDING = 'electronStandinSend';
export const RECEIVER = 'electronStandinReceive';
