/** Codes on paper. */
import type { Wording } from '../wording.ts';
import type { posters as chinese } from '../zh-CN/posters.ts';

export const posters = {
  title: 'Posters',
  back: 'Back to the desk',
  entries: 'Entries',
  chosen: '{{count}} of {{total}} chosen',
  all: 'Choose all',
  find: 'Find an entry',
  add: 'Add several',
  paper: 'Paper',
  perSheet: 'Per sheet',
  heading: 'Title',
  headingPlaceholder: 'May be left empty',
  line: 'What to do',
  lineStart: 'Scan with WeChat',
  show: 'Show',
  showName: 'Name of the entry',
  showLink: 'Short link in words',
  cutMarks: 'Cut marks',
  preview: 'Preview',
  sheetAlt: 'Preview of sheet {{sheet}}',
  sheet: 'Sheet {{sheet}} of {{sheets}}',
  previous: 'Previous sheet',
  next: 'Next sheet',
  noneChosen: 'Choose one entry at least.',
  size: 'Code {{width}} cm wide (white edge included), reads from ≈ {{distance}}',
  sizeWhy:
    'By the rule "distance ≈ 250 times the width of one dot", in good light and from the front. Each code has {{modules}}×{{modules}} dots; to read from 3 m it must be {{least}} cm wide at least.',
  trouble: {
    side: 'The code is less than 2 cm wide: phones may fail to read it. Put fewer on a sheet, or take larger paper.',
    module:
      'The dots are less than 0.4 mm wide and blur in print. Put fewer on a sheet, or take larger paper.',
  },
  loopback: {
    title: 'Phones cannot open what would be printed now',
    body: 'The short links hold an address that only this computer can open. Set a public URL first, then make posters. Until then "TRIAL PRINT" is on every one.',
    sandbox:
      'Codes of the sandbox open on this computer only: fine for a trial print, not for a wall. "TRIAL PRINT" is on every one.',
    stamp: 'TRIAL PRINT: phones cannot open it, do not hang it up',
  },
  unsettled: {
    title: 'Without a public URL these posters may die soon',
    body: 'The codes hold the address this computer has now. On another network or port it is gone. Set a public URL before you hang them up.',
  },
  printedBefore:
    'Posters and codes that are printed already stop working when this changes: they lead to {{address}}.',
  setPublicUrl: 'Set a public URL',
  carries:
    'The codes lead to {{address}}. When the public URL changes, or an entry is deleted, posters that hang already stop working.',
  pdf: 'Save PDF',
  png: 'Save PNG',
  print: 'Print',
  working: 'Making sheet {{sheet}} of {{sheets}}…',
  failed: 'The file could not be made',
  failedWhy: 'Memory may be short. Choose fewer entries, or the other format.',
  tooLong: 'The short link is too long for a code. Take a shorter public URL.',
  fileName: 'Posters {{name}}',
} as const satisfies Wording<typeof chinese>;
