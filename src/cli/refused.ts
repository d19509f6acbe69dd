/** A command line that cannot be meant; the message is whole sentences in the terminal's language. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
