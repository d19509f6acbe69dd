/** What is asked of a printing: whose posters, and how they look. */
import type { QrShape } from '../components/qr/qr-shape.ts';
import type { PaperName, PerSheet } from './papers.ts';

/** What hangs at one gate. */
export interface Gate {
  id: string;
  name: string;
  link: string;
  /** The code that says so. */
  shape: QrShape;
}

export interface PosterChoices {
  paper: PaperName;
  perSheet: PerSheet;
  /** Empty leaves it out, like `line`. */
  title: string;
  /** Below the code: what to do with it. */
  line: string;
  showName: boolean;
  showLink: boolean;
  cutMarks: boolean;
  /** Takes the link's place on codes that no phone can follow, so that nobody hangs them up. */
  stamp: string | null;
}
