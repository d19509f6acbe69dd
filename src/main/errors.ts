/**
 * Why FollowDesk could not start, in the operator's words: what happened and what to do. Never a stack, never
 * an error's own message, which is for the log.
 */
import { DatabaseDamaged, FolderInUse, StorageFailed } from '#core/errors.ts';
import type { Language } from '#shared/model/host.ts';

/** The built page is not there, or could not be shown. */
export class ConsoleMissing extends Error {
  override readonly name = 'ConsoleMissing';
  constructor(cause?: unknown) {
    super('the console could not be loaded', { cause });
  }
}

type Wording = Record<Language, readonly [title: string, remedy: string]>;

const FOLDER_IN_USE: Wording = {
  'zh-CN': ['数据文件夹正被另一个关注台使用', '请切换到已经打开的关注台，或先把它退出再启动。'],
  en: ['Another FollowDesk is using this data folder', 'Switch to the one that is open, or quit it first.'],
};

const STORAGE_FAILED: Record<StorageFailed['kind'], Wording> = {
  full: {
    'zh-CN': ['磁盘已满', '请清理磁盘空间后重新启动，数据没有丢失。'],
    en: ['The disk is full', 'Free some space and start again. Nothing is lost.'],
  },
  read_only: {
    'zh-CN': ['数据文件夹只读', '请检查数据文件夹的权限后重新启动。'],
    en: ['The data folder is read-only', 'Check the permissions of the data folder and start again.'],
  },
  other: {
    'zh-CN': ['数据文件夹无法写入', '请检查磁盘后重新启动。'],
    en: ['The data folder cannot be written', 'Check the disk and start again.'],
  },
};

const DATABASE_DAMAGED: Wording = {
  'zh-CN': [
    '扫码记录的数据库已损坏',
    '请用备份中的副本替换数据文件夹里的 scans.db，或把它移走后重新开始：账号和入口另外保存，不受影响。',
  ],
  en: [
    'The database of scans is damaged',
    'Put a copy of scans.db from your backups into the data folder, or move it elsewhere to begin anew: accounts and entries are kept apart from it.',
  ],
};

const CONSOLE_MISSING: Wording = {
  'zh-CN': ['关注台的界面文件缺失', '请重新安装；从源码运行时请先执行 npm run build。'],
  en: ['The console’s files are missing', 'Install again; from source, run npm run build first.'],
};

const UNFORESEEN: Wording = {
  'zh-CN': ['关注台无法启动', '请重新启动电脑后再试；仍然不行时，请把日志交给维护人员。'],
  en: [
    'FollowDesk could not start',
    'Restart the computer and try again; if that fails, send the log to support.',
  ],
};

/** Whether this failure has wording of its own; any other is a fault of ours, and its stack belongs in the log. */
export function isForeseen(error: unknown): error is Error {
  return wordingOf(error) !== UNFORESEEN;
}

/** The box to show: the title, and the remedy with the data folder's place, which most remedies need. */
export function describeStartFailure(
  error: unknown,
  { language, dataFolder }: { language: Language; dataFolder: string },
): { title: string; content: string } {
  const [title, remedy] = wordingOf(error)[language];
  const folder = language === 'en' ? `Data folder: ${dataFolder}` : `数据文件夹：${dataFolder}`;
  return { title, content: `${remedy}\n\n${folder}` };
}

function wordingOf(error: unknown): Wording {
  if (error instanceof FolderInUse) return FOLDER_IN_USE;
  if (error instanceof StorageFailed) return STORAGE_FAILED[error.kind];
  if (error instanceof DatabaseDamaged) return DATABASE_DAMAGED;
  if (error instanceof ConsoleMissing) return CONSOLE_MISSING;
  return UNFORESEEN;
}
