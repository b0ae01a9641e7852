/** Tells the person at the terminal one sentence, beside what the command itself prints. */
export function say(sentence) {
  process.stderr.write(`rekey: ${sentence}\n`);
}

/** An end that a person can do something about: one sentence, and the next step. */
export class Stop extends Error {
  constructor(sentence, nextStep) {
    super(sentence);
    this.nextStep = nextStep;
  }
}

/** Runs a script's work; an expected end is printed as a sentence and a next step, never as a stack. */
export async function run(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`rekey: ${error.message}\nrekey: next: ${error.nextStep}\n`);
    process.exitCode = 1;
  }
}
