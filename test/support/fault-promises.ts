/**
 * What FollowDesk promises when something goes wrong: the README's table and the suite in test/integration/faults
 * read this list, so neither can promise what the other does not know. Plain words, no adjectives: what was
 * measured stands beside it.
 */
export interface FaultPromise {
  /** What goes wrong. */
  fault: string;
  promise: string;
}

export const faultPromises = {
  killed: {
    fault: 'Killed (`kill -9`) at random moments in a rush',
    promise: 'Every scan that a phone was told about is there after the restart, once',
  },
  reloaded: {
    fault: 'A phone whose answer the kill cut off reloads the page',
    promise: 'It is told the verdict, or to scan again when its code is spent; nobody is on record twice',
  },
  diskFull: {
    fault: 'The disk refuses writes in a rush',
    promise: 'A phone is told its scan was kept only when it was; the others get a page to try again',
  },
  spaceReturns: {
    fault: 'A full disk gets space again',
    promise: 'The phone that was turned away reloads its page and is served, without a restart',
  },
  readOnly: {
    fault: 'The data folder is read-only',
    promise: 'It does not start, says so in one line, and changes no file',
  },
  damagedDatabase: {
    fault: 'The database is cut short or overwritten',
    promise:
      'It does not start and changes no byte of it, says so in one line; the intact file brings all back',
  },
  tornSettings: {
    fault: 'The settings file is half written, empty, or noise',
    promise: 'Accounts and entries come back from the newest backup, phones are served, and the desk is told',
  },
  clockJumps: {
    fault: 'The clock jumps an hour or a year, forward or back',
    promise: 'Phones that scan then are served, retries go on, and a leap ahead deletes nothing as too old',
  },
  wechatScan: {
    fault:
      'WeChat is slow, silent, cut off, empty, huge, HTML, 5xx or of a wrong length, at each call of a scan',
    promise: 'Every phone gets a page with a verdict or the reason for none, never an error page',
  },
  wechatElsewhere: {
    fault: 'The same at every other call',
    promise: 'The console gets a named failure, and the next call works',
  },
  tokenStorm: {
    fault: 'Every token dies at once (40001, 42001) under a crowd',
    promise: 'One fetch heals everybody',
  },
  doubleCallback: {
    fault: 'One callback arrives 2 to 50 times at once',
    promise: 'One exchange, one scan, one address for all',
  },
  forgedStates: {
    fault: '10,000 forged states',
    promise: 'No scan, no call to WeChat, no memory kept, and phones are served meanwhile',
  },
  slowClients: {
    fault: 'Clients that send nothing, half a request, or a byte now and then, at the callback listener',
    promise: 'They lose their connection, and phones are served meanwhile',
  },
  largeHeaders: {
    fault: 'A megabyte of headers, at either listener',
    promise: 'Refused with 431 or cut off, and the next request is served',
  },
  malformedHttp: {
    fault: 'Bytes that are not HTTP, at either listener',
    promise: 'One 4xx line or the end of the connection; never a 5xx, never a stack',
  },
  pipelining: {
    fault: 'Many requests on one connection, sent at once, also while it closes',
    promise: 'Each is answered, in order',
  },
  pathTraversal: {
    fault: 'Paths that climb out of their folder, encoded or not, at either listener',
    promise: 'Nothing of the data folder or the machine is answered',
  },
  foreignHost: {
    fault: 'Foreign Host and forwarding headers',
    promise: 'No redirect and no page repeats them; the console refuses them',
  },
  markupOnPages: {
    fault: 'A script in every field a user or WeChat can fill',
    promise: 'No page and no answer holds it as markup',
  },
  markupInExports: {
    fault: 'Formulas and scripts in exported fields',
    promise: 'No cell begins as a formula; the text is kept',
  },
} as const satisfies Record<string, FaultPromise>;

export type FaultName = keyof typeof faultPromises;
export const faultNames = Object.keys(faultPromises) as FaultName[];
