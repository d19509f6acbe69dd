/** The picture's colours and measures. Green is ours alone; greys are the floor, blues the packages, amber the PHP. */
import type { ContenderName } from '../contenders.ts';

export const colours = {
  ground: '#ffffff',
  text: '#14201a',
  quiet: '#55635b',
  grid: '#e1e7e3',
  target: '#a3211b',
  met: '#07783f',
  unknown: '#8b9890',
};

export const fills: Record<ContenderName, string> = {
  followdesk: '#07783f',
  'floor-batch': '#8d9a93',
  'floor-2call': '#c3cdc7',
  'wechat-oauth': '#3f6fb0',
  'node-easywechat': '#9dbbe0',
  php: '#d99a2b',
};

export const shortLabels: Record<ContenderName, string> = {
  followdesk: 'FollowDesk',
  'floor-batch': 'floor-batch',
  'floor-2call': 'floor-2call',
  'wechat-oauth': 'wechat-oauth + co-wechat-api',
  'node-easywechat': 'node-easywechat',
  php: 'original PHP',
};

export const page = { width: 1200, left: 36, right: 1164 };
