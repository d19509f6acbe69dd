/**
 * Why the server did not start, in one line with the remedy, in the terminal's language. The rule: no stack and
 * no secret; what has no line here is a fault of ours and goes to the log.
 */
import { DatabaseDamaged, FolderInUse, StorageFailed } from '#core/errors.ts';
import type { CallbackState, Language } from '#shared/model/host.ts';
import type { Choices } from './command-line.ts';

/** The console's port could not be had; `offeredPort` is free now. */
export class ConsolePortFailed extends Error {
  override readonly name = 'ConsolePortFailed';
  readonly code: FailedCallback['code'];
  readonly port: number;
  readonly offeredPort: number | null;
  constructor(facts: Omit<FailedCallback, 'state'>) {
    super(`console port ${facts.port}: ${facts.code}`);
    this.code = facts.code;
    this.port = facts.port;
    this.offeredPort = facts.offeredPort;
  }
}

/** The callback listener does not listen. */
export class CallbackFailed extends Error {
  override readonly name = 'CallbackFailed';
  readonly facts: FailedCallback;
  constructor(facts: FailedCallback) {
    super(`callback port ${facts.port}: ${facts.code}`);
    this.facts = facts;
  }
}

type FailedCallback = Extract<CallbackState, { state: 'failed' }>;

/** As terminals say it: the first of LC_ALL, LC_MESSAGES and LANG that is set. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh-CN' : 'en';
}

function portLine(
  flag: string,
  { code, port, offeredPort }: Omit<FailedCallback, 'state'>,
  host: string,
): Record<Language, string> {
  const offered = offeredPort ?? 0;
  switch (code) {
    case 'PORT_IN_USE':
      return {
        en: `Port ${port} is in use by another program. Start with ${flag} ${offered}, which is free, or ${flag} 0 for any free port.`,
        'zh-CN': `端口 ${port} 已被其他程序占用。可以用 ${flag} ${offered}(现在空闲),或用 ${flag} 0 自动选一个空闲端口。`,
      };
    case 'PORT_FORBIDDEN':
      return {
        en: `This user may not open port ${port}. Start with ${flag} ${offered}, which is free, and let a reverse proxy hold port ${port}.`,
        'zh-CN': `当前用户无权打开端口 ${port}。可以用 ${flag} ${offered}(现在空闲),由反向代理占用端口 ${port}。`,
      };
    case 'ADDRESS_UNKNOWN':
      return {
        en: `${host} is not an address of this machine. Start with --callback-host 127.0.0.1, or 0.0.0.0 for every interface.`,
        'zh-CN': `${host} 不是本机的地址。可以用 --callback-host 127.0.0.1,或用 0.0.0.0 监听所有网卡。`,
      };
    case 'LISTEN_FAILED':
      return {
        en: `Cannot listen on ${host}, port ${port}. Start with another ${flag}.`,
        'zh-CN': `无法监听 ${host} 的端口 ${port}。请换一个 ${flag}。`,
      };
  }
}

function storageLine(kind: StorageFailed['kind'], folder: string): Record<Language, string> {
  switch (kind) {
    case 'full':
      return {
        en: `The disk that holds ${folder} is full. Free some space and start again.`,
        'zh-CN': `${folder} 所在的磁盘已满。请腾出空间后重新启动。`,
      };
    case 'read_only':
      return {
        en: `The data folder ${folder} cannot be written. Make it writable, or choose another with --data-dir.`,
        'zh-CN': `数据目录 ${folder} 不可写。请修改权限,或用 --data-dir 换一个目录。`,
      };
    case 'other':
      return {
        en: `The data folder ${folder} cannot be used. Choose another with --data-dir.`,
        'zh-CN': `数据目录 ${folder} 无法使用。请用 --data-dir 换一个目录。`,
      };
  }
}

/** The line for stderr, or null for a failure nobody foresaw. */
export function explainStartFailure(error: unknown, choices: Choices, language: Language): string | null {
  if (error instanceof CallbackFailed)
    return portLine('--callback-port', error.facts, choices.callbackHost ?? '127.0.0.1')[language];
  if (error instanceof ConsolePortFailed) return portLine('--console-port', error, '127.0.0.1')[language];
  if (error instanceof StorageFailed) return storageLine(error.kind, choices.dataFolder)[language];
  if (error instanceof FolderInUse)
    return {
      en: `Another FollowDesk is using ${choices.dataFolder}. Close it, or start this one with another --data-dir.`,
      'zh-CN': `另一个关注台正在使用 ${choices.dataFolder}。请先关闭它,或用 --data-dir 换一个目录。`,
    }[language];
  if (error instanceof DatabaseDamaged)
    return {
      en: `The database ${error.path} is damaged. Put a copy from your backups in its place, or move it elsewhere to begin anew: accounts and entries are kept apart from it.`,
      'zh-CN': `数据库 ${error.path} 已损坏。请用备份中的副本替换它，或把它移走后重新开始：账号和入口另外保存，不受影响。`,
    }[language];
  return null;
}
