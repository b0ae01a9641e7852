/** A request as it was sent, to be sent again by a loop that does nothing else. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The most that Rekey ever has in flight to one host: what the bare loop has all the time. */
const IN_FLIGHT = 8;

/** What is to be beaten: the same requests, as many in flight, each answer read as text, and nothing else. */
export async function sendAll(requests: readonly Sent[]): Promise<void> {
  let next = 0;
  const send = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const { url, ...init } = request;
      await (await fetch(url, init)).text();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, send));
}
