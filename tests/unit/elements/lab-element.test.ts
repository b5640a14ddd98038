import type { Extension } from '@codemirror/state';
import { beforeEach, expect, it, vi } from 'vitest';
import { LabElement } from '../../../src/elements/lab/lab-element.ts';
import type { LabClient } from '../../../src/labs/client.ts';
import type { Outcome } from '../../../src/labs/protocol.ts';
import { click, find, open, settle, textOf } from './page.ts';

const load = vi.fn<() => Promise<LabClient<string, string>>>();
const toLanguage = vi.fn<() => Promise<Extension>>();

/** A lab that shows its answer as it is. */
class TestLab extends LabElement<string, string> {
  protected override readonly engine = 'The engine';
  protected override readonly language = 'sql';
  protected override load = load;
  protected override toLanguage = toLanguage;

  protected override toJob(): string {
    return this.text;
  }

  protected override async show(answer: string): Promise<void> {
    this.say(answer);
    await settle();
  }
}
customElements.define('test-lab', TestLab);

/** What the engine was given. */
const ran = vi.fn<(job: string) => void>();

/** A client whose runs end so. */
function toClient(outcome: Outcome<string>): LabClient<string, string> {
  const run = (job: string) => {
    ran(job);
    return Promise.resolve(outcome);
  };
  return { run, isBusy: false } as unknown as LabClient<string, string>;
}

const said = () => textOf('.lab-status');
const field = () => find<HTMLTextAreaElement>('textarea');

beforeEach(() => {
  load.mockReset();
  ran.mockReset();
  toLanguage.mockReset();
  open(
    `<test-lab><label></label><textarea>select 1</textarea>
      <button data-run></button><button data-stop hidden></button><button data-reset></button>
      <p class="lab-status"></p><progress hidden></progress><div class="output"></div>
    </test-lab>`,
  );
});

const run = async () => {
  click('[data-run]');
  await settle();
  await settle();
};

it('says that it could not be loaded, and is loaded by the next run', async () => {
  load.mockRejectedValueOnce(new Error('No network'));
  await run();
  expect(said()).toMatch(/^The code of the lab could not be loaded/);
  expect(find<HTMLButtonElement>('[data-run]').disabled).toBe(false);
  load.mockResolvedValueOnce(toClient({ kind: 'answer', answer: 'One row.' }));
  await run();
  expect(said()).toBe('One row.');
});

it('says why there is no answer, and that the next run starts anew', async () => {
  load.mockResolvedValueOnce(toClient({ kind: 'broken', message: 'no memory' }));
  await run();
  expect(said()).toMatch(/^The engine broke off: no memory\. Nothing is lost/);
});

it('runs nothing where nothing is written, and one thing at a time', async () => {
  field().value = ' \n ';
  await run();
  expect(said()).toBe('There is nothing to run yet.');
  field().value = 'select 2';
  load.mockResolvedValue(toClient({ kind: 'answer', answer: 'Two.' }));
  const keys = { key: 'Enter', ctrlKey: true };
  field().dispatchEvent(new KeyboardEvent('keydown', keys));
  field().dispatchEvent(new KeyboardEvent('keydown', keys));
  await settle();
  expect(ran.mock.calls).toEqual([['select 2']]);
});

it('asks for the editor again where it did not load', async () => {
  toLanguage.mockRejectedValue(new Error('No network'));
  for (const times of [1, 2]) {
    field().focus();
    await vi.waitFor(() => expect(toLanguage).toHaveBeenCalledTimes(times), 60_000);
    await settle();
    field().blur();
  }
});

it('puts an earlier text in only where nothing new was typed', () => {
  const lab = find<TestLab>('test-lab');
  lab.fill('select 2');
  expect(lab.text).toBe('select 2');
  lab.fill('select 3');
  expect(lab.text).toBe('select 2');
  click('[data-reset]');
  expect(lab.text).toBe('select 1');
});
