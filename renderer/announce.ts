import type { AppStore } from './app-store';

/** Says something to people who listen. The same words twice are said twice, which needs a difference that nobody hears. */
export function announce(app: AppStore, words: string): void {
  app.setState(({ announcement }) => ({
    announcement: announcement === words ? `${words}\u00a0` : words,
  }));
}
