/** Who is compared: the order is that of every table and picture, the words are what people read there. */

export const contenderNames = [
  'followdesk',
  'floor-batch',
  'floor-2call',
  'wechat-oauth',
  'node-easywechat',
  'php',
] as const;

export type ContenderName = (typeof contenderNames)[number];

export const contenderLabels: Record<ContenderName, string> = {
  followdesk: 'FollowDesk',
  'floor-batch': 'floor-batch (bare node:http)',
  'floor-2call': 'floor-2call (bare node:http)',
  'wechat-oauth': 'express, wechat-oauth, co-wechat-api',
  'node-easywechat': 'express, node-easywechat',
  php: 'the original PHP, php -S',
};

/** The packages others build this with. */
export const peerNames = ['wechat-oauth', 'node-easywechat'] as const satisfies readonly ContenderName[];

export type PeerName = (typeof peerNames)[number];

/** Software of others, which may not be had here. */
export const others: readonly ContenderName[] = [...peerNames, 'php'];

/** Those that could not be measured, and why, in a line for the reader. */
export interface Absence {
  name: ContenderName;
  why: string;
}
