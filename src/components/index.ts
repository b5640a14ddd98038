// What a chapter may import.
export { default as Activity } from './Activity.astro';
export { default as AskEngineers } from './AskEngineers.astro';
export { default as Case } from './Case.astro';
export { default as Cite } from './Cite.astro';
export { default as Diagram } from './diagram/Diagram.astro';
export { default as Dialogue } from './Dialogue.astro';
export { default as Document } from './Document.astro';
export { default as Fact } from './Fact.astro';
export { default as Portfolio } from './Portfolio.astro';
export { default as Recall } from './Recall.astro';
export { default as Sidenote } from './Sidenote.astro';
export { default as Term } from './Term.astro';
export { default as Turn } from './Turn.astro';
export { default as WorkedExample } from './WorkedExample.astro';
