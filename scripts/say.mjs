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

/** What to say of an end: one sentence and the next step, whether it was expected or not. */
export function lastWords(error) {
  if (error instanceof Stop) return { sentence: error.message, nextStep: error.nextStep };
  const [cause] = String(error instanceof Error ? error.message : error).split('\n');
  return {
    sentence: `This was not expected: ${cause || 'an error without a word'}`,
    nextStep: 'run the same command again; with REKEY_STACK=1 before it, it also says where it ended.',
  };
}

/** Runs a script's work; its end is printed as a sentence and a next step, and as a stack only to whoever asks for one. */
export async function run(work) {
  try {
    await work();
  } catch (error) {
    const { sentence, nextStep } = lastWords(error);
    process.stderr.write(`rekey: ${sentence}\nrekey: next: ${nextStep}\n`);
    if (process.env.REKEY_STACK === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}
