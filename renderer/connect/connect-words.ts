import { assertNever } from '../../shared/assert-never';
import { describeFailure } from '../../shared/domain/api-failure';
import type { ConnectFailure } from '../../shared/domain/connection';

/** What happened, what is safe and what to do next. */
export function connectFailureSentence(failure: ConnectFailure): string {
  return `${happened(failure)} Nothing was stored.`;
}

function happened(failure: ConnectFailure): string {
  switch (failure.kind) {
    case 'bad-address':
      return ADDRESS_WORDS[failure.why];
    case 'bad-token-form':
      return 'This does not look like a CircleCI token, so it was not sent. Copy the token alone and whole, without spaces.';
    case 'project-token':
      return 'This is a project token. Rekey needs a personal API token: only that can list and rotate tokens.';
    case 'other-service':
      return `This looks like a credential for ${failure.service}, so it was not sent. Paste a CircleCI personal API token.`;
    case 'no-keychain':
      return failure.why === 'weak-keyring'
        ? 'This computer has no real keychain, only an obfuscation that anybody can undo, so the token cannot be kept on it.'
        : 'This computer’s keychain is missing or locked, so the token cannot be kept on it.';
    case 'not-circleci':
      return 'This server does not answer like CircleCI: it sent a page instead of data. Check the address.';
    case 'storage':
      return 'The connection could not be written to disk.';
    case 'api':
      return describeFailure(failure.failure) + (failure.mayBeProjectToken === true ? PROJECT_HINT : '');
    default:
      return assertNever(failure);
  }
}

const PROJECT_HINT =
  ' It may also be a project token: old ones look the same. Rekey needs a personal API token.';

const ADDRESS_WORDS: Readonly<Record<Extract<ConnectFailure, { kind: 'bad-address' }>['why'], string>> = {
  'not-a-url': 'The server address is not complete. Write it as https://circleci.example.com.',
  'not-https': 'The server address must begin with https://, or the token could be read on its way.',
  'has-credentials': 'The server address must not contain a user name or password.',
  'has-path': 'The server address must end after the host name.',
};
