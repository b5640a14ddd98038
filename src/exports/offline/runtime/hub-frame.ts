import { toAddress } from './places.ts';
import type { Places } from './places.ts';
import type { HubReply, HubRequest, Items } from './hub-protocol.ts';

/** Milliseconds after which a page goes on without the hub. */
const patience = 4000;

/** A page's side of the hub; see hub.ts. */
export class Hub {
  private readonly port: Promise<MessagePort>;
  private readonly waiting = new Map<number, (reply: HubReply) => void>();
  private count = 0;

  /** @param onChange - called when another page has changed a text. */
  constructor(places: Places, onChange: (key: string, text: string | null) => void) {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Storage';
    frame.src = toAddress('_course/hub.html', places);
    this.port = new Promise((resolve) => {
      frame.addEventListener('load', () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<HubReply>) => {
          if (data.kind === 'changed') {
            onChange(data.key, data.text);
            return;
          }
          this.waiting.get(data.id)?.(data);
          this.waiting.delete(data.id);
        };
        // Files have no origin to name. What is sent is only the way to answer.
        frame.contentWindow?.postMessage('hub', '*', [port2]);
        resolve(port1);
      });
    });
    document.documentElement.append(frame);
  }

  /** How many writes have not been confirmed. */
  get open(): number {
    return this.waiting.size;
  }

  /** @throws where the hub does not answer. */
  async read(): Promise<Items> {
    const reply = await this.ask({ kind: 'read', id: this.next() });
    return reply.kind === 'items' ? reply.items : {};
  }

  /** @returns whether it is stored. */
  async write(key: string, text: string | null): Promise<boolean> {
    const reply = await this.ask({ kind: 'write', id: this.next(), key, text });
    return reply.kind === 'written' && reply.isStored;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }

  private ask(request: HubRequest): Promise<HubReply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(request.id);
        reject(new Error('The storage of this copy does not answer.'));
      }, patience);
      this.waiting.set(request.id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      void this.port.then((port) => port.postMessage(request));
    });
  }
}
